"""The same law the slow way: walk from day to day and look at each of them.

Knows nothing of `workdays.periods`: dates come from the wall clock, closed days from the calendar's
definition.
"""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.known import calendar_named
from tests.workdays.reference import EPOCH, wall

DAY = timedelta(days=1)
CODES = ("PL", "DE", "FR", "IT", "GB-ENG")
CALENDARS = {code: calendar_named(code=code) for code in CODES}


def days_after(calendar: Calendar, began: date, amount: int) -> date:
    """The last of so many days, moved over closed ones by Regulation 1182/71; GB moves nothing."""
    on, days, worked = began, 0, 0
    while days < amount or (moves(calendar) and (worked < min(amount, 2) or not is_open(calendar, on))):
        on += DAY
        days += 1
        worked += is_open(calendar, on)
    return on


def months_after(calendar: Calendar, began: date, amount: int) -> date:
    """The day of the same number, or the month's last, moved over closed days."""
    months, on = 0, began
    while months < amount:
        on += DAY
        months += on.day == 1
    while on.day != began.day and (on + DAY).month == on.month:
        on += DAY
    while moves(calendar) and not is_open(calendar, on):
        on += DAY
    return on


def moves(calendar: Calendar) -> bool:
    return not calendar.code.startswith("GB")


def is_open(calendar: Calendar, on: date) -> bool:
    return on.weekday() < 5 and on not in calendar.definition.holidays


def day_of(calendar: Calendar, at: int) -> date:
    return wall(calendar.zone, at).date()


def end_of(calendar: Calendar, on: date) -> int:
    """First microsecond of the next day: every midnight of these zones exists, once."""
    midnight = datetime.combine(on + DAY, datetime.min.time(), ZoneInfo(calendar.zone))
    return (midnight - EPOCH) // timedelta(microseconds=1)
