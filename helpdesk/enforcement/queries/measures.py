"""Measures: a Seller's own, and all of them for the desk."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.enforcement.models import Decision, Measure
from helpdesk.enforcement.policies import can_read_own, can_see_desk
from helpdesk.enforcement.rules.measures import resumed
from helpdesk.enforcement.rules.stating import NAME, statement_from
from helpdesk.enforcement.rules.stepping import Taken
from helpdesk.enforcement.terms import Exemption, MeasureKind, MeasureShown, Track
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Seller

PAGE = 50
_LIFTED = "reason"


def measures_of(*, actor: Actor, seller_id: int | None = None, limit: int = PAGE) -> list[MeasureShown]:
    """The own ones, or at the desk those of one seller or of all, the latest first.

    Raises NotFound (for whoever has none and may see none). Three SQL statements beside the scope's.
    """
    with acting(actor):
        rows = visible_here(actor)
        mine = rows if seller_id is None else rows.filter(seller_id=seller_id)
        names = Seller.objects.filter(seller_id=OuterRef("seller_id")).values("name")
        found = list(mine.annotate(called=Subquery(names)).order_by("-announced_at", "-id")[:limit])
        return [
            replace(shown, seller=row.called) for row, shown in zip(found, shown_here(found), strict=True)
        ]


def measure_of(*, actor: Actor, measure: Ref) -> MeasureShown:
    """One of them. Raises NotFound. Three SQL statements beside the scope's."""
    with acting(actor):
        return measure_here(rows=visible_here(actor), measure=measure)


def measure_here(*, rows: QuerySet[Measure] | None = None, measure: Ref) -> MeasureShown:
    """The same in the present scope. Raises NotFound."""
    among = Measure.objects.all() if rows is None else rows
    found = shown_here(list(among.filter(seller_id=measure.seller_id, id=measure.id)))
    if not found:
        raise NotFound("measure.not_found")
    return found[0]


def measure_by(*, proposal: Ref) -> Ref | None:
    """That which came of a proposal, in the present scope. One SQL statement."""
    rows = Measure.objects.filter(seller_id=proposal.seller_id, proposal_id=proposal.id, replaces=None)
    id = rows.values_list("id", flat=True).first()
    return None if id is None else Ref(proposal.seller_id, id)


def deciders_of(*, measure: Ref) -> frozenset[UUID]:
    """Who decided it, and where it took another's place, who heard that appeal: the next one is for another
    person. In the desk's scope. Two SQL statements.
    """
    rows = Decision.objects.filter(
        seller_id=measure.seller_id,
        proposal_id__in=Measure.objects.filter(seller_id=measure.seller_id, id=measure.id).values(
            "proposal_id"
        ),
    )
    replacing = Measure.objects.filter(seller_id=measure.seller_id, id=measure.id, replaces__isnull=False)
    heard = Entry.objects.filter(seller_id=measure.seller_id, id__in=replacing.values("id"))
    return frozenset([*rows.values_list("person_id", flat=True), *heard.values_list("actor", flat=True)])


def taken_of(*, seller_id: int, track: Track) -> list[Taken]:
    """The measures of a track, in the present scope. One SQL statement."""
    rows = Measure.objects.filter(seller_id=seller_id, track=track.value)
    return [
        Taken(
            place=row.place,
            at=clock.to_us(row.announced_at),
            ends=_end(row),
            stands=row.lifted_by is None,
        )
        for row in rows.order_by("announced_at")
    ]


def ends_at(row: Measure) -> datetime | None:
    """When it is over by itself, a stay taken into account."""
    return row.ends_at if row.resumed_by is None else row.resumed_until


def left_of(row: Measure, *, at: datetime) -> timedelta | None:
    """The time that it still has; None: it has no end. Nothing where it is over or takes nothing away."""
    end = ends_at(row)
    if row.lifted_by is not None or (end is None and row.kind != MeasureKind.REMOVAL):
        return timedelta()
    if end is None:
        return None
    stands_still = row.stayed_at is not None and row.resumed_by is None
    since = row.stayed_at if stands_still and row.stayed_at else at
    return max(end - max(since, starts_at(row)), timedelta())


def starts_at(row: Measure) -> datetime:
    """When it begins; what had not begun when it was stayed begins later."""
    if row.stayed_at is None or row.resumed_at is None or row.stayed_at >= row.starts_at:
        return row.starts_at
    return resumed(starts_at=row.starts_at, ends_at=row.ends_at, stayed_at=row.stayed_at, now=row.resumed_at)[
        0
    ]


def _end(row: Measure) -> int | None:
    """In microseconds; a notice is over at once, and what has no end never is."""
    end = ends_at(row)
    if end is not None:
        return clock.to_us(end)
    return None if row.kind == MeasureKind.REMOVAL else clock.to_us(row.announced_at)


def visible_here(actor: Actor) -> QuerySet[Measure]:
    """Those that the actor may read: the own ones, or all. Raises NotFound."""
    if actor.seller_id is not None and can_read_own(actor=actor):
        return Measure.objects.filter(seller_id=actor.seller_id)
    if can_see_desk(actor=actor):
        return Measure.objects.all()
    raise NotFound("measure.not_found")


def shown_here(rows: Sequence[Measure]) -> list[MeasureShown]:
    """With their statements and reasons, in the present scope. Two SQL statements at most."""
    statements = _values(((row.seller_id, row.id) for row in rows), NAME)
    reasons = _values(((row.seller_id, row.lifted_by) for row in rows if row.lifted_by), _LIFTED)
    return [
        _one(row, statements.get((row.seller_id, row.id)), reasons.get((row.seller_id, row.lifted_by)))
        for row in rows
    ]


def _values(entries: Iterable[tuple[int, UUID | None]], name: str) -> dict[tuple[int, UUID | None], bytes]:
    wanted = list(entries)
    if not wanted:
        return {}
    found = Value.objects.filter(
        seller_id__in={seller for seller, _ in wanted}, entry_id__in=[id for _, id in wanted], name=name
    )
    return {(row.seller_id, row.entry_id): bytes(row.value) for row in found}


def _one(row: Measure, statement: bytes | None, reason: bytes | None) -> MeasureShown:
    shown, basis = statement_from(data=statement)
    return MeasureShown(
        id=Ref(row.seller_id, row.id),
        seller_id=row.seller_id,
        kind=MeasureKind(row.kind),
        track=Track(row.track),
        place=row.place,
        tracks=row.tracks,
        proposal=row.proposal_id,
        announced_at=row.announced_at,
        starts_at=starts_at(row),
        ends_at=ends_at(row),
        factor=row.factor,
        appeal_until=row.appeal_until,
        exemption=Exemption(row.exemption) if row.exemption else None,
        basis=basis,
        statement=shown,
        stayed_at=row.stayed_at,
        resumed_at=row.resumed_at,
        lifted_at=row.lifted_at,
        lifted_reason="" if reason is None else reason.decode(),
    )
