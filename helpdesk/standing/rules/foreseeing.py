"""What would change a score: the open questions answered, or left."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from uuid import UUID

from helpdesk.standing.rules.scoring import score, sums
from helpdesk.standing.rules.valuing import counted
from helpdesk.standing.terms import Pair, Point, Score, State, Weights


def pair_of(
    *, points: Sequence[Point], overruns: Mapping[UUID, int], weights: Weights, on: date, at: int
) -> Pair:
    """The score with the named open points answered at `at` (microseconds UTC), and with them left for good.

    `overruns` are those points, each with its counted microseconds past the deadline; 0 where it is not due.
    """
    answered = [_ended(point, State.LATE if at > point.deadline else State.MET, overruns) for point in points]
    left = [_ended(point, State.MISSED, overruns) for point in points]
    return Pair(answered=_score(answered, weights, on, at), left=_score(left, weights, on, at))


def _ended(point: Point, state: State, overruns: Mapping[UUID, int]) -> Point:
    if point.id not in overruns or point.stands is not State.OPEN:
        return point
    return replace(point, state=state, overrun=overruns[point.id])


def _score(points: Sequence[Point], weights: Weights, on: date, at: int) -> Score:
    items = counted(points=points, weights=weights, on=on, at=at)
    return score(total=sums(items=items, weights=weights), weights=weights)
