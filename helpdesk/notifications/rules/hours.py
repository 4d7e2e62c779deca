"""When a notice leaves: a digest's hour, and never in the quiet hours of whom it is for."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from helpdesk.notifications.terms import URGENT, Kind, Rhythm, Wishes

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)


def leaves_at(*, kind: Kind, at: datetime, wishes: Wishes) -> datetime:
    """The earliest instant (UTC) not before `at` that these wishes allow. Urgent ones wait for no digest."""
    due = at if kind in URGENT else _gathered(at, wishes)
    return _past_quiet(due, wishes).astimezone(UTC)


def is_quiet(*, at: datetime, wishes: Wishes) -> bool:
    """Whether `at` lies in the person's quiet hours, [from, until) on the clock on their wall."""
    now = _minutes(at.astimezone(ZoneInfo(wishes.zone)))
    if wishes.quiet_from <= wishes.quiet_until:
        return wishes.quiet_from <= now < wishes.quiet_until
    return now >= wishes.quiet_from or now < wishes.quiet_until


def _gathered(at: datetime, wishes: Wishes) -> datetime:
    if wishes.rhythm is Rhythm.HOURLY:
        return at + (datetime.min.replace(tzinfo=UTC) - at) % _HOUR
    if wishes.rhythm is Rhythm.DAILY:
        return _next(at, wishes.digest_at, ZoneInfo(wishes.zone))
    return at


def _past_quiet(at: datetime, wishes: Wishes) -> datetime:
    while is_quiet(at=at, wishes=wishes):  # once; twice where a night has an hour twice
        at = _next(at + timedelta(microseconds=1), wishes.quiet_until, ZoneInfo(wishes.zone))
    return at


def _next(at: datetime, minute: int, zone: ZoneInfo) -> datetime:
    """The next instant, not before `at`, at which that wall shows this minute of the day."""
    today = at.astimezone(zone).date()
    wall = time(minute // 60, minute % 60)
    for day in (today, today + _DAY):
        for fold in (0, 1):
            found = datetime.combine(day, wall, zone).replace(fold=fold).astimezone(UTC)
            if found >= at:
                return found
    raise AssertionError("a day has every minute, or the one that replaces it")


def _minutes(local: datetime) -> int:
    return local.hour * 60 + local.minute
