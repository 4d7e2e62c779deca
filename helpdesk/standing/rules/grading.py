"""What is said of a Seller to Buyers: no more than a glance can take in, and nothing of what is by chance."""

from collections.abc import Sequence
from fractions import Fraction

from helpdesk.standing.rules.tallying import quantile
from helpdesk.standing.terms import Level, Score
from helpdesk.standing.terms.grades import GRADE_FROM, Grade, Usually

_HOUR_US = 3_600_000_000


def grade(*, score: Score, amounts: Sequence[int]) -> Grade:
    """From a score, and what answers took (counted microseconds). Measures have no part in it."""
    return Grade(
        level=score.level,
        score=None if score.level is Level.NEW else int(score.p * 100 + Fraction(1, 2)),
        usually=usually(amounts=amounts),
    )


def usually(*, amounts: Sequence[int]) -> Usually | None:
    """The least that half of the answers kept to, its bound included; None of fewer than five, or of slow."""
    half = quantile(amounts=amounts, percent=50) if len(amounts) >= GRADE_FROM else None
    if half is None:
        return None
    return next((one for one in Usually if half <= one * _HOUR_US), None)
