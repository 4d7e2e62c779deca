"""All calendars by country: what counts, how far ahead it is known, who counts by it."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.deadlines import queries
from helpdesk.deadlines.terms.editions import CalendarLine
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.portal import locales, pages
from helpdesk.portal.hats import Signed
from helpdesk.portal.years import calendar_name
from helpdesk.workdays.horizon import HORIZON_ALARM_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class LineShown:
    """A calendar by its name; `is_short` where the alarm is due."""

    of: CalendarLine
    name: str
    is_short: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country's own calendar and those of its parts, as far as they are listed here.

    `whole` is None for one that has parts only, and where it stands among those in use.
    """

    name: str
    whole: LineShown | None
    parts: tuple[LineShown, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """A Seller whose place has no calendar here."""

    seller: str
    place: str


@require_safe
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """Those in use first, then the others: each stands once."""
    lines = [_shown(line) for line in queries.calendar_lines(actor=request.actor, now=clock.now())]
    context = {
        "used": sorted((line for line in lines if line.of.in_use), key=_by_use),
        "countries": _countries(line for line in lines if not line.of.in_use),
        "total": len(lines),
        "short": [line for line in lines if line.is_short and line.of.in_use],
        "behind": [line for line in lines if line.of.is_behind],
        "alarm_days": HORIZON_ALARM_DAYS,
        "waiting": queries.waiting_for_recheck(actor=request.actor),
        "elsewhere": _elsewhere(queries.sellers_without_calendar(actor=request.actor)),
    }
    return pages.render(request, "administrator/calendars/list.html", context)


def short_ones(*, today: date) -> list[tuple[str, int]]:
    """For the desk: calendars in use that end too soon, and the days that each has left."""
    short = queries.short_horizons_for_system(today=today)
    return sorted((calendar_name(code=code), days) for code, days in short.items())


def _shown(line: CalendarLine) -> LineShown:
    return LineShown(
        of=line, name=calendar_name(code=line.code), is_short=line.days_left < HORIZON_ALARM_DAYS
    )


def _by_use(line: LineShown) -> tuple[int, int, str]:
    return -line.of.open, -line.of.sellers, line.name


def _countries(lines: Iterable[LineShown]) -> list[Country]:
    by_country: dict[str, list[LineShown]] = {}
    for line in lines:
        by_country.setdefault(line.of.code[:2], []).append(line)
    found = [_country(code, of) for code, of in by_country.items()]
    return sorted(found, key=lambda one: _sorted_as(one.name))


def _country(code: str, lines: Iterable[LineShown]) -> Country:
    parts = sorted((line for line in lines if line.of.code != code), key=lambda one: _sorted_as(one.name))
    return Country(
        name=locales.country_name(code=code),
        whole=next((line for line in lines if line.of.code == code), None),
        parts=tuple(parts),
    )


def _sorted_as(name: str) -> str:
    return unicodedata.normalize("NFKD", name).casefold()


def _elsewhere(sellers: Iterable[tuple[str, str, str]]) -> list[Elsewhere]:
    return [
        Elsewhere(seller=name, place=locales.country_name(code=country) + (f" · {part}" if part else ""))
        for name, country, part in sellers
    ]
