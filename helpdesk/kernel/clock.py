"""The one reader of the system clock, and instants as integers.

Instants are aware datetimes in UTC; as integers they are microseconds since 1970-01-01T00:00:00Z.
"""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_US = timedelta(microseconds=1)


def now() -> datetime:
    """The present instant in UTC. Doors read it once per request and pass it down as `now`."""
    return datetime.now(UTC)


def to_us(instant: datetime) -> int:
    """Whole microseconds since the epoch, exact (no floats)."""
    return (instant - _EPOCH) // _US


def from_us(microseconds: int) -> datetime:
    """The instant, in UTC, of so many microseconds since the epoch."""
    return _EPOCH + timedelta(microseconds=microseconds)
