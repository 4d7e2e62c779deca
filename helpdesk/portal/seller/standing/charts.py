"""Drawings of the standing: bars and a line in a box of 100 by 100, with their labels beside it as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_skeleton

from helpdesk.portal import locales
from helpdesk.standing.queries import BIN_US, Times
from helpdesk.standing.terms import Day, Week

_HOUR_US = 3_600_000_000
_BOX = 100.0
_GAP = 0.18  # of a bar's room that stays free
_LOW, _HIGH = 0.5, 1.0  # scores that the line has room for
DUE_HOURS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A part of the drawing, from its lower left corner."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """Response times: `line` is where 24 h lie; `labels` are hours, `said` the same in words."""

    bars: Sequence[Bar]
    line: float
    labels: Sequence[int]
    said: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weeks:
    """Obligations by the week: in time at the foot, then late, then never."""

    bars: Sequence[Bar]
    labels: Sequence[str]
    said: Sequence[tuple[str, Week]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Scores of days; `points` for a polyline, `guides` the height of each of the named scores."""

    points: str
    first: date
    last: date
    guides: Sequence[float]


def spread(times: Times, /) -> Spread | None:
    """None where nothing was answered."""
    if not times.answers:
        return None
    hours, room, top = BIN_US // _HOUR_US, _BOX / len(times.bins), max(times.bins)
    last = len(times.bins) - 1
    return Spread(
        bars=[
            _bar(place, room, 0, amount, top, "late" if place * hours >= DUE_HOURS else "met")
            for place, amount in enumerate(times.bins)
            if amount
        ],
        line=room * DUE_HOURS / hours,
        labels=[*(place * hours for place in range(0, last - 2, 2)), last * hours],
        said=[
            (
                f"> {place * hours}" if place == last else f"{place * hours}\N{EN DASH}{(place + 1) * hours}",
                amount,
            )
            for place, amount in enumerate(times.bins)
        ],
    )


def weekly(weeks: Sequence[Week], /) -> Weeks | None:
    """None where nothing was due."""
    top = max((week.tally.due for week in weeks), default=0)
    if not top:
        return None
    room = _BOX / len(weeks)
    bars = [bar for place, week in enumerate(weeks) for bar in _stack(place, room, week, top)]
    named = [_day(week.first_on) for week in weeks]
    return Weeks(bars=bars, labels=named[:: len(named) // 2], said=list(zip(named, weeks, strict=True)))


def daily(days: Sequence[Day], /, *, guides: Sequence[float]) -> Line | None:
    """None where there is no line to draw."""
    if len(days) < 2:
        return None
    first, last = days[0].on, days[-1].on
    length = (last - first).days
    points = (f"{_BOX * (day.on - first).days / length:.2f},{_height(float(day.p)):.2f}" for day in days)
    return Line(
        points=" ".join(points), first=first, last=last, guides=[round(_height(one), 2) for one in guides]
    )


def _hours(start: int, is_last: bool) -> str:
    return f"> {start}" if is_last else f"{start}\N{EN DASH}{start + BIN_US // _HOUR_US}"


def _stack(place: int, room: float, week: Week, top: int) -> list[Bar]:
    tally, below, bars = week.tally, 0, []
    for kind, amount in (("met", tally.met), ("late", tally.late), ("missed", tally.missed)):
        if amount:
            bars.append(_bar(place, room, below, amount, top, kind))
        below += amount
    return bars


def _bar(place: int, room: float, below: int, amount: int, top: int, kind: str) -> Bar:
    height = _BOX * amount / top
    return Bar(
        x=round(room * (place + _GAP / 2), 2),
        y=round(_BOX - _BOX * below / top - height, 2),
        width=round(room * (1 - _GAP), 2),
        height=round(height, 2),
        kind=kind,
    )


def _height(score: float) -> float:
    return _BOX * (_HIGH - min(max(score, _LOW), _HIGH)) / (_HIGH - _LOW)


def _day(on: date) -> str:
    return str(format_skeleton("MMMd", on, locale=locales.locale()))
