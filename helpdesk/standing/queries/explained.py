"""A Seller's own standing, explained: the score with every obligation that makes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden
from helpdesk.standing.policies import can_read_own
from helpdesk.standing.queries.ledgers import points_since
from helpdesk.standing.queries.weights import weights_on
from helpdesk.standing.rules.ageing import oldest
from helpdesk.standing.rules.explaining import lines, summed
from helpdesk.standing.rules.scoring import score
from helpdesk.standing.terms import Line, Point, Score, Weights, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """`lines` are all obligations of the last days that the weights look at, the latest deadline first; those
    that count sum to the score's n and m.
    """

    seller_id: int
    score: Score
    weights: Weights
    lines: Sequence[Line]

    @property
    def points(self) -> list[Point]:
        """As the score takes them."""
        return [line.point for line in self.lines]


@dataclass(frozen=True, slots=True, kw_only=True)
class LinesPage:
    """A part of the lines: `more` where the list goes on; `total` of all pages."""

    score: Score
    weights: Weights
    lines: Sequence[Line]
    total: int
    more: bool


def explained(*, actor: Actor, now: datetime) -> Explained:
    """The own one, as it stands now. Two SQL statements. Raises Forbidden for whoever has none."""
    with acting(actor):
        return explained_here(actor=actor, now=now)


def explained_here(*, actor: Actor, now: datetime) -> Explained:
    """The same, in the present scope."""
    if not can_read_own(actor=actor) or actor.seller_id is None:
        raise Forbidden("standing.own")
    return explained_of(seller_id=actor.seller_id, now=now)


def explained_of(*, seller_id: int, now: datetime) -> Explained:
    """Any seller's, in the present scope. Two SQL statements."""
    on, at = now.date(), clock.to_us(now)
    weights = weights_on(on=on)
    points = points_since(seller_id=seller_id, deadline=oldest(on=on, weights=weights))
    found = lines(points=points, weights=weights, on=on, at=at)
    return Explained(
        seller_id=seller_id,
        score=score(total=summed(lines=found), weights=weights),
        weights=weights,
        lines=found,
    )


def lines_of(
    *,
    actor: Actor,
    now: datetime,
    limit: int,
    after: tuple[datetime, UUID] | None = None,
    lost: bool = False,
) -> LinesPage:
    """A page of the own obligations, the latest deadline first, `after` one (its deadline and id).

    With `lost`, those alone that cost something. Two SQL statements. Raises Forbidden.
    """
    found = explained(actor=actor, now=now)
    wanted = [line for line in found.lines if not lost or costs(line=line)]
    rest = wanted if after is None else [line for line in wanted if _place(line) < _of(after)]
    return LinesPage(
        score=found.score,
        weights=found.weights,
        lines=rest[:limit],
        total=len(wanted),
        more=len(rest) > limit,
    )


def costs(*, line: Line) -> bool:
    """Whether the score would be higher had it been met in time."""
    return line.why is Why.COUNTS and line.lost > 0


def _place(line: Line) -> tuple[int, UUID]:
    return line.point.deadline, line.point.id


def _of(after: tuple[datetime, UUID]) -> tuple[int, UUID]:
    return clock.to_us(after[0]), after[1]
