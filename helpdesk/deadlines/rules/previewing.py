"""What publishing a calendar version or an outage would do: counted before anybody publishes.

Instants are integer microseconds UTC, budgets microseconds of counted time.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from helpdesk.deadlines.terms.outages import Foreseen
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.refusals import OutsideCalendar


class Clock(NamedTuple):
    """An obligation as a preview needs it; `answered` is None while it is open, else it was answered late."""

    received: int
    deadline: int
    budget: int
    answered: int | None = None


def foreseen(*, clocks: Iterable[Clock], tables: Sequence[Calendar], now: int) -> Foreseen:
    """What would become of these clocks if each counted by the latest deadline of `tables`, never shorter."""
    moved = rescued = corrected = 0
    for clock in clocks:
        deadline = _later(clock, tables)
        if clock.answered is not None:
            corrected += clock.deadline < clock.answered <= deadline
        elif deadline > clock.deadline:
            moved += 1
            rescued += clock.deadline < now <= deadline
    return Foreseen(moved=moved, rescued=rescued, corrected=corrected)


def _later(clock: Clock, tables: Sequence[Calendar]) -> int:
    deadline = clock.deadline
    for table in tables:
        try:
            deadline = max(deadline, table.deadline(received=clock.received, budget=clock.budget))
        except OutsideCalendar:
            continue  # a version that ends too early says nothing of this clock
    return deadline
