"""How many were in time, as information: none of it enters the score."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from helpdesk.standing.rules.ageing import day_number
from helpdesk.standing.terms import Line, State, Tally, Week, Why

_DAY_US = 86_400_000_000


def tally(*, lines: Iterable[Line], since: int) -> Tally:
    """Of those that were due since an instant (microseconds UTC), or were done before they were due."""
    return _tally(line for line in lines if line.point.deadline >= since)


def weeks(*, lines: Sequence[Line], on: date, count: int) -> list[Week]:
    """By the week in which they were due, the earliest first; the last week ends with the day `on` (UTC)."""
    last = day_number(on)
    parts: list[list[Line]] = [[] for _ in range(count)]
    for line in lines:
        back = max(0, last - line.point.deadline // _DAY_US) // 7
        if back < count:
            parts[back].append(line)
    return [
        Week(first_on=on - timedelta(days=7 * back + 6), tally=_tally(parts[back]))
        for back in reversed(range(count))
    ]


def spread(*, amounts: Iterable[int], width: int, bins: int) -> list[int]:
    """How many of the amounts lie in each bin of that width, all that are larger in the last.

    A bin ends with its upper bound: what took just 24 h was in time.
    """
    found = Counter(min(bins - 1, max(0, -(-amount // width) - 1)) for amount in amounts)
    return [found[place] for place in range(bins)]


def quantile(*, amounts: Sequence[int], percent: int) -> int | None:
    """The smallest amount that so many percent do not exceed; None of nothing."""
    ranked = sorted(amounts)
    return ranked[max(0, -(-percent * len(ranked) // 100) - 1)] if ranked else None


def _tally(lines: Iterable[Line]) -> Tally:
    states = Counter(line.point.stands for line in lines if line.why is Why.COUNTS)
    return Tally(
        met=states[State.MET], late=states[State.LATE], missed=states[State.MISSED] + states[State.OPEN]
    )
