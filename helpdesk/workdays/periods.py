"""The second clock: periods of the law, in calendar days, that end with a day.

Source: Regulation (EEC, Euratom) No 1182/71, Articles 2 and 3, as recital 41 of Directive 2011/83/EU has it.
The reply clock (`calendar`) counts business time; this one counts dates and moves only its end.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import islice

from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.localdays import local_date, zone_named

_DAY = timedelta(days=1)
_WORKING_DAYS = 2  # that a period of two days or more contains at least: Art. 3(5)


class Unit(StrEnum):
    """What a period is measured in."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """As in "14 days". Where a national law knows no extension, or no minimum, it says so here."""

    amount: int
    unit: Unit = Unit.DAYS
    ends_on_working_day: bool = True  # Art. 3(4)
    has_two_working_days: bool = True  # Art. 3(5)

    def __post_init__(self) -> None:
        if self.amount < 1:
            raise ValueError(f"a period is at least 1 {self.unit.value}, not {self.amount}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expiry:
    """The last day of a period. What is done on it, by its last microsecond, is done in time.

    `ends_at` is the first instant after it, in microseconds UTC; `counted_to` is where plain counting ended,
    and `moved_over` are the closed days between the two.
    """

    on: date
    ends_at: int
    counted_to: date
    moved_over: tuple[date, ...]

    def is_met(self, *, done: int) -> bool:
        """Whether something done at this instant (microseconds UTC) was done in time."""
        return done < self.ends_at


def expiry(*, event: int, period: Period, calendar: Calendar) -> Expiry:
    """When a period that an event (microseconds UTC) starts expires, on the wall clock of `calendar`.

    The day of the event does not count (Art. 3(1)). Holidays and weekends count (Art. 3(3)), but the last day
    is a working day (Art. 3(4)), and from two days on there are two working days (Art. 3(5)).
    `OutsideCalendar` where the calendar does not know the days that decide.
    """
    began = local_date(at=event, zone=zone_named(calendar.zone))
    counted = last = counted_to(began=began, period=period)
    if period.has_two_working_days and (counted - began).days >= _WORKING_DAYS:
        last = max(last, next(islice(_working_days(began, calendar), _WORKING_DAYS - 1, None)))
    if period.ends_on_working_day:
        last = calendar.next_business_day(last)
    between = (counted + _DAY * days for days in range((last - counted).days))
    return Expiry(
        on=last,
        ends_at=calendar.day_end(last),
        counted_to=counted,
        moved_over=tuple(day for day in between if not calendar.is_business_day(day)),
    )


def counted_to(*, began: date, period: Period) -> date:
    """The last day by counting alone: Art. 3(2)(b) for days, (c) for weeks, months and years.

    `began` is the local day of the event, which does not count. No calendar is asked.
    """
    if period.unit is Unit.DAYS:
        return began + timedelta(days=period.amount)
    if period.unit is Unit.WEEKS:
        return began + timedelta(weeks=period.amount)
    months = period.amount * (12 if period.unit is Unit.YEARS else 1)
    years, month = divmod(began.month - 1 + months, 12)
    year = began.year + years
    # the same date, or where that month has none, its last day
    return date(year, month + 1, min(began.day, monthrange(year, month + 1)[1]))


def _working_days(after: date, calendar: Calendar) -> Iterator[date]:
    on = after
    while True:
        yield (on := calendar.next_business_day(on + _DAY))
