"""From what counts to the score, the visibility and how a Seller is shown."""

from collections.abc import Sequence
from fractions import Fraction

from helpdesk.standing.rules import wilson
from helpdesk.standing.rules.capping import capped
from helpdesk.standing.terms import MILLI, NOTHING, V_ONE, W_ONE, Counted, Level, Score, Sums, Weights


def sums(*, items: Sequence[Counted], weights: Weights) -> Sums:
    """Of one Seller, or of some of their buyers: each buyer's obligations must be together."""
    total = NOTHING
    for item, weight in zip(items, capped(items=items, weights=weights), strict=True):
        total += _one(item, weight)
    return total


def score(*, total: Sums, weights: Weights) -> Score:
    """What the sums come to."""
    unit = W_ONE * V_ONE
    p = Fraction(weights.prior_met * unit + total.m, weights.prior * unit + total.n * V_ONE)
    n, m = Fraction(total.n, W_ONE), Fraction(total.m, unit)
    k, answers, z = Fraction(total.answers_m, unit), Fraction(total.answers_n, W_ONE), _share(weights.z)
    lower, upper = wilson.interval(k=k, n=answers, z=z)
    return Score(
        n=n,
        m=m,
        p=p,
        f=visibility(p=p, weights=weights),
        level=_level(n, k, answers, z, weights),
        lower=lower,
        upper=upper,
        asks_for_step=answers >= weights.step_from
        and wilson.is_below(k=k, n=answers, bound=_share(weights.step_below), z=z),
    )


def visibility(*, p: Fraction, weights: Weights) -> Fraction:
    """The ranking parameter, between the floor and 1."""
    low, high = _share(weights.low), _share(weights.high)
    reached: Fraction = min(max((p - low) / (high - low), Fraction(0)), Fraction(1))
    return _share(weights.floor) + _share(weights.span) * reached


def _level(n: Fraction, k: Fraction, answers: Fraction, z: Fraction, weights: Weights) -> Level:
    if n < weights.label_from:
        return Level.NEW
    badge = wilson.reaches(k=k, n=answers, bound=_share(weights.badge_at), z=z)
    return Level.RELIABLE if answers >= weights.badge_from and badge else Level.RATED


def _one(item: Counted, weight: int) -> Sums:
    worth = weight * item.value
    if item.is_answer:
        return Sums(n=weight, m=worth, answers_n=weight, answers_m=worth)
    return Sums(n=weight, m=worth)


def _share(milli: int) -> Fraction:
    return Fraction(milli, MILLI)
