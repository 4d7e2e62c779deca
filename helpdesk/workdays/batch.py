"""Many deadlines of one calendar and one budget at once, exactly as `Calendar.deadline` gives each.

With numpy (the extra `batch`) any order is fast; without it, receipts in order of time are.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from itertools import islice, repeat
from operator import le

from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.refusals import OutsideCalendar
from helpdesk.workdays.steps import Steps, steps_of

Way = Callable[[Steps, memoryview], "array[int] | None"]


def deadlines(
    *, calendar: Calendar, received: "array[int] | memoryview", budget: int = DAY_US
) -> "array[int]":
    """The deadline of each receipt, in their order. Microseconds UTC, as everywhere.

    `received` is `array("q")`, or a `memoryview` of 64-bit integers, also of a numpy array. `OutsideCalendar`
    names the first receipt that has no deadline in the table; `ValueError` for a budget that is not over 0
    and for a buffer of anything else.
    """
    steps = steps_of(calendar=calendar, budget=budget)
    instants = _instants(received)
    found = _way()(steps, instants)
    if found is None:
        raise _first_refusal(calendar, budget, steps, instants)
    return found


def in_plain_python(steps: Steps, instants: memoryview) -> "array[int] | None":
    """Slices between bounds where the receipts are in order, else a bisection each; None: one is outside."""
    received: list[int] = instants.tolist()
    if not received:
        return array("q")
    in_order = all(map(le, received, islice(received, 1, None)))
    lowest, highest = (received[0], received[-1]) if in_order else (min(received), max(received))
    if lowest < steps.first or highest >= steps.until:
        return None
    return _merged(steps, received) if in_order else _looked_up(steps, received)


def _merged(steps: Steps, received: list[int]) -> "array[int]":
    found = array("q")
    at = 0
    for end, moves, fixed in zip(steps.ends(), steps.moves, steps.fixed, strict=True):
        start, at = at, bisect_left(received, end, at)
        found.extend([one + fixed for one in received[start:at]] if moves else [fixed] * (at - start))
    return found


def _looked_up(steps: Steps, received: list[int]) -> "array[int]":
    bounds, moves, fixed = steps.bounds, steps.moves, steps.fixed
    after = map(bisect_right, repeat(bounds), received)
    return array("q", [one * moves[i - 1] + fixed[i - 1] for one, i in zip(received, after, strict=True)])


def _way() -> Way:
    if find_spec("numpy") is None:
        return in_plain_python
    found: Way = import_module("helpdesk.workdays.vectors").in_numpy
    return found


def _instants(received: "array[int] | memoryview") -> memoryview:
    view = memoryview(received)
    if view.ndim != 1 or view.itemsize != 8 or view.format not in ("q", "l"):
        raise ValueError(f"receipts are one row of 64-bit integers, not {view.format!r} in {view.ndim} rows")
    return view


def _first_refusal(calendar: Calendar, budget: int, steps: Steps, instants: memoryview) -> OutsideCalendar:
    for index, one in enumerate(instants):
        if not steps.first <= one < steps.until:
            try:
                calendar.deadline(received=one, budget=budget)
            except OutsideCalendar as error:
                return OutsideCalendar(f"receipt {index}: {error}")
    raise AssertionError("every receipt has a deadline")
