"""A year of a calendar, drawn as twelve months: which days count, which do not, and what they are called."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from babel.dates import format_date, format_skeleton, get_day_names, get_month_names
from django.utils.translation import get_language, gettext

from helpdesk.deadlines.terms.editions import CalendarYear
from helpdesk.portal import locales
from helpdesk.workdays.definition import MONDAY_TO_FRIDAY
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.parts import part_name

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class DayShown:
    """A cell. `kind` is open, weekend or off; `mark` is added or removed where the operator changed it."""

    on: date
    kind: str
    name: str
    mark: str
    is_today: bool

    @property
    def number(self) -> int:
        """Of the month."""
        return self.on.day


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthShown:
    """Weeks from Monday on; None where the month has not begun or is over. `days` are those with a name."""

    name: str
    weeks: tuple[tuple[DayShown | None, ...], ...]
    days: tuple[DayShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearShown:
    """For parts/year.html. Years before and after are None where the calendar does not know them."""

    of: CalendarYear
    name: str
    months: tuple[MonthShown, ...]
    weekdays: tuple[tuple[str, str], ...]
    before: int | None
    after: int | None
    closed: int

    @property
    def is_changed(self) -> bool:
        """Whether a legend of the marks is needed."""
        return bool(self.of.added or self.of.removed)


def year_shown(*, year: CalendarYear, today: date) -> YearShown:
    """In the reader's language; `closed` counts weekdays off."""
    return YearShown(
        of=year,
        name=calendar_name(code=year.code),
        months=tuple(_month(year, month, today) for month in range(1, 13)),
        weekdays=_weekdays(),
        before=year.year - 1 if year.first_day.year < year.year else None,
        after=year.year + 1 if year.year < year.last_day.year else None,
        closed=sum(on.weekday() in MONDAY_TO_FRIDAY for on in year.holidays),
    )


def calendar_name(*, code: str) -> str:
    """As in "Germany" and "Germany · Bayern": a part by the name that its own people call it."""
    if code == "GB-ENG":
        return f"{locales.country_name(code='GB')} · {gettext('England')}"
    part = part_name(code=code)
    country = locales.country_name(code=code[:2])
    return f"{country} · {part}" if part else country


def holiday_name(*, holiday: Holiday) -> str:
    """In the reader's language, in English, or just what it is."""
    return holiday.name(language=(get_language() or "en")[:2]) or gettext("Public holiday")


def long_day(*, on: date) -> str:
    """As in "Monday, 3 May 2027"."""
    return str(format_date(on, "full", locale=locales.locale()))


def short_day(*, on: date) -> str:
    """As in "Mon 3 May 2027"."""
    return str(format_skeleton("yMMMEd", on, locale=locales.locale()))


def _weekdays() -> tuple[tuple[str, str], ...]:
    """Short and long, Monday first."""
    here = locales.locale()
    short, full = (get_day_names(width, "stand-alone", here) for width in ("short", "wide"))
    return tuple((short[day], full[day]) for day in range(7))


def _month(year: CalendarYear, month: int, today: date) -> MonthShown:
    days = [_day(year, on, today) for on in _dates(year.year, month)]
    name = get_month_names("wide", "stand-alone", locales.locale())[month]
    before: list[DayShown | None] = [None] * days[0].on.weekday()
    cells = [*before, *days]
    cells += [None] * (-len(cells) % 7)
    return MonthShown(
        name=name[:1].upper() + name[1:],
        weeks=tuple(tuple(cells[at : at + 7]) for at in range(0, len(cells), 7)),
        days=tuple(day for day in days if day.name),
    )


def _dates(year: int, month: int) -> Iterator[date]:
    on = date(year, month, 1)
    while on.month == month:
        yield on
        on += _DAY


def _day(year: CalendarYear, on: date, today: date) -> DayShown:
    holiday, gone = year.holidays.get(on), year.removed.get(on)
    is_open = on.weekday() in MONDAY_TO_FRIDAY and holiday is None
    named = holiday or gone
    return DayShown(
        on=on,
        kind="open" if is_open else "off" if holiday else "weekend",
        name=holiday_name(holiday=named) if named else "",
        mark="added" if on in year.added else "removed" if gone else "",
        is_today=on == today,
    )
