"""Days off proposed by an iCalendar file (RFC 5545). It only proposes: a person ticks what becomes a holiday.

Feeds list regional days, observances and birthdays beside days off by law, so each proposal keeps what the
feed says of it, and every event that proposes nothing is named with the reason.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from icalendar import Calendar, Component

from helpdesk.workdays.events import (
    MAX_TEXT,
    NoDay,
    Reason,
    WholeDays,
    begins_on,
    names_of,
    one_line,
    replaces,
    said,
    whole_days,
)
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.refusals import InvalidFeed

__all__ = ["Feed", "Proposal", "Reason", "Skipped", "read_ics"]

MAX_BYTES = 1_000_000
MAX_DAYS = 2_000
MAX_RULES = 200  # recurring events of one feed that are followed


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A day that may become a holiday.

    `note` is what the feed says of it ("Observance", "Bavaria"). `free` says that the feed marks the day as
    free time (TRANSP), which some do for every public holiday and others for observances only.
    """

    holiday: Holiday
    note: str = ""
    free: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """An event that proposes nothing; `on` is the day that it begins, if that can be read."""

    name: str
    reason: Reason
    on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a file proposes, by date, and what it leaves out, in the file's order. `name` may be empty."""

    name: str
    days: tuple[Proposal, ...]
    skipped: tuple[Skipped, ...]


def read_ics(data: bytes, *, first_day: date, last_day: date) -> Feed:
    """The whole-day events of a file within these days (inclusive), recurring ones and spans day by day.

    A name is given in the language that the feed says, and in "en" for readers of all others. `InvalidFeed`
    with a stable `code`: `feed.too_large` (over 1 MB), `feed.not_icalendar`, `feed.too_many_days` (over
    2,000), `feed.no_days`. Whatever else is wrong with a file is an event in `skipped`.
    """
    if len(data) > MAX_BYTES:
        raise InvalidFeed("feed.too_large", f"the file has {len(data)} bytes, and {MAX_BYTES} are read")
    calendars = _parsed(data)
    components = [each for calendar in calendars for each in calendar.subcomponents]
    read = list(_read(components, first_day, last_day))
    skipped = tuple(each for each in read if isinstance(each, Skipped))
    days = _merged(each for each in read if isinstance(each, WholeDays))
    if not days:
        message = f"no whole-day event from {first_day} to {last_day}; {len(skipped)} skipped"
        raise InvalidFeed("feed.no_days", message, skipped=len(skipped))
    if len(days) > MAX_DAYS:
        raise InvalidFeed("feed.too_many_days", f"{len(days)} days, and {MAX_DAYS} are proposed at most")
    return Feed(name=_name(calendars), days=days, skipped=skipped)


def _parsed(data: bytes) -> list[Component]:
    try:
        text = "\n".join(_without_zones(data.decode("utf-8-sig").split("\n")))
        found = Calendar.from_ical(text, multiple=True)
    except Exception as error:  # its parser raises whatever the bytes lead it to
        raise InvalidFeed("feed.not_icalendar", "the file is no iCalendar file in UTF-8") from error
    calendars: list[Component] = [each for each in found if each.name == "VCALENDAR"]
    if not calendars:
        raise InvalidFeed("feed.not_icalendar", "the file has no VCALENDAR")
    return calendars


def _without_zones(lines: Iterable[str]) -> Iterator[str]:
    """Whole days have no time zone, and a broken one would cost the whole file."""
    inside = False
    for line in lines:
        said = line.strip().upper()
        inside = inside or said == "BEGIN:VTIMEZONE"
        if not inside:
            yield line
        inside = inside and said != "END:VTIMEZONE"


def _read(components: Sequence[Component], first_day: date, last_day: date) -> Iterator[WholeDays | Skipped]:
    replaced = _replaced(components)
    rules = 0
    for component in components:
        rules += "RRULE" in component
        own = () if "RECURRENCE-ID" in component else replaced.get(_uid(component), ())
        try:
            if rules > MAX_RULES and "RRULE" in component:
                raise NoDay(Reason.RECURRENCE)
            yield whole_days(event=component, first_day=first_day, last_day=last_day, replaced=own)
        except NoDay as no:
            yield _skipped(component, no.reason)
        except Exception:  # a value that is not what its property holds, seen only when it is used
            yield _skipped(component, Reason.BROKEN)


def _replaced(components: Iterable[Component]) -> Mapping[str, set[date]]:
    """By the series' id: the recurrences for which an event of their own stands, be it cancelled."""
    found: dict[str, set[date]] = defaultdict(set)
    for component in components:
        with suppress(Exception):  # said when the event itself is read
            if (uid := _uid(component)) and (on := replaces(component)):
                found[uid].add(on)
    return found


def _uid(component: Component) -> str:
    return str(component.get("UID", ""))


def _skipped(component: Component, reason: Reason) -> Skipped:
    name = next(iter(names_of(component).values()), "")
    return Skipped(name=name, reason=reason, on=begins_on(component))


def _merged(events: Iterable[WholeDays]) -> tuple[Proposal, ...]:
    """One proposal a day, however many events name it."""
    by_day: dict[date, list[WholeDays]] = defaultdict(list)
    for event in events:
        for on in event.days:
            by_day[on].append(event)
    return tuple(_proposal(on, by_day[on]) for on in sorted(by_day))


def _proposal(on: date, events: Sequence[WholeDays]) -> Proposal:
    names: dict[str, list[str]] = defaultdict(list)
    for event in events:
        for language, name in event.names.items():
            if name not in names[language]:
                names[language].append(name)
    joined = {language: "; ".join(found)[:MAX_TEXT] for language, found in names.items()}
    joined.setdefault("en", next(iter(joined.values())))  # whom the feed does not address reads it too
    return Proposal(
        holiday=Holiday(on=on, names=joined),
        note=next((event.note for event in events if event.note), ""),
        free=all(event.free for event in events),
    )


def _name(calendars: Iterable[Component]) -> str:
    named = (
        one_line(said(calendar, "X-WR-CALNAME") or said(calendar, "NAME") or "") for calendar in calendars
    )
    return next(filter(None, named), "")
