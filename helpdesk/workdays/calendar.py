"""The arithmetic: one sorted table of open runs per calendar, two bisections per deadline, integers only."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date

from helpdesk.workdays.definition import Definition
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.localdays import DAY_US, date_of, day_number
from helpdesk.workdays.refusals import OutsideCalendar

__all__ = ["DAY_US", "Calendar"]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calendar:
    """One version of one calendar, `first_day` to `last_day` inclusive, on the wall clock of `zone` (IANA).

    All instants are integer microseconds since 1970-01-01T00:00Z; all amounts are microseconds of elapsed
    real time, never differences of wall clocks. Get one from `known.calendar_for` or `build.build`.
    """

    code: str
    version: int
    zone: str
    first_day: date
    last_day: date
    definition: Definition = field(repr=False)
    # Runs of adjacent business days, [starts[i], ends[i]), and the time counted before each; last, the total.
    starts: tuple[int, ...] = field(repr=False)
    ends: tuple[int, ...] = field(repr=False)
    counted_before: tuple[int, ...] = field(repr=False)
    day_starts: tuple[int, ...] = field(repr=False)  # of first_day ... last_day and the day after
    # What `exclusions.without` took out of the runs, [start, end): open time that does not count.
    excluded: tuple[tuple[int, int], ...] = field(default=(), repr=False)

    def deadline(self, *, received: int, budget: int = DAY_US) -> int:
        """The earliest instant at which the time counted since `received` reaches `budget` (over 0).

        A budget that is used up exactly when a closed day begins ends there (a tie), not at the next opening.
        `OutsideCalendar` if the table ends before the budget does; `ValueError` if the budget is not over 0.
        """
        if budget <= 0:
            raise ValueError(f"a budget is more than 0 microseconds, not {budget}")
        target = self._counted_to(received) + budget
        run = bisect_left(self.counted_before, target) - 1
        if run == len(self.starts):
            raise OutsideCalendar(f"{self.code} {self.version} ends on {self.last_day}, before the deadline")
        return self.starts[run] + target - self.counted_before[run]

    def counted(self, *, start: int, end: int) -> int:
        """Time counted in [start, end), 0 when `end` is not after `start`; `OutsideCalendar` as above."""
        if end <= start:
            return 0
        return self._counted_to(end) - self._counted_to(start)

    def is_business_day(self, on: date) -> bool:
        """Whether time counts on this local date; `OutsideCalendar` if the calendar does not know it."""
        self._index(on)
        return self.definition.is_open(on)

    def next_business_day(self, on: date) -> date:
        """This local date if it is a business day, else the next one; `OutsideCalendar` if there is none."""
        while not self.is_business_day(on):
            on = date_of(day_number(on) + 1)
        return on

    def holiday_on(self, on: date) -> Holiday | None:
        """The public holiday of this local date, also on a weekend; None if there is none."""
        self._index(on)
        return self.definition.holidays.get(on)

    def day_start(self, on: date) -> int:
        """First instant whose local date is `on`, or the date after it where the zone skips `on`."""
        return self.day_starts[self._index(on)]

    def day_end(self, on: date) -> int:
        """First instant after the local date `on`."""
        return self.day_starts[self._index(on) + 1]

    def _index(self, on: date) -> int:
        if not self.first_day <= on <= self.last_day:
            raise OutsideCalendar(self._knows(on))
        return day_number(on) - day_number(self.first_day)

    def _counted_to(self, at: int) -> int:
        """Time counted from the table's first instant to `at`."""
        if not self.day_starts[0] <= at <= self.day_starts[-1]:
            raise OutsideCalendar(self._knows(f"the instant {at} µs"))
        run = bisect_right(self.starts, at) - 1
        if run < 0:
            return 0
        end = self.ends[run]
        until = at if at < end else end  # noqa: FURB136 - a call of min() is a seventh of a deadline
        return self.counted_before[run] + until - self.starts[run]

    def _knows(self, asked: object) -> str:
        known = f"{self.first_day} to {self.last_day} in {self.zone}"
        return f"{self.code} {self.version} knows {known}, not {asked}"
