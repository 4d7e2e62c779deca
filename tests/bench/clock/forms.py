"""What a contender is, and the forms in which questions are put and answers read."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

DAY_US = 86_400_000_000
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
US = timedelta(microseconds=1)
NAIVE = datetime(1970, 1, 1)  # noqa: DTZ001 - the wall clock's
A_DAY = timedelta(days=1)

Case = Mapping[str, Any]
Told = Mapping[str, Any]
Item = Any  # a question in a contender's own form


@dataclass(frozen=True, slots=True, kw_only=True)
class Contender:
    """`ask` is what is timed: a call with an item of `prepare`; `read` gives its answer in integers."""

    prepare: Callable[[Told, Sequence[Case]], Sequence[Item]]
    ask: Callable[[Item], Any]
    read: Callable[[Item, Any], int]


def instant(at: int) -> datetime:
    """Aware, UTC."""
    return EPOCH + at * US


def wall(at: int, zone: str) -> datetime:
    """What the clock on the wall shows, without a zone."""
    return instant(at).astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def per_calendar(told: Told, make: Callable[[Told], Any]) -> dict[str, Any]:
    """What a contender needs once for each calendar."""
    return {code: make(calendar) for code, calendar in told.items()}


def days_off(calendar: Told) -> frozenset[date]:
    """Holidays as dates."""
    return frozenset(map(date.fromisoformat, calendar["holidays"]))
