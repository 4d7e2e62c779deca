"""How long something is kept: months as calendars count them, and which period is in force."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

from helpdesk.retention.terms import EVERYWHERE, Kept, Period

_LAST_YEAR = 9999


def add_months(day: date, *, months: int) -> date:
    """The same day of the month so many months later (negative: earlier), or the month's last one.

    31 January and a month is 28 or 29 February. Ends at the calendar's first and last day.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > _LAST_YEAR:
        return date.max
    if year < 1:
        return date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_on(*, last: date, months: int) -> date:
    """The first day on which nothing of it is kept: the whole last day belongs to the period."""
    end = add_months(last, months=months)
    return end if end == date.max else end + timedelta(days=1)


def latest_due(today: date, *, months: int) -> datetime:
    """The instant before which something must have happened last to be due today, in UTC.

    The inverse of `due_on`: of all days that are due today, the end of the latest one.
    """
    day = add_months(today, months=-months)
    while day > date.min and due_on(last=day, months=months) > today:
        day -= timedelta(days=1)
    return datetime.combine(day, time(), UTC) + timedelta(days=1)


def in_force(periods: Iterable[Period], *, market: str, kept: Kept, on: date) -> Period:
    """The period of this market, or of everywhere, that took effect last; of one day's, the later published.

    `periods` stand in the order of their publication. Raises LookupError where there is none.
    """
    candidates = [p for p in periods if p.kept is kept and p.effective_on <= on]
    for place in (market, EVERYWHERE):
        mine = [p for p in candidates if p.market == place]
        if mine:
            return max(reversed(mine), key=lambda p: p.effective_on)
    raise LookupError(f"no period for {kept}")


def is_shorter(periods: Iterable[Period], *, of: Period) -> bool:
    """Whether it would keep something for a shorter time than what counts, or will count, by then."""
    known = list(periods)
    before = in_force(known, market=of.market, kept=of.kept, on=of.effective_on)
    return of.months < before.months
