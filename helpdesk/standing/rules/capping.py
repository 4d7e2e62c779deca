"""What one buyer can weigh: floods of questions and sock puppets end here.

Obligations without an order are first scaled to the smaller cap, then all of that buyer's to the larger one.
Base weights are whole halves, so each scale is a fraction of small integers.
"""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from helpdesk.standing.rules.ageing import weights_of
from helpdesk.standing.terms import Counted, Weights

Scale = tuple[int, int]  # numerator, denominator


def capped(*, items: Sequence[Counted], weights: Weights) -> list[int]:
    """The weight of each after age and caps, in 2**-32, rounded down."""
    by_age, scales = weights_of(weights), scales_of(items=items, weights=weights)
    found = []
    for item in items:
        up, down = scales[item.pair][item.with_order]
        found.append(by_age[item.age] * item.halves * up // (2 * down))
    return found


def scales_of(*, items: Sequence[Counted], weights: Weights) -> dict[UUID, tuple[Scale, Scale]]:
    """By buyer: the scale without and with an order, from sums over all that counts, before age."""
    sums: dict[UUID, list[int]] = defaultdict(lambda: [0, 0])
    for item in items:
        sums[item.pair][item.with_order] += item.halves
    return {pair: scales(without=one, ordered=two, weights=weights) for pair, (one, two) in sums.items()}


def scales(*, without: int, ordered: int, weights: Weights) -> tuple[Scale, Scale]:
    """The scale without and with an order; `without` and `ordered` are sums of base weights in halves."""
    first = _scale(without, weights.buyer_without_order)
    second = _scale(min(without, weights.buyer_without_order) + ordered, weights.buyer)
    return (first[0] * second[0], first[1] * second[1]), second


def _scale(total: int, cap: int) -> Scale:
    return (cap, total) if total > cap else (1, 1)
