"""Where local dates lie on the line of real time, in microseconds UTC.

A zone is a run of intervals with a constant offset. Inside one of them every local date is plain arithmetic,
so a midnight that is missing, one that comes twice and a date that a zone skips need no rule of their own.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate, repeat
from operator import add
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from helpdesk.workdays.refusals import UnknownZone

SECOND_US = 1_000_000
DAY_US = 86_400 * SECOND_US
_DAY_S = 86_400
_LOOK_S = 6 * 3600  # closer together than any two changes of one zone's offset
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()


class Piece(NamedTuple):
    """Half-open interval [start, end) during which the local date is `day` (days since 1970-01-01)."""

    day: int
    start: int
    end: int


def day_number(on: date) -> int:
    """Days from 1970-01-01 to this date."""
    return on.toordinal() - _EPOCH_ORDINAL


def date_of(day: int) -> date:
    """The date this many days after 1970-01-01."""
    return date.fromordinal(day + _EPOCH_ORDINAL)


def zone_named(name: str) -> ZoneInfo:
    """The IANA zone of this name; `UnknownZone` if the machine's database has none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UnknownZone(f"unknown time zone {name!r}") from error


def local_date(*, at: int, zone: ZoneInfo) -> date:
    """The date that a calendar on the wall in `zone` shows at the instant `at` (microseconds UTC)."""
    return (_EPOCH + timedelta(microseconds=at)).astimezone(zone).date()


def pieces(*, zone: ZoneInfo, first: int, last: int) -> Iterator[Piece]:
    """Every stretch of the local days `first` to `last` and one more on either side, in order of time."""
    for start, end, offset in _constant_offsets(zone, (first - 2) * _DAY_S, (last + 3) * _DAY_S):
        for day in range((start + offset) // _DAY_S, (end + offset - 1) // _DAY_S + 1):
            midnight = day * _DAY_S - offset
            yield Piece(day, max(start, midnight) * SECOND_US, min(end, midnight + _DAY_S) * SECOND_US)


def _constant_offsets(zone: ZoneInfo, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
    """Intervals (start, end, offset) that make up [start, stop), in seconds; each has one offset."""
    looks = range(start, stop + 1, _LOOK_S)  # whole days apart: the last look is at `stop`
    steps = repeat(timedelta(seconds=_LOOK_S), len(looks) - 1)
    moments: Iterator[datetime] = accumulate(steps, add, initial=_utc(zone, start))
    offsets = [at.utcoffset() for at in map(zone.fromutc, moments)]  # thousands: hence without `_offset`
    for before, after, was, offset in zip(looks, looks[1:], offsets, offsets[1:], strict=False):
        if was != offset:
            change = _change(zone, before, after)
            yield start, change, _offset(zone, before)
            start = change
    yield start, stop, _offset(zone, stop)


def _change(zone: ZoneInfo, before: int, after: int) -> int:
    """First second of (before, after] whose offset is no longer that of `before`."""
    offset = _offset(zone, before)
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(zone, middle) == offset:
            before = middle
        else:
            after = middle
    return after


def _offset(zone: ZoneInfo, second: int) -> int:
    offset = zone.fromutc(_utc(zone, second)).utcoffset()
    assert offset is not None  # an aware datetime has one
    return offset // timedelta(seconds=1)


def _utc(zone: ZoneInfo, second: int) -> datetime:
    """What `fromutc` takes: the time of UTC under the zone's name."""
    return _EPOCH.replace(tzinfo=zone) + timedelta(seconds=second)
