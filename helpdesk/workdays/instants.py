"""The arithmetic for callers that hold aware datetimes: converted exactly, by integers alone."""

from datetime import UTC, datetime, timedelta

from helpdesk.workdays.calendar import DAY_US, Calendar

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY_S = 86_400
_SECOND_US = 1_000_000


def deadline_at(*, calendar: Calendar, received: datetime, budget: int = DAY_US) -> datetime:
    """`calendar.deadline` of an aware instant, in UTC, with its errors; `budget` in microseconds.

    `TypeError` for a datetime without a zone: which instant it means is not ours to guess.
    """
    since = received - _EPOCH
    at = (since.days * _DAY_S + since.seconds) * _SECOND_US + since.microseconds
    return _EPOCH + timedelta(microseconds=calendar.deadline(received=at, budget=budget))
