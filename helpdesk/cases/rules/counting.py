"""How the dates of cases are counted. In microseconds UTC; each answer is the last one that is in time."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from typing import Final

from helpdesk.law.row import Row
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.localdays import local_date, zone_named
from helpdesk.workdays.periods import Expiry, expiry

_DAY = timedelta(days=1)
USUAL_DAYS: Final = 2  # business days that a parcel is mostly on its way
Pauses = Sequence[tuple[int, int]]


def local_day(at: int, *, calendar: Calendar) -> date:
    """The date of this instant on the calendar's wall clock."""
    return local_date(at=at, zone=zone_named(calendar.zone))


def answer_due(event: int, *, calendar: Calendar) -> int:
    """24 counted hours after the event: the instant of the reply clock itself."""
    return calendar.deadline(received=event)


def business_days_due(event: int, *, n: int, calendar: Calendar, pauses: Pauses = ()) -> int:
    """The end of the n-th business day after the day of the event; a day that a pause touches is none."""
    days = _business_days(local_day(event, calendar=calendar), calendar)
    counting = (day for day in days if not _is_touched(day, calendar, pauses))
    return calendar.day_end(next(islice(counting, n - 1, None))) - 1


def calendar_days_due(event: int, *, n: int, calendar: Calendar) -> int:
    """The end of the n-th calendar day after the day of the event."""
    return calendar.day_end(local_day(event, calendar=calendar) + _DAY * n) - 1


def law_expiry(event: int, *, row: Row, calendar: Calendar) -> Expiry:
    """As the row of the law counts it."""
    return expiry(event=event, period=row.period(), calendar=calendar)


def day_due(on: date, *, calendar: Calendar) -> int:
    """The end of this day or, if it is closed, of the next business day."""
    return calendar.day_end(calendar.next_business_day(on)) - 1


def end_of_day_of(at: int, *, calendar: Calendar) -> int:
    """The end of the day in which this instant lies."""
    return calendar.day_end(local_day(at, calendar=calendar)) - 1


def usual_arrival(at: int, *, calendar: Calendar) -> date:
    """When a parcel that leaves on this day mostly arrives: the second business day of where it goes."""
    return next(islice(_business_days(local_day(at, calendar=calendar), calendar), USUAL_DAYS - 1, None))


def _business_days(after: date, calendar: Calendar) -> Iterator[date]:
    on = after
    while True:
        on = calendar.next_business_day(on + _DAY)
        if calendar.day_start(on) < calendar.day_end(on):  # a date that the zone skips is no day to act on
            yield on


def _is_touched(day: date, calendar: Calendar, pauses: Pauses) -> bool:
    starts, ends = calendar.day_start(day), calendar.day_end(day)
    return any(start < ends and starts < end for start, end in pauses)
