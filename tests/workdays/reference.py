"""Business time the slow way: look at the local date of every cell of the line of time, one after the other.

A cell is a quarter of an hour of UTC: every zone used in these tests begins its days and changes its clock on
such a boundary, except where a test asks for cells of one minute.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from helpdesk.workdays.build import build
from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.definition import Definition

MINUTE_US = 60_000_000
QUARTER_US = 15 * MINUTE_US
HOUR_US = 60 * MINUTE_US
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def us(text: str) -> int:
    """Microseconds UTC of an RFC 3339 instant, of any offset."""
    return (datetime.fromisoformat(text) - EPOCH) // timedelta(microseconds=1)


def wall(zone: str, at: int) -> datetime:
    """What the clock on the wall shows."""
    return (EPOCH + timedelta(microseconds=at)).astimezone(ZoneInfo(zone))


def custom(zone: str, first: date, last: date, *, weekdays: str = "01234", **days: list[str]) -> Calendar:
    """A calendar open on these weekdays (0 is Monday), with `holidays=[...]` and `workdays=[...]`."""
    definition = Definition.parse(weekdays=[int(number) for number in weekdays], **days)
    return build(definition=definition, zone=zone, first_day=first, last_day=last)


Excluded = Sequence[tuple[int, int]]  # [start, end), each at a cell's edge


def counted_slowly(
    calendar: Calendar, start: int, end: int, cell: int = QUARTER_US, excluded: Excluded = ()
) -> int:
    """Time of [start, end) whose local date is open."""
    return sum(to - at for at, to in open_cells(calendar, start, cell, until=end, excluded=excluded))


def deadline_slowly(
    calendar: Calendar, received: int, budget: int, cell: int = QUARTER_US, excluded: Excluded = ()
) -> int:
    """The earliest instant at which the budget is used up."""
    left = budget
    for at, to in open_cells(calendar, received, cell, excluded=excluded):
        if to - at >= left:
            return at + left
        left -= to - at
    raise AssertionError("time goes on for ever")


def open_cells(
    calendar: Calendar, start: int, cell: int, until: int | None = None, excluded: Excluded = ()
) -> Iterator[tuple[int, int]]:
    """The parts of open cells that are not excluded, from `start` on, to `until` if that is given."""
    at = start
    while until is None or at < until:
        to = at - at % cell + cell
        is_open = calendar.definition.is_open(wall(calendar.zone, at).date())
        if is_open and not any(begins <= at < ends for begins, ends in excluded):
            yield at, to if until is None else min(to, until)
        at = to
