"""Violations that count, and what they come to."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.enforcement.models import Concerned, Violation
from helpdesk.enforcement.queries.tracks import tracks_on
from helpdesk.enforcement.rules.points import left, once, total
from helpdesk.enforcement.terms import Basis, Counted, Source, Standing, Tracks, ViolationKind
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import NotFound

_SENT = 20  # violations that a basis holds: the latest; all of them count


def counting(*, seller_id: int, now: datetime, tracks: Tracks) -> list[Counted]:
    """Those that weigh anything now, each message once, the earliest first, in the present scope.

    One SQL statement.
    """
    since = now - timedelta(days=tracks.days + 1)
    rows = Violation.objects.filter(seller_id=seller_id, taken_back_by=None, at__gte=since, at__lte=now)
    return once([counted_of(row) for row in rows])


def buyers_concerned(*, seller_id: int, violations: Sequence[Counted]) -> int:
    """Towards how many different Buyers they were. In the desk's scope. One SQL statement."""
    rows = Concerned.objects.filter(seller_id=seller_id, id__in=[one.id for one in violations])
    return rows.values("buyer_id").distinct().count()


def conduct_basis(*, seller_id: int, now: datetime, tracks: Tracks) -> Basis:
    """Points now, and the violations that make them, in the desk's scope. Two SQL statements."""
    found = counting(seller_id=seller_id, now=now, tracks=tracks)
    return Basis(
        points=total(violations=found, on=now.date(), tracks=tracks),
        buyers=buyers_concerned(seller_id=seller_id, violations=found),
        violations=tuple(found[-_SENT:]),
    )


def own_standing(*, actor: Actor, now: datetime) -> Standing:
    """The Seller's own points and what makes them, the latest first. Two SQL statements beside the scope's.

    Raises NotFound for whoever has none.
    """
    if actor.seller_id is None:
        raise NotFound("measure.not_found")
    with acting(actor):
        tracks = tracks_on(on=now.date())
        found = counting(seller_id=actor.seller_id, now=now, tracks=tracks)
    on = now.date()
    return Standing(
        points=total(violations=found, on=on, tracks=tracks),
        lines=tuple((one, left(violation=one, on=on, tracks=tracks)) for one in reversed(found)),
        tracks=tracks,
    )


def counted_of(row: Violation) -> Counted:
    """A row as the rules count it."""
    return Counted(
        id=row.id,
        kind=ViolationKind(row.kind),
        source=Source(row.source),
        points=row.points,
        at=clock.to_us(row.at),
        chain=row.chain,
        subject=row.subject_id,
    )


def still_counting(*, seller_id: int, violations: Collection[UUID]) -> frozenset[UUID]:
    """Those that nobody took back, in the present scope. One SQL statement."""
    rows = Violation.objects.filter(seller_id=seller_id, id__in=violations, taken_back_by=None)
    return frozenset(rows.values_list("id", flat=True))
