"""A Seller's score as it stands now, with each point that makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.standing.queries.ledgers import points_of
from helpdesk.standing.queries.weights import weights_on
from helpdesk.standing.rules.capping import capped
from helpdesk.standing.rules.scoring import score, sums
from helpdesk.standing.rules.valuing import counted
from helpdesk.standing.terms import Counted, Point, Score, Weights


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """`parts` are what counts, with the weight of each in 2**-32: they sum to the score's n and m exactly.

    `points` are all obligations, those too that count nothing.
    """

    score: Score
    weights: Weights
    points: Sequence[Point]
    parts: Sequence[tuple[Counted, int]]


def standing_of(*, actor: Actor, now: datetime, seller_id: int) -> Standing:
    """Of a seller whom the actor may see; of others, that of one without obligations. Two SQL statements."""
    with acting(actor):
        weights, points = weights_on(on=now.date()), points_of(seller_id=seller_id)
    items = counted(points=points, weights=weights, on=now.date(), at=clock.to_us(now))
    return Standing(
        score=score(total=sums(items=items, weights=weights), weights=weights),
        weights=weights,
        points=points,
        parts=[*zip(items, capped(items=items, weights=weights), strict=True)],
    )
