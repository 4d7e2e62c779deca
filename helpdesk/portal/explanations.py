"""How a deadline came to be, for a page: the drawing, and the same in words, a line per day."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines import words
from helpdesk.deadlines.terms import END_OF_DAY, Day, Explained, OpenObligation
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.portal import locales
from helpdesk.portal.strips import Strip, strip
from helpdesk.workdays.explain import Skip

_MINUTE_US = 60_000_000
_TO = "\N{WORD JOINER}\N{EN DASH}\N{WORD JOINER}"  # hours stand on one line


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A day: the hours that counted and how many, or why none did."""

    day: str
    hours: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands under a day's bar."""

    x: float
    weekday: str
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """`city` is whose days they are; `calendar` and `version` name the calendar that was read."""

    strip: Strip
    labels: tuple[Label, ...]
    lines: tuple[Line, ...]
    city: str
    calendar: str
    version: int


def explanation(*, obligation: OpenObligation, now: datetime) -> Explanation:
    """Of an open question, as its clock stands at `now`."""
    explained = deadlines.explained(obligation=obligation)
    drawn = strip(explained=explained, now=to_us(now))
    return Explanation(
        strip=drawn,
        labels=tuple(
            Label(x=bar.middle, weekday=words.weekday_short(on=bar.day.on), day=bar.day.on.day)
            for bar in drawn.bars
        ),
        lines=tuple(_line(day, explained) for day in explained.days),
        city=locales.city(zone=explained.zone),
        calendar=explained.calendar,
        version=explained.version,
    )


def _line(day: Day, explained: Explained) -> Line:
    on = words.day_short(on=day.on)
    if day.skipped is Skip.WEEKEND:
        return Line(day=on, hours=words.weekend(), amount="")
    if day.skipped is Skip.HOLIDAY:
        return Line(day=on, hours=words.holiday(holiday=day.holiday), amount="")
    start, end = _minute(day.counted_from), _minute(day.counted_to)
    hours = f"{_on_the_wall(start, explained.zone)}{_TO}{_until(day, end, explained.zone)}"
    return Line(day=on, hours=hours, amount=words.duration(amount_us=end - start))


def _minute(at: int) -> int:
    """Cut as it is shown, so that the lines add up to what a reader's own pencil finds."""
    return at - at % _MINUTE_US


def _until(day: Day, end: int, zone: str) -> str:
    return END_OF_DAY if end == day.ends else _on_the_wall(end, zone)


def _on_the_wall(at: int, zone: str) -> str:
    return f"{from_us(at).astimezone(ZoneInfo(zone)):%H:%M}"
