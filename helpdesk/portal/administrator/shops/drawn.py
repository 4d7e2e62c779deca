"""What is drawn of shops: cells of the map, bars of the days. Positions in a box of 100 by 100."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_skeleton

from helpdesk.oversight.queries import Counts, Overview, Warmth
from helpdesk.portal import figures, locales
from helpdesk.standing.terms import Day

_BOX = 100.0
_GAP = 0.2  # of a bar's room that stays free
_LOW, _HIGH = 0.5, 1.0  # scores that the line has room for
_STEPS = (1.0, 0.95, 0.9, 0.8, 0.6)  # shares from which a cell is as warm as its place says


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A week of a shop: `warmth` 0 (all in time) to 5; `percent` is empty where nothing was due."""

    warmth: int
    percent: str
    of: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A shop's weeks."""

    seller_id: int
    name: str
    cells: Sequence[Cell]
    percent: str
    of: Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A part of a bar, from its upper left corner."""

    x: float
    y: float
    width: float
    height: float
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Days as bars of what was in time, late and never; `top` is how many the tallest stands for."""

    bars: Sequence[Bar]
    backlog: str
    first: date
    last: date
    top: int


def line(found: Warmth, /) -> Line:
    """As a row of the map."""
    return Line(
        seller_id=found.seller_id,
        name=found.name,
        cells=[_cell(week) for week in found.weeks],
        percent=share(found.total),
        of=found.total,
    )


def share(of: Counts, /) -> str:
    """Whole percent, empty where nothing was due."""
    return "" if of.share is None else figures.percent(of.share)


def short_day(on: date, /) -> str:
    """As in "16 Nov"."""
    return str(format_skeleton("MMMd", on, locale=locales.locale()))


def picture(found: Overview, /) -> Picture | None:
    """None where nothing was due and nothing waited."""
    days = found.days
    top = max((max(day.of.due, day.open) for day in days), default=0)
    if not top:
        return None
    room = _BOX / len(days)
    points = " ".join(
        f"{room * (place + 0.5):.2f},{_BOX - _BOX * day.open / top:.2f}" for place, day in enumerate(days)
    )
    bars = [bar for place, day in enumerate(days) for bar in _stack(place, room, day.of, top)]
    return Picture(bars=bars, backlog=points, first=days[0].on, last=days[-1].on, top=top)


def _cell(of: Counts) -> Cell:
    return Cell(warmth=_warmth(of.share), percent=share(of), of=of)


def _warmth(in_time: float | None) -> int:
    if in_time is None:
        return 0
    return next((place for place, least in enumerate(_STEPS) if in_time >= least), len(_STEPS))


def _stack(place: int, room: float, of: Counts, top: int) -> list[Bar]:
    below, bars = 0, []
    for kind, amount in (("met", of.met), ("late", of.late), ("missed", of.missed)):
        if amount:
            height = _BOX * amount / top
            y = _BOX - _BOX * below / top - height
            x = room * (place + _GAP / 2)
            bars.append(
                Bar(
                    x=round(x, 2),
                    y=round(y, 2),
                    width=round(room * (1 - _GAP), 2),
                    height=round(height, 2),
                    kind=kind,
                )
            )
        below += amount
    return bars


def trend(days: Sequence[Day], /) -> str:
    """The score of each day as points of a line; empty where there is no line to draw."""
    if len(days) < 2:
        return ""
    first, length = days[0].on, (days[-1].on - days[0].on).days
    return " ".join(
        f"{_BOX * (day.on - first).days / length:.2f},"
        f"{_BOX * (_HIGH - min(max(float(day.p), _LOW), _HIGH)) / (_HIGH - _LOW):.2f}"
        for day in days
    )
