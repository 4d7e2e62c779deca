"""An instant as a person reads it: a date and a time of day, and never "Saturday 00:00" for Friday's end."""

from datetime import UTC, date, datetime, timedelta
from typing import Final, NamedTuple

from helpdesk.workdays.localdays import local_date, zone_named

END_OF_DAY: Final = "24:00"  # ISO 8601's own way to write it
_MINUTE_US = 60_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Shown(NamedTuple):
    """`at` is "HH:MM" on the 24-hour clock, or END_OF_DAY of the date `on`."""

    on: date
    at: str


def when_shown(*, deadline: int, zone: str) -> Shown:
    """A deadline (microseconds UTC) on the wall clock of the reader's `zone` (IANA, else `UnknownZone`).

    Cut to the minute, never rounded up: who answers by the time shown is on time.
    """
    reader = zone_named(zone)
    minute = deadline - deadline % _MINUTE_US
    on = local_date(at=minute, zone=reader)
    day_that_ends = local_date(at=minute - 1, zone=reader)
    if day_that_ends != on:
        return Shown(day_that_ends, END_OF_DAY)
    return Shown(on, f"{(_EPOCH + timedelta(microseconds=minute)).astimezone(reader):%H:%M}")
