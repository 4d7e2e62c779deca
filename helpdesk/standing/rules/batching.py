"""The sums of many Sellers at once, exactly as `scoring.sums` gives each.

With numpy (the extra `batch`) it is some ten times as fast; the whole numbers are the same.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec

from helpdesk.standing.rules.ageing import weights_of
from helpdesk.standing.rules.capping import Scale, scales
from helpdesk.standing.terms import Sums, Weights
from helpdesk.standing.terms.columns import Columns

Way = Callable[..., list[Sums]]


def totals(*, columns: Columns, sellers: int, weights: Weights) -> list[Sums]:
    """The sums of each seller, by index; those without a line have nothing."""
    return _way()(columns=columns, sellers=sellers, weights=weights)


def in_plain_python(*, columns: Columns, sellers: int, weights: Weights) -> list[Sums]:
    """Line by line."""
    by_age, found = weights_of(weights), [[0, 0, 0, 0] for _ in range(sellers)]
    scale = _scales(columns, weights)
    rows = zip(
        columns.seller,
        columns.buyer,
        columns.halves,
        columns.with_order,
        columns.is_answer,
        columns.age,
        columns.value,
        strict=True,
    )
    for seller, buyer, halves, ordered, answer, age, value in rows:
        up, down = scale[buyer][ordered]
        weight = by_age[age] * halves * up // (2 * down)
        total = found[seller]
        total[0] += weight
        total[1] += weight * value
        if answer:
            total[2] += weight
            total[3] += weight * value
    return [Sums(n=n, m=m, answers_n=k, answers_m=j) for n, m, k, j in found]


def _scales(columns: Columns, weights: Weights) -> list[tuple[Scale, Scale]]:
    sums: list[list[int]] = [[0, 0] for _ in range(max(columns.buyer, default=-1) + 1)]
    for buyer, halves, ordered in zip(columns.buyer, columns.halves, columns.with_order, strict=True):
        sums[buyer][ordered] += halves
    return [scales(without=one, ordered=two, weights=weights) for one, two in sums]


def _way() -> Way:
    if find_spec("numpy") is None:
        return in_plain_python
    found: Way = import_module("helpdesk.standing.rules.vectors").in_numpy
    return found
