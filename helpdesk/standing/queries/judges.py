"""Who made a verdict, so that another person decides about it."""

from uuid import UUID

from helpdesk.archive.models import Entry
from helpdesk.standing.models import Dispute, Point


def judges_of(*, row: Dispute) -> set[UUID]:
    """Whoever acted in the disputed verdict, ruled on the obligation or settled an earlier dispute of it.

    In the present scope. Three SQL statements.
    """
    ruled = Point.objects.filter(seller_id=row.seller_id, id=row.point_id, ruled_by__isnull=False)
    settled = Dispute.objects.filter(seller_id=row.seller_id, point_id=row.point_id, settled_by__isnull=False)
    entries = [
        row.verdict_by,
        *(id for id in ruled.values_list("ruled_by", flat=True) if id is not None),
        *(id for id in settled.values_list("settled_by", flat=True) if id is not None),
    ]
    mine = Entry.objects.filter(seller_id=row.seller_id, id__in=entries)
    return set(mine.values_list("actor", flat=True))
