"""An outage drawn on the local days that it touches, to the scale of a day. Pure geometry; reads no clock."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

WIDE, HIGH = 352, 34  # of the drawing's days, in its view box
_LEAST = 3  # what must be seen of the shortest outage
_STEP = 5  # between the hatching's lines


@dataclass(frozen=True, slots=True, kw_only=True)
class DayDrawn:
    """A local day: where it begins and ends in the drawing."""

    on: date
    x: float
    width: float

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanDrawn:
    """The days side by side, and the outage upon them."""

    days: tuple[DayDrawn, ...]
    x: float
    width: float

    @property
    def cuts(self) -> str:
        """The hatching's lines, from the outage's own corner."""
        return "".join(f"M{x} 0l{HIGH} {HIGH}" for x in range(-HIGH, round(self.width) + 1, _STEP))


def span_drawn(*, starts_at: datetime, ends_at: datetime, zone: str) -> SpanDrawn:
    """[starts_at, ends_at) on the wall clock of `zone` (IANA); a day of 23 or 25 hours has its own length."""
    bounds = [*_midnights(starts_at, ends_at, ZoneInfo(zone))]
    first, whole = bounds[0], (bounds[-1] - bounds[0]) / timedelta(seconds=1)

    def place(at: datetime) -> float:
        return round((at - first) / timedelta(seconds=1) / whole * WIDE, 1)

    width = max(_LEAST, place(ends_at) - place(starts_at))
    return SpanDrawn(
        days=tuple(_days(bounds, ZoneInfo(zone), place)),
        x=min(place(starts_at), WIDE - width),
        width=round(width, 1),
    )


def _midnights(starts_at: datetime, ends_at: datetime, zone: ZoneInfo) -> Iterator[datetime]:
    """The bounds of the local days, from the one before the start to the one at or after the end."""
    on = starts_at.astimezone(zone).date()
    while True:
        midnight = datetime.combine(on, time(), zone).astimezone(starts_at.tzinfo)
        yield midnight
        if midnight >= ends_at:
            return
        on += timedelta(days=1)


def _days(bounds: list[datetime], zone: ZoneInfo, place: Callable[[datetime], float]) -> Iterator[DayDrawn]:
    for start, end in pairwise(bounds):
        yield DayDrawn(
            on=start.astimezone(zone).date(),
            x=place(start),
            width=round(place(end) - place(start), 1),
        )
