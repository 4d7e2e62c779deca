"""Sums in numpy, which is optional: import this module only where it is.

Everything is whole numbers. Sums are taken in two parts of 24 bits, each exact in the doubles that numpy
adds up in, and put together as Python's integers: no number of obligations is too large for them.
"""

from importlib import import_module
from typing import Any, Final

from helpdesk.standing.rules.ageing import weights_of
from helpdesk.standing.terms import Sums, Weights
from helpdesk.standing.terms.columns import Columns

_np: Any = import_module("numpy")
_PART: Final = 24


def in_numpy(*, columns: Columns, sellers: int, weights: Weights) -> list[Sums]:
    """The sums of each seller."""
    if not len(columns):
        return [Sums() for _ in range(sellers)]
    seller, answer = _vector(columns.seller), _vector(columns.is_answer)
    weight = _weights(columns, weights)
    worth = weight * _vector(columns.value)
    parts = (weight, worth, weight * answer, worth * answer)
    sums = (_sum(seller, part, sellers) for part in parts)
    return [Sums(n=n, m=m, answers_n=k, answers_m=j) for n, m, k, j in zip(*sums, strict=True)]


def _weights(columns: Columns, weights: Weights) -> Any:
    halves, buyer = _vector(columns.halves), _vector(columns.buyer)
    ordered = _vector(columns.with_order) == 1
    size = int(buyer.max()) + 1
    without = _small(buyer, _np.where(ordered, 0, halves), size)
    first = _scale(without, weights.buyer_without_order)
    inside = _np.minimum(without, weights.buyer_without_order)
    second = _scale(inside + _small(buyer, _np.where(ordered, halves, 0), size), weights.buyer)
    up, down = second[0][buyer], second[1][buyer]
    up, down = (
        _np.where(ordered, up, up * first[0][buyer]),
        _np.where(ordered, down, down * first[1][buyer]),
    )
    return _np.array(weights_of(weights))[_vector(columns.age)] * halves * up // (2 * down)


def _scale(total: Any, cap: int) -> tuple[Any, Any]:
    over = total > cap
    return _np.where(over, cap, 1), _np.where(over, total, 1)


def _small(index: Any, values: Any, size: int) -> Any:
    return _np.bincount(index, values, size).astype(_np.int64)


def _sum(index: Any, values: Any, size: int) -> list[int]:
    high = _np.bincount(index, values >> _PART, size).astype(_np.int64).tolist()
    low = _np.bincount(index, values & ((1 << _PART) - 1), size).astype(_np.int64).tolist()
    return [(one << _PART) + two for one, two in zip(high, low, strict=True)]


def _vector(column: Any) -> Any:
    return _np.frombuffer(column, dtype=_np.int64)
