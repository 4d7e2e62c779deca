"""What `bin/bench clock` prints."""

from collections.abc import Mapping, Sequence
from math import isnan
from statistics import median
from typing import Any

from tests.bench.clock.turns import Turn
from tests.bench.clock.worker import HANGS, NOT_ASKED

MINUTE_US = 60_000_000
COLUMNS = ("", "each", "times ours (lowest-highest)", "exact", "within 1 min", "hangs", "cannot say")


def table(*, turns: Sequence[Turn], truth: Sequence[int]) -> str:
    """A line for each contender."""
    by_name = {turn.entry.name: turn for turn in turns}
    rows = [COLUMNS, *(row(turn, by_name, truth) for turn in turns)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(_line(cells, widths) for cells in rows)


def row(turn: Turn, by_name: Mapping[str, Turn], truth: Sequence[int]) -> tuple[str, ...]:
    """Its time, how it compares, and how often it was right."""
    return (
        turn.entry.name,
        _time(median(turn.bursts)),
        _times(turn, by_name[turn.entry.beside]),
        f"{right(turn.answers, truth, 0):,} of {len(truth):,}",
        f"{right(turn.answers, truth, MINUTE_US):,}",
        _hangs(turn.answers),
        turn.entry.cannot,
    )


def _hangs(answers: Sequence[Any]) -> str:
    return f"{answers.count(HANGS)}{', then left' if NOT_ASKED in answers else ''}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *figures, last = (
        f"{cell:{'<' if n in (0, len(widths) - 1) else '>'}{width}}"
        for n, (cell, width) in enumerate(zip(cells, widths, strict=True))
    )
    return "  ".join((first, *figures, last)).rstrip()


def _time(ns: float) -> str:
    if isnan(ns):
        return "-"
    return f"{ns:,.0f} ns" if ns < 1000 else f"{ns / 1000:,.2f} µs"


def _times(turn: Turn, ours: Turn) -> str:
    ratios = [theirs / mine for theirs, mine in zip(turn.bursts, ours.bursts, strict=True)]
    if any(map(isnan, ratios)):
        return "-"
    return f"{median(ratios):,.2f} ({min(ratios):,.2f}-{max(ratios):,.2f})"


def right(answers: Sequence[Any], truth: Sequence[int], off: int) -> int:
    pairs = zip(answers, truth, strict=True)
    return sum(isinstance(found, int) and abs(found - true) <= off for found, true in pairs)
