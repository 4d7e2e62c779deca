"""Worked examples by a version of the weights: fresh obligations, each of a Buyer of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.standing.rules.scoring import score
from helpdesk.standing.rules.valuing import late_value
from helpdesk.standing.terms import V_ONE, W_ONE, Score, Sums, Weights

LATE_HOURS = 6  # counted, of the late ones
_HOUR_US = 3_600_000_000
_OF = ((0, 0, 0), (3, 0, 0), (95, 0, 5), (95, 5, 0), (2, 0, 3), (60, 0, 40))


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """So many answers in time, LATE_HOURS late, and never, and what they come to."""

    met: int
    late: int
    missed: int
    score: Score


def examples(*, weights: Weights) -> Sequence[Example]:
    """A few, from a shop that nobody asked yet to one that leaves many unanswered."""
    return [
        Example(met=met, late=late, missed=missed, score=_score(met, late, missed, weights))
        for met, late, missed in _OF
    ]


def _score(met: int, late: int, missed: int, weights: Weights) -> Score:
    weight = W_ONE * weights.answer // 2
    value = late_value(overrun=LATE_HOURS * _HOUR_US, weights=weights)
    n, m = weight * (met + late + missed), weight * (met * V_ONE + late * value)
    return score(total=Sums(n=n, m=m, answers_n=n, answers_m=m), weights=weights)
