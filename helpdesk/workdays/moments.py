"""Instants that follow from a deadline or from business days: warnings, objection windows, dated promises.

All instants are microseconds UTC, all dates local dates of the calendar's zone. What the calendar does not
know raises `OutsideCalendar`. Excluded time moves shares of a deadline, and no business day.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.localdays import local_date, zone_named

_DAY = timedelta(days=1)


def after_share(*, calendar: Calendar, received: int, deadline: int, percent: int) -> int:
    """The earliest instant at which `percent` (1 to 100) of the time counted in [received, deadline) is used.

    `received` if no time counts between the two. `ValueError` for any other percentage.
    """
    if not 1 <= percent <= 100:
        raise ValueError(f"a share is 1 to 100 percent, not {percent}")
    total = calendar.counted(start=received, end=deadline)
    share = -(-total * percent // 100)  # rounded up: a microsecond less is not the share yet
    return calendar.deadline(received=received, budget=share) if share else received


def end_of_nth_business_day(*, calendar: Calendar, at: int, n: int) -> int:
    """The end of the n-th business day (n from 1) after the local day of `at`, which itself never counts."""
    if n < 1:
        raise ValueError(f"business days are counted from 1, not {n}")
    after = _business_days(calendar, _local(calendar, at) + _DAY)
    return calendar.day_end(next(islice(after, n - 1, None)))


def business_days_ahead(*, calendar: Calendar, at: int, on: date) -> int:
    """Business days after the local day of `at`, up to and including `on`; 0 if `on` is not after it."""
    today = _local(calendar, at)
    ahead = (today + _DAY * days for days in range(1, (on - today).days + 1))
    return sum(_is_worked(calendar, day) for day in ahead)


def promise_due(*, calendar: Calendar, on: date) -> int:
    """The end of this local day or, if it is closed, of the next business day."""
    return calendar.day_end(next(_business_days(calendar, on)))


def _local(calendar: Calendar, at: int) -> date:
    return local_date(at=at, zone=zone_named(calendar.zone))


def _business_days(calendar: Calendar, on: date) -> Iterator[date]:
    """From this date on."""
    while True:
        if _is_worked(calendar, on):
            yield on
        on += _DAY


def _is_worked(calendar: Calendar, on: date) -> bool:
    """A business day that the zone does not skip: nobody can do anything on a date that never was."""
    return calendar.is_business_day(on) and calendar.day_start(on) < calendar.day_end(on)
