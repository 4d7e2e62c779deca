"""A deadline explained, day by day."""

from dataclasses import dataclass
from datetime import date

from helpdesk.workdays.exclusions import outside
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
    `counted_to` are its start. `excluded` are the intervals between these two that did not count; `stopped`
    those of them in which a measure stopped the Seller from answering.
    """

    on: date
    starts: int
    ends: int
    counted_from: int
    counted_to: int
    skipped: Skip | None
    holiday: Holiday | None
    excluded: tuple[tuple[int, int], ...] = ()
    stopped: tuple[tuple[int, int], ...] = ()

    @property
    def out_of_order(self) -> tuple[tuple[int, int], ...]:
        """The rest of them: outages."""
        return tuple(part for gone in self.excluded for part in outside(gone, self.stopped))


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """How a deadline came to be. Instants in microseconds UTC, days by the calendar's own `zone` (IANA).

    `budget` is the counted time that there was, in microseconds. `stands_since`: a measure without an end
    stops the Seller from answering from then on, so the clock stands; the days are those until then.
    """

    calendar: str
    version: int
    zone: str
    received: int
    deadline: int
    budget: int
    days: tuple[Day, ...]
    stands_since: int | None = None
