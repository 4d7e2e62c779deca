"""Open time that does not count: outages of the Helpdesk, and whatever else stops a clock for a while."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

from helpdesk.workdays.calendar import Calendar

Interval = tuple[int, int]  # half-open [start, end), microseconds UTC


def without(*, calendar: Calendar, intervals: Sequence[Interval]) -> Calendar:
    """The same calendar with these half-open intervals (microseconds UTC) cut out of its open time.

    In any order; they may overlap, touch, be empty, lie on closed time or outside the table. A deadline skips
    them to the microsecond, and `excluded` keeps what was cut out, beside what had been cut out before. Which
    days are business days stays as it is.
    """
    holes = merged(intervals)
    runs = tuple(zip(calendar.starts, calendar.ends, strict=True))
    cut = tuple(part for run in runs for part in within(run, holes))
    if not cut:
        return calendar
    left = tuple(part for run in runs for part in outside(run, holes))
    return replace(
        calendar,
        starts=tuple(start for start, _ in left),
        ends=tuple(end for _, end in left),
        counted_before=tuple(accumulate((end - start for start, end in left), initial=0)),
        excluded=merged((*calendar.excluded, *cut)),
    )


def excluded_between(*, calendar: Calendar, start: int, end: int) -> tuple[Interval, ...]:
    """The excluded open time within [start, end), in order; nothing if `end` is not after `start`."""
    return tuple(within((start, end), calendar.excluded))


def merged(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same time, sorted and apart from each other, none empty."""
    found: list[Interval] = []
    for start, end in sorted(interval for interval in intervals if interval[0] < interval[1]):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def within(run: Interval, holes: Sequence[Interval]) -> Iterator[Interval]:
    """The parts of the run that lie in a hole; these are in order and apart from each other."""
    start, end = run
    first = max(0, bisect_right(holes, (start,)) - 1)  # a hole that begins before the run may reach into it
    for hole in range(first, len(holes)):
        opened, closed = holes[hole]
        if opened >= end:
            return
        if closed > start:
            yield max(start, opened), min(end, closed)


def outside(run: Interval, holes: Sequence[Interval]) -> Iterator[Interval]:
    """The parts of the run that lie in no hole; these as above."""
    at, end = run
    for opened, closed in within(run, holes):
        if at < opened:
            yield at, opened
        at = closed
    if at < end:
        yield at, end
