"""A calendar's deadline for one budget, as a function of the receipt: straight pieces with few bounds.

In open time a deadline moves with its receipt, in closed time it stands still; which of the two, and how far
away, changes only where a run begins or ends, and where the budget begins to end in a later run. Whoever has
many receipts finds the piece and adds, instead of going over the calendar for each.
"""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.refusals import OutsideCalendar


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Steps:
    """From `bounds[i]` on, the deadline is `moves[i] * received + fixed[i]`. All in microseconds UTC.

    Receipts from `first` on, before `until`, have a deadline in the table.
    """

    first: int
    until: int
    bounds: tuple[int, ...]
    moves: tuple[int, ...]  # 1 in open time, 0 in closed time
    fixed: tuple[int, ...]

    def ends(self) -> tuple[int, ...]:
        """Where each piece ends."""
        return (*self.bounds[1:], self.until)


@lru_cache(maxsize=64)  # some milliseconds each, for a calendar that is asked again and again
def steps_of(*, calendar: Calendar, budget: int) -> Steps:
    """The pieces of this budget (over 0, else `ValueError`); none where the calendar is too short for it."""
    if budget <= 0:
        raise ValueError(f"a budget is more than 0 microseconds, not {budget}")
    pieces: list[tuple[int, int, int]] = []
    bounds = _bounds(calendar, budget)
    for bound, after in pairwise((*bounds, bounds[-1])):
        try:
            deadline = calendar.deadline(received=bound, budget=budget)
        except OutsideCalendar:
            return _steps(pieces, first=bounds[0], until=bound)
        move = int(calendar.counted(start=bound, end=after) > 0)
        pieces.append((bound, move, deadline - move * bound))
    raise AssertionError("what is received at the last instant of a table has no deadline in it")


def _steps(pieces: Sequence[tuple[int, int, int]], *, first: int, until: int) -> Steps:
    bounds, moves, fixed = zip(*pieces, strict=True) if pieces else ((), (), ())
    return Steps(first=first, until=until, bounds=bounds, moves=moves, fixed=fixed)


def _bounds(calendar: Calendar, budget: int) -> list[int]:
    known = calendar.day_starts[0], calendar.day_starts[-1]
    return sorted({*known, *calendar.starts, *calendar.ends, *_crossings(calendar, budget)})


def _crossings(calendar: Calendar, budget: int) -> Iterator[int]:
    """For each run, the first open receipt whose budget ends after it; the one before it is a tie."""
    counted = calendar.counted_before
    for used_up in counted[1:]:
        if used_up >= budget:
            run = bisect_right(counted, used_up - budget) - 1
            yield calendar.starts[run] + used_up - budget - counted[run] + 1
