"""The calendar strip: the days from a question to its deadline, drawn, and said in words.

Pure geometry in the units of the drawing's view box; nothing here reads a clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from helpdesk.deadlines.terms import Day, Explained
from helpdesk.workdays.exclusions import Interval

_WIDE = 352  # what the days share, while each keeps room for its date and does not grow into a poster
_LEAST, _MOST = 40, 88
_GAP = 4
_STEP, _CLOSE = 8, 4  # between the hatching's lines: of days that never count, and of time that was excluded
TOP, HEIGHT = 14, 24  # of the bars


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Of a bar."""

    x: float
    width: float
    hatch: str
    stopped: bool = False  # by a measure, not by an outage


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One day: `gone` and `ahead` are (x, width) of what counted before now and of what will count.

    `excluded` are the parts in between that did not count, each with its own hatching.
    """

    day: Day
    x: float
    width: float
    gone: tuple[float, float]
    ahead: tuple[float, float]
    hatch: str
    excluded: tuple[Part, ...] = ()

    @property
    def middle(self) -> float:
        """Where its labels stand."""
        return self.x + self.width / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """`now` is None once the drawing's days are over: the words say how late it is."""

    width: float
    bars: tuple[Bar, ...]
    received: float
    deadline: float
    now: float | None

    @property
    def skips(self) -> bool:
        """Whether any day did not count."""
        return any(bar.hatch for bar in self.bars)

    @property
    def excludes(self) -> bool:
        """Whether open time was excluded by outages."""
        return any(not part.stopped for bar in self.bars for part in bar.excluded)

    @property
    def stops(self) -> bool:
        """Whether it was by measures."""
        return any(part.stopped for bar in self.bars for part in bar.excluded)


def strip(*, explained: Explained, now: int) -> Strip:
    """Lay the days out side by side; `now` in microseconds UTC."""
    days = explained.days
    wide = min(_MOST, max(_LEAST, round(_WIDE / len(days))))
    bars = tuple(_bar(day, index * wide, wide - _GAP, now) for index, day in enumerate(days))
    return Strip(
        width=len(days) * wide - _GAP,
        bars=bars,
        received=_place(bars, explained.received) or 0,
        deadline=_place(bars, explained.deadline) or bars[-1].x + bars[-1].width,
        now=_place(bars, now),
    )


def _bar(day: Day, x: float, width: float, now: int) -> Bar:
    turn = min(max(now, day.counted_from), day.counted_to)
    return Bar(
        day=day,
        x=x,
        width=width,
        gone=_part(day, x, width, day.counted_from, turn),
        ahead=_part(day, x, width, turn, day.counted_to),
        hatch="".join(_hatch(x, width)) if day.skipped else "",
        excluded=(
            *(_excluded(day, x, width, part) for part in day.out_of_order),
            *(replace(_excluded(day, x, width, part), stopped=True) for part in day.stopped),
        ),
    )


def _excluded(day: Day, x: float, width: float, part: Interval) -> Part:
    """Hatched the other way and closer, so that it is told from a day off without colour."""
    left, wide = _part(day, x, width, *part)
    return Part(x=left, width=wide, hatch="".join(_hatch(left, wide, step=_CLOSE, falling=True)))


def _part(day: Day, x: float, width: float, start: int, end: int) -> tuple[float, float]:
    left, right = _share(day, start) * width, _share(day, end) * width
    return round(x + left, 1), round(right - left, 1)


def _share(day: Day, at: int) -> float:
    """A local day may have 23 or 25 hours: its own length is the measure."""
    return (at - day.starts) / ((day.ends - day.starts) or 1)


def _place(bars: tuple[Bar, ...], at: int) -> float | None:
    """Where an instant lies; a day's last instant belongs to that day."""
    for bar in bars:
        if bar.day.starts <= at <= bar.day.ends:
            return round(bar.x + _share(bar.day, at) * bar.width, 1)
    return None


def _hatch(x: float, width: float, *, step: int = _STEP, falling: bool = False) -> Iterator[str]:
    """Slanting lines, cut where the bar ends."""
    for along in range(step // 2, round(width) + HEIGHT, step):
        left, right = max(along - HEIGHT, 0), min(along, width)
        ends = ((width - at if falling else at, TOP + along - at) for at in (left, right))
        (x1, y1), (x2, y2) = ends
        yield f"M{round(x + x1, 1):g} {round(y1, 1):g}L{round(x + x2, 1):g} {round(y2, 1):g}"
