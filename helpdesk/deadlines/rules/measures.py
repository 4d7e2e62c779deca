"""What measures take out of a clock: hours in which they stop its Seller from answering in that conversation.

They are kept, and stand in leaves, as text: "start-end start-end" in microseconds UTC, half-open, in order
and apart from each other; one without an end ("start-") stands last.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import maxsize
from typing import Final, NamedTuple

from helpdesk.marketplace.rules.restricting import kinds_against
from helpdesk.marketplace.terms.restrictions import Act, RestrictionKind
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.exclusions import Interval, merged

FOR_EVER: Final = maxsize  # the end of what has none


class Stopping(NamedTuple):
    """A deadline in microseconds UTC, and what it leaves out, as text; see `stands`."""

    deadline: int
    stopped: str


def kinds_stopping(*, with_order: bool) -> list[RestrictionKind]:
    """Whatever keeps the Seller from answering there.

    A suspended shop keeps the threads of its orders, so their clocks run: its Buyers go on waiting.
    """
    return kinds_against(Act.ANSWER if with_order else Act.WRITE_BEFORE_SALE)


@lru_cache(maxsize=1024)
def intervals_of(text: str, /) -> tuple[Interval, ...]:
    """What the text says, in order and apart from each other, also where the text's are not."""
    pairs = (part.partition("-") for part in text.split())
    return merged((int(start), int(end) if end else FOR_EVER) for start, _, end in pairs)


def text_of(intervals: Iterable[Interval], /) -> str:
    """The intervals as text."""
    return " ".join(f"{start}-{'' if end == FOR_EVER else end}" for start, end in merged(intervals))


def stands(stopped: str, /) -> bool:
    """Whether a clock that leaves this out stands still until further notice."""
    return stopped.endswith("-")


def stands_since(stopped: str, /) -> int | None:
    """From when on it does, in microseconds UTC."""
    return intervals_of(stopped)[-1][0] if stands(stopped) else None


def ended(stopped: str, /) -> tuple[Interval, ...]:
    """What of it has an end, even if that lies ahead."""
    return tuple(part for part in intervals_of(stopped) if part[1] != FOR_EVER)


def hours_stopped(*, told: str, now: str) -> tuple[Interval, ...]:
    """What counts of measures: what is in force `now`, and what was `told` with an end.

    A measure that is lifted early gives nothing back: whoever read the later deadline plans by it.
    """
    return merged((*ended(told), *intervals_of(now)))


def stopping(*, calendar: Calendar, received: int, budget: int, stopped: Sequence[Interval]) -> Stopping:
    """The deadline of a clock that leaves these hours out, by a calendar that does not know of them.

    Where one of them has no end and begins before the deadline, the clock stands; in the place of its
    deadline is the last instant that the calendar knows, which is nobody's to keep.
    """
    within = [part for part in stopped if part[1] > received]
    closed = [part for part in within if part[1] != FOR_EVER]
    deadline = _deadline(calendar, received, budget, closed)
    counts = [part for part in within if part[0] < deadline]
    if counts and counts[-1][1] == FOR_EVER:
        deadline = calendar.day_starts[-1]
    return Stopping(deadline=deadline, stopped=text_of(counts))


def _deadline(calendar: Calendar, at: int, left: int, closed: Sequence[Interval]) -> int:
    """As by the table without these hours, which are in order, without the cost of cutting it."""
    for start, end in closed:
        if start >= calendar.day_starts[-1]:
            break
        counted = calendar.counted(start=at, end=start)
        if counted >= left:
            break
        at, left = max(at, end), left - counted
    return calendar.deadline(received=at, budget=left)
