"""How a deadline came to be, for a page: the drawing, and the same in words, a line per day."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext

from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines import words
from helpdesk.deadlines.terms import BUDGET_US, END_OF_DAY, Day, Explained, OpenObligation
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.portal import instants, locales
from helpdesk.portal.strips import Strip, strip
from helpdesk.workdays.exclusions import Interval
from helpdesk.workdays.explain import Skip

_MINUTE_US = 60_000_000
_TO = "\N{WORD JOINER}\N{EN DASH}\N{WORD JOINER}"  # hours stand on one line


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A day: the hours that counted and how many, or why none did.

    What of them did not count is `outages`, and what measures `stopped`.
    """

    day: str
    hours: str
    amount: str
    outages: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands under a day's bar."""

    x: float
    weekday: str
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """`city` is whose days they are; `calendar` and `version` name the calendar that was read.

    `left` is what there was of the 24 hours where it was less. `of_market`: the market's calendar counts, by
    the operator's "choice", or because the one of the seller's country is "missing" here. `due` is the
    deadline on the calendar's wall and on the reader's, where the two differ; `stands`: there is none.
    """

    strip: Strip
    labels: tuple[Label, ...]
    lines: tuple[Line, ...]
    city: str
    calendar: str
    version: str
    left: str
    of_market: str
    due: tuple[str, ...]
    stands: str = ""


def explanation(
    *, obligation: OpenObligation, now: datetime, zone: str | None = None, country: str | None = None
) -> Explanation:
    """Of an open question, as its clock stands at `now`, for a reader in `zone` (IANA; None: nobody's).

    `country` (ISO 3166-1) is where the seller is established; None: not said.
    """
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
        version=words.calendar_version(version=explained.version),
        left=words.duration(amount_us=explained.budget) if explained.budget < BUDGET_US else "",
        of_market=_of_market(explained.calendar, country),
        due=_due(
            obligation.deadline if explained.stands_since is None else from_us(explained.deadline),
            explained.zone,
            zone or explained.zone,
        ),
        stands=_stands(explained, zone or explained.zone),
    )


def _stands(explained: Explained, zone: str) -> str:
    if explained.stands_since is None:
        return ""
    since = instants.on_wall(at=from_us(explained.stands_since), zone=zone)
    return gettext(
        "Since %(start)s the time stands still: the Seller may not write here until further notice."
    ) % {"start": since}


def _of_market(code: str, country: str | None) -> str:
    if settings.HELPDESK_CLOCK_BY == "market":
        return "choice"
    return "missing" if country and code.partition("-")[0] != country else ""


def _due(at: datetime, *zones: str) -> tuple[str, ...]:
    """The two walls, or nothing where both show the same."""
    walls = [instants.on_wall(at=at, zone=zone) for zone in zones]
    if len(set(walls)) == 1:
        return ()
    return tuple(f"{wall} ({locales.city(zone=zone)})" for wall, zone in zip(walls, zones, strict=True))


def _line(day: Day, explained: Explained) -> Line:
    on = words.day_short(on=day.on)
    if day.skipped is Skip.WEEKEND:
        return Line(day=on, hours=words.weekend(), amount="")
    if day.skipped is Skip.HOLIDAY:
        return Line(day=on, hours=words.holiday(holiday=day.holiday), amount="")
    start, end = _minute(day.counted_from), _minute(day.counted_to)
    hours = f"{_on_the_wall(start, explained.zone)}{_TO}{_until(day, end, explained.zone)}"
    broken, stopped = (
        [(_minute(since), _minute(until)) for since, until in parts]
        for parts in (day.out_of_order, day.stopped)
    )
    counted = end - start - sum(until - since for since, until in (*broken, *stopped))
    return Line(
        day=on,
        hours=hours,
        amount=words.duration(amount_us=counted) if counted else "",
        outages=tuple(
            gettext("Helpdesk out of order, %(hours)s: %(time)s not counted") % part
            for part in _parts(day, broken, explained.zone)
        ),
        stopped=tuple(
            gettext("The Seller may not write here, %(hours)s: %(time)s not counted") % part
            for part in _parts(day, stopped, explained.zone)
        ),
    )


def _parts(day: Day, parts: Sequence[Interval], zone: str) -> Iterator[dict[str, str]]:
    """When and how long nothing was counted, because nobody could answer."""
    for since, until in parts:
        yield {
            "hours": f"{_on_the_wall(since, zone)}{_TO}{_until(day, until, zone)}",
            "time": words.duration(amount_us=until - since),
        }


def _minute(at: int) -> int:
    """Cut as it is shown, so that the lines add up to what a reader's own pencil finds."""
    return at - at % _MINUTE_US


def _until(day: Day, end: int, zone: str) -> str:
    return END_OF_DAY if end == day.ends else _on_the_wall(end, zone)


def _on_the_wall(at: int, zone: str) -> str:
    return f"{from_us(at).astimezone(ZoneInfo(zone)):%H:%M}"
