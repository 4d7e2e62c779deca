"""How far ahead a calendar reaches, and when somebody has to be told that it does not reach far enough."""

from datetime import date
from typing import Final

from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.edition import Edition

# A year and a month: every promise, objection and legal period that begins today ends within it, and nearly
# everywhere the days off of a whole year ahead are law.
HORIZON_DAYS: Final = 400
# Under this somebody must act: three months to publish new files and one to take them over, while every
# deadline, promise and objection window that begins meanwhile still ends inside the table.
HORIZON_ALARM_DAYS: Final = 120


def horizon(*, known: Calendar | Edition, today: date) -> int:
    """Days left after `today` (a local date of the calendar) that it knows; negative once it has ended."""
    return (known.last_day - today).days


def is_short(*, known: Calendar | Edition, today: date) -> bool:
    """Whether the alarm is due: under 120 days are left."""
    return horizon(known=known, today=today) < HORIZON_ALARM_DAYS
