"""How a deadline came to be, for a page: the drawing, and the same in words, a line per day."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from helpdesk.conversations.terms import OpenObligation
from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines import words
from helpdesk.deadlines.terms import Day, Explained
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.portal import locales
from helpdesk.portal.strips import Strip, strip
from helpdesk.workdays.explain import Skip


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
    explained = deadlines.explained(
        calendar=obligation.calendar, zone=obligation.zone, received_at=obligation.received_at
    )
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
    zone = ZoneInfo(explained.zone)
    start = f"{from_us(day.counted_from).astimezone(zone):%H:%M}"
    end = "24:00" if day.counted_to == day.ends else f"{from_us(day.counted_to).astimezone(zone):%H:%M}"
    amount = words.duration(amount_us=day.counted_to - day.counted_from)
    return Line(day=on, hours=f"{start}\N{EN DASH}{end}", amount=amount)
