"""What may take the place of a measure that was right in part."""

from datetime import datetime

from django.db.models import OuterRef, Subquery

from helpdesk.enforcement.models import Measure, TracksVersion
from helpdesk.enforcement.queries.measures import left_of
from helpdesk.enforcement.rules.replacing import milder
from helpdesk.enforcement.rules.shipped import shipped, tracks_from
from helpdesk.enforcement.terms import Track, Tracks
from helpdesk.enforcement.terms.appeals import Milder
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def milder_here(*, measure: Ref, at: datetime) -> list[Milder]:
    """The mildest first; none of one that was lifted. In the present scope. Raises NotFound."""
    row, tracks = measure_with_tracks(measure=measure)
    return milder_than(row, tracks=tracks, at=at)


def measure_with_tracks(*, measure: Ref) -> tuple[Measure, Tracks]:
    """By which it was decided, the release's where none was published. One SQL statement. Raises NotFound."""
    published = TracksVersion.objects.filter(version=OuterRef("tracks")).values("content")
    rows = Measure.objects.filter(seller_id=measure.seller_id, id=measure.id)
    row = rows.annotate(content=Subquery(published)).first()
    if row is None:
        raise NotFound("measure.not_found")
    return row, tracks_from(content=row.content) if row.content else shipped()


def milder_than(row: Measure, *, tracks: Tracks, at: datetime) -> list[Milder]:
    """The same of a row."""
    if row.lifted_by is not None:
        return []
    return milder(track=Track(row.track), place=row.place, left=left_of(row, at=at), tracks=tracks)
