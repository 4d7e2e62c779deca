"""A deadline explained, day by day."""

from dataclasses import dataclass
from datetime import date

from helpdesk.workdays.explain import Skip
from helpdesk.workdays.holiday import Holiday


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A holiday that moved a deadline; `calendar` is the widest that has it, a country's before a part's."""

    on: date
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day of a deadline's calculation: its own bounds, and what of it counted.

    Instants in microseconds UTC. A day with `skipped` counted nothing: both its `counted_from` and
    `counted_to` are its start. `excluded` are the intervals between these two that did not count.
    """

    on: date
    starts: int
    ends: int
    counted_from: int
    counted_to: int
    skipped: Skip | None
    holiday: Holiday | None
    excluded: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """How a deadline came to be. Instants in microseconds UTC, days by the calendar's own `zone` (IANA).

    `budget` is the counted time that there was, in microseconds.
    """

    calendar: str
    version: int
    zone: str
    received: int
    deadline: int
    budget: int
    days: tuple[Day, ...]
