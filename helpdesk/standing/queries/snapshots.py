"""Stored scores."""

from collections.abc import Sequence
from datetime import date

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.standing.models import Snapshot
from helpdesk.standing.queries.weights import weights_by_version
from helpdesk.standing.rules.scoring import score
from helpdesk.standing.terms import Day, Sums


def sums_in(row: Snapshot) -> Sums:
    """The sums that a row holds."""
    return Sums(n=int(row.n), m=int(row.m), answers_n=int(row.answers_n), answers_m=int(row.answers_m))


def stored_on(*, sellers: Sequence[int], on: date) -> dict[int, Snapshot]:
    """The snapshots of a day, by seller, in the present scope. One SQL statement."""
    rows = Snapshot.objects.filter(counted_on=on, seller_id__in=list(sellers))
    return {row.seller_id: row for row in rows}


def scores_since(*, seller_id: int, on: date) -> list[Day]:
    """What was stored from a day on, the earliest first, in the present scope. Two SQL statements."""
    rows = Snapshot.objects.filter(seller_id=seller_id, counted_on__gte=on).order_by("counted_on")
    by_version = weights_by_version()
    found = ((row, score(total=sums_in(row), weights=by_version[row.weights])) for row in rows)
    return [Day(on=row.counted_on, p=one.p, f=one.f) for row, one in found]


def trend_of(*, actor: Actor, seller_id: int, on: date) -> list[Day]:
    """The same for whoever may see that seller. Two SQL statements beside the scope's."""
    with acting(actor):
        return scores_since(seller_id=seller_id, on=on)
