"""One event of an iCalendar file: its whole days, its name by language, or the reason why it has none."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any
from unicodedata import category

from icalendar import Component, Event

from helpdesk.workdays.holiday import LANGUAGES
from helpdesk.workdays.recurrence import recurrences

MAX_LENGTH = 31  # days of one event: school holidays are longer, and no days off by law
MAX_TEXT = 200
_ONE = timedelta(days=1)
# An event that is broken elsewhere (an alarm's sound, a maker's own property) can be read all the same.
_DECIDING = {"DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "STATUS", "SUMMARY"}


class Reason(StrEnum):
    """Why an event proposes no day."""

    BROKEN = "broken"
    CANCELLED = "cancelled"
    NOT_AN_EVENT = "not_an_event"
    OUTSIDE = "outside"  # no day that the calendar knows
    RECURRENCE = "recurrence"  # a rule that no holiday needs, or too many of them
    TIMED = "timed"
    TOO_LONG = "too_long"
    UNNAMED = "unnamed"


class NoDay(Exception):
    """This event proposes no day."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeDays:
    """What an event says: its days within the range asked for, and its name by language."""

    days: frozenset[date]
    names: Mapping[str, str]
    note: str
    free: bool


def whole_days(
    *, event: Component, first_day: date, last_day: date, replaced: Iterable[date] = ()
) -> WholeDays:
    """The event from `first_day` to `last_day`, without the recurrences that others replace; or `NoDay`."""
    _refuse_others(event)
    start, length = _extent(event)
    begins = _begins(event, start, last_day) - set(replaced)
    reach = range(length)
    near = (on for on in begins if first_day - _ONE * length <= on <= last_day)
    days = frozenset(
        on for begin in near for day in reach if first_day <= (on := begin + _ONE * day) <= last_day
    )
    if not days:
        raise NoDay(Reason.OUTSIDE)
    names = names_of(event)
    if not names:
        raise NoDay(Reason.UNNAMED)
    free = str(said(event, "TRANSP")).upper() == "TRANSPARENT"
    return WholeDays(days=days, names=names, note=one_line(said(event, "DESCRIPTION") or ""), free=free)


def names_of(event: Component) -> dict[str, str]:
    """Its summary by language; what is said in no language of ours, or in none, counts as English."""
    found: dict[str, str] = {}
    for summary in _listed(said(event, "SUMMARY")):
        language = str(getattr(summary, "params", {}).get("LANGUAGE", "")).lower().partition("-")[0]
        if name := one_line(summary):
            found.setdefault(language if language in LANGUAGES else "en", name)
    return found


def replaces(event: Component) -> date | None:
    """The date of the recurrence that this event stands for, if it does."""
    return _date(said(event, "RECURRENCE-ID").dt) if "RECURRENCE-ID" in event else None


def begins_on(event: Component) -> date | None:
    """The day that it begins, also if it has a time; None if that cannot be read."""
    try:
        return _date(said(event, "DTSTART").dt)
    except (KeyError, AttributeError, ValueError, TypeError):
        return None


def said(component: Component, name: str) -> Any:
    """A property's value, of whatever type the library gives it; None if it is not there."""
    return component.get(name)


def one_line(text: object) -> str:
    """Its first line that says anything, without signs that nobody sees, cut to a length for a list."""
    for line in str(text).splitlines():
        seen = "".join(
            " " if category(sign) in {"Cc", "Cf", "Cn", "Co", "Cs"} else sign for sign in line[:2_000]
        )
        if found := " ".join(seen.split(" ")).strip():
            return found[:MAX_TEXT].strip()
    return ""


def _refuse_others(event: Component) -> None:
    if not isinstance(event, Event):
        raise NoDay(Reason.NOT_AN_EVENT)
    if any(name is None or name in _DECIDING for name, _ in event.errors):
        raise NoDay(Reason.BROKEN)
    if str(said(event, "STATUS")).upper() == "CANCELLED":
        raise NoDay(Reason.CANCELLED)


def _extent(event: Component) -> tuple[date, int]:
    """The day that it begins and how many it lasts; the end is the day after."""
    start = said(event, "DTSTART").dt
    if isinstance(start, datetime):
        raise NoDay(Reason.TIMED)
    end = said(event, "DTEND").dt if "DTEND" in event else start + _lasting(event)
    length = max(1, (end - start).days)  # some makers end a single day on itself
    if end < start:
        raise NoDay(Reason.BROKEN)
    if length > MAX_LENGTH:
        raise NoDay(Reason.TOO_LONG)
    return start, length


def _lasting(event: Component) -> timedelta:
    lasting: timedelta = said(event, "DURATION").dt if "DURATION" in event else _ONE
    return lasting


def _begins(event: Component, start: date, last_day: date) -> set[date]:
    """The first day of each recurrence."""
    if "EXRULE" in event:
        raise NoDay(Reason.RECURRENCE)
    try:
        by_rule = {
            on
            for rule in _listed(said(event, "RRULE"))
            for on in recurrences(first=start, rule=rule.to_ical().decode(), last_day=last_day)
        }
    except ValueError as error:
        raise NoDay(Reason.RECURRENCE) from error
    return ({start} | by_rule | _dates(said(event, "RDATE"))) - _dates(said(event, "EXDATE"))


def _dates(lists: object) -> set[date]:
    return {_date(each.dt) for dates in _listed(lists) for each in dates.dts}


def _date(value: object) -> date:
    """Of a date, an instant or a period."""
    first = value[0] if isinstance(value, tuple) else value
    if isinstance(first, datetime):
        return first.date()
    if isinstance(first, date):
        return first
    raise TypeError(f"no date: {value!r}")


def _listed(value: Any) -> Iterator[Any]:
    """A property that may be there once, often, or not."""
    if isinstance(value, list) and not hasattr(value, "to_ical"):
        yield from value
    elif value is not None:
        yield value
