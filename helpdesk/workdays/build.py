"""From a definition and a zone to the table that the arithmetic reads."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import accumulate, compress
from typing import NamedTuple

from helpdesk.workdays.calendar import Calendar
from helpdesk.workdays.definition import Definition
from helpdesk.workdays.localdays import Piece, date_of, day_number, pieces, zone_named
from helpdesk.workdays.refusals import InvalidDefinition


def build(
    *,
    definition: Definition,
    zone: str,
    first_day: date,
    last_day: date,
    code: str = "custom",
    version: int = 1,
) -> Calendar:
    """The calendar of this definition on the wall clock of `zone` (IANA), both days inclusive.

    `UnknownZone` for a zone that the machine does not know, `InvalidDefinition` for an empty range of days.
    """
    if last_day < first_day:
        raise InvalidDefinition(f"a calendar cannot end on {last_day}, before it begins on {first_day}")
    first, last = day_number(first_day), day_number(last_day)
    wall = _wall(zone, first, last)
    is_open = list(map(definition.is_open, wall.dates))
    starts, ends = _runs(compress(wall.pieces, map(is_open.__getitem__, wall.date_of_piece)))
    lengths = [end - start for start, end in zip(starts, ends, strict=True)]
    return Calendar(
        code=code,
        version=version,
        zone=zone,
        first_day=first_day,
        last_day=last_day,
        definition=definition,
        starts=tuple(starts),
        ends=tuple(ends),
        counted_before=tuple(accumulate(lengths, initial=0)),
        day_starts=wall.day_starts,
    )


class _Wall(NamedTuple):
    """A zone's days: pieces in order of time, dates, and the first instant of each and of the day after.

    `date_of_piece` says which of the dates each piece belongs to.
    """

    pieces: tuple[Piece, ...]
    date_of_piece: tuple[int, ...]
    dates: tuple[date, ...]
    day_starts: tuple[int, ...]


@lru_cache(maxsize=64)  # a country's calendars hang on one wall; finding its days is most of the work
def _wall(zone: str, first: int, last: int) -> _Wall:
    found = list(pieces(zone=zone_named(zone), first=first, last=last))
    day_starts = _day_starts(found, first, last + 1)
    known = [piece for piece in found if first <= piece.day <= last and piece.start < day_starts[-1]]
    return _Wall(
        pieces=tuple(known),
        date_of_piece=tuple(piece.day - first for piece in known),
        dates=tuple(map(date_of, range(first, last + 1))),
        day_starts=day_starts,
    )


def _day_starts(found: Sequence[Piece], first: int, last: int) -> tuple[int, ...]:
    """First instant of each local day, or of the next day that exists."""
    seen: dict[int, int] = {}
    for piece in found:
        seen.setdefault(piece.day, piece.start)
    starts: list[int] = []
    for day in range(last + 1, first - 1, -1):
        starts.append(seen[day] if day in seen else starts[-1])
    return tuple(reversed(starts))[:-1]


def _runs(open_pieces: Iterable[Piece]) -> tuple[list[int], list[int]]:
    """Merge open pieces that touch, so that a week is one row and a bisection short."""
    starts: list[int] = []
    ends: list[int] = []
    for piece in open_pieces:
        if ends and ends[-1] == piece.start:
            ends[-1] = piece.end
        else:
            starts.append(piece.start)
            ends.append(piece.end)
    return starts, ends
