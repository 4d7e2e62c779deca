"""Sums that do not add up: a number of pieces at a price, parts and their total, a percentage off."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from helpdesk.conduct.rules import sums_words as words
from helpdesk.conduct.rules.quantities import Quantity

Span = tuple[int, int]
_PARTS: Final = 6  # of one sum; three to the power of it are tried
_CENTS: Final = 0.051  # what rounding may add


def find(text: str, seen: Sequence[Quantity], before: Sequence[Quantity]) -> Iterator[tuple[str, Span]]:
    """Of the quantities of a text; `before`: those of earlier messages, which may be parts, too."""
    money = [one for one in seen if one.dimension == "money"]
    if len(money) < 2:
        return
    yield from _percent(text, seen, money)
    if words.LOOSE.search(text):
        return
    for total in money[1:]:
        if words.TOTAL.search(text, max(0, total.start - 40), total.start) or words.AFTER.match(
            text, total.end
        ):
            parts = _parts(text, [one for one in seen if one.end <= total.start])
            if parts and not _adds_up(total.value, [*parts, *(one.value for one in before)][:_PARTS]):
                yield "sum", (total.start, total.end)
            return


def _parts(text: str, seen: Sequence[Quantity]) -> list[float]:
    """Amounts, products in the place of what is multiplied; none where there is one part only."""
    parts: list[float] = []
    products = 0
    factor: Quantity | None = None
    for one in seen:
        if one.dimension == "money" or (factor is not None and one.dimension in ("", "count")):
            by = factor.value if factor is not None and _multiplied(text, factor, one) else 0.0
            products += bool(by)
            parts.append((by or 1.0) * one.value)
            factor = None
        elif one.dimension in ("count", ""):
            factor = one
        elif one.dimension in ("length", "mass", "volume"):
            factor = one._replace(value=_written(text, one))
    return parts if len(parts) > 1 or products else []


def _multiplied(text: str, factor: Quantity, one: Quantity) -> bool:
    between = (text, factor.start, one.start)
    return words.AT.search(*between) is not None or words.TIMES.search(*between) is not None


def _written(text: str, one: Quantity) -> float:
    digits = re.match(r"\d{1,6}(?:[.,]\d{1,3})?", text[one.start : one.end])
    return float(digits[0].replace(",", ".")) if digits else one.value


def _adds_up(total: float, parts: Sequence[float]) -> bool:
    """Whether some of the parts, each added or taken off, make the total."""
    reached = {0.0}
    for part in parts:
        reached |= {round(one + sign * part, 2) for one in reached for sign in (1, -1)}
    return any(abs(one - total) < _CENTS for one in reached)


def _percent(text: str, seen: Sequence[Quantity], money: Sequence[Quantity]) -> Iterator[tuple[str, Span]]:
    """So much per cent less than a price is another price."""
    off = {one.value for one in seen if one.dimension == "percent" and 1 <= one.value <= 95}
    prices = sorted({one.value for one in money})
    if len(off) != 1 or len(prices) != 2 or len(money) > 3 or not words.PERCENT_OFF.search(text):
        return
    low, high = prices
    if not words.REDUCED.search(text) or words.CARRIAGE.search(text):
        return
    share = off.pop() / 100
    right = (high * (1 - share), high * share, high / (1 + share))
    if all(abs(low - one) > 0.015 * high + _CENTS for one in right):
        yield "percent", (money[-1].start, money[-1].end)
