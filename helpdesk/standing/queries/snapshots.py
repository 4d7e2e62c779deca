"""Stored scores."""

from collections.abc import Sequence
from datetime import date

from django.db.models import OuterRef, Subquery

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.standing.models import Snapshot, WeightsVersion
from helpdesk.standing.rules.scoring import score
from helpdesk.standing.rules.shipped import shipped, weights_from
from helpdesk.standing.terms import Day, Sums


def sums_in(row: Snapshot) -> Sums:
    """The sums that a row holds."""
    return Sums(n=int(row.n), m=int(row.m), answers_n=int(row.answers_n), answers_m=int(row.answers_m))


def stored_on(*, sellers: Sequence[int], on: date) -> dict[int, Snapshot]:
    """The snapshots of a day, by seller, in the present scope. One SQL statement."""
    rows = Snapshot.objects.filter(counted_on=on, seller_id__in=list(sellers))
    return {row.seller_id: row for row in rows}


def scores_since(*, seller_id: int, on: date) -> list[Day]:
    """What was stored from a day on, the earliest first, in the present scope. One SQL statement.

    Each day is scored by the weights that it was counted by, the release's where those were not published.
    """
    by = WeightsVersion.objects.filter(version=OuterRef("weights")).values("content")
    stored = Snapshot.objects.filter(seller_id=seller_id, counted_on__gte=on).order_by("counted_on")
    rows = list(stored.annotate(content=Subquery(by)))
    by_version = {row.weights: row.content for row in rows}
    weights = {one: weights_from(facts=facts) if facts else shipped() for one, facts in by_version.items()}
    found = ((row, score(total=sums_in(row), weights=weights[row.weights])) for row in rows)
    return [Day(on=row.counted_on, p=one.p, f=one.f) for row, one in found]


def trend_of(*, actor: Actor, seller_id: int, on: date) -> list[Day]:
    """The same for whoever may see that seller. One SQL statement beside the scope's."""
    with acting(actor):
        return scores_since(seller_id=seller_id, on=on)
