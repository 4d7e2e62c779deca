"""How Helpdesk works: the rules for Sellers and Buyers, with the parameters that are in force here."""

import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from helpdesk.deadlines.queries import in_force_for_system
from helpdesk.kernel import clock
from helpdesk.oversight import queries
from helpdesk.oversight.terms import CalendarRule, MarketRule, Rules
from helpdesk.oversight.words import REASONS
from helpdesk.portal import locales
from helpdesk.portal.announcing import coming_prohibitions
from helpdesk.portal.public.examples import country_name, examples


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A country's calendars: how many `regions` have days of their own, and which days all of them know."""

    code: str
    country: str
    regions: int
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Market:
    """A market by its country's name, with its languages."""

    country: str
    languages: str
    city: str


@require_safe
def show(request: HttpRequest) -> HttpResponse:
    """For everybody, signed in or not."""
    rules = queries.rules_for_system()
    context = {
        "rules": rules,
        "calendars": _known(rules),
        "markets": [_market(one) for one in rules.markets],
        "reasons": [str(REASONS[one]) for one in rules.reading_reasons],
        "languages": _languages(rules),
        "coming": coming_prohibitions(now=clock.now()),
        "examples": examples(
            language=(get_language() or "en")[:2], now=clock.now(), published=in_force_for_system()
        ),
    }
    return render(request, "public/how_it_works.html", context)


def _known(rules: Rules) -> list[Known]:
    """By the countries' names, as the reader's language sorts them."""
    by_country = defaultdict[str, list[CalendarRule]](list)
    for calendar in rules.calendars:
        by_country[calendar.code[:2]].append(calendar)
    found = [_of_country(code, of) for code, of in by_country.items()]
    return sorted(found, key=lambda one: unicodedata.normalize("NFKD", one.country).casefold())


def _of_country(code: str, calendars: list[CalendarRule]) -> Known:
    return Known(
        code=calendars[0].code,
        country=country_name(code=code),
        regions=sum("-" in calendar.code for calendar in calendars),
        first=_day(max(calendar.first_day for calendar in calendars)),
        last=_day(min(calendar.last_day for calendar in calendars)),
    )


def _day(on: date) -> str:
    return str(format_date(on, "long", locale=locales.locale()))


def _market(market: MarketRule) -> Market:
    return Market(
        country=country_name(code=market.country),
        languages=", ".join(locales.language_name(code=code) for code in market.languages),
        city=locales.city(zone=market.time_zone),
    )


def _languages(rules: Rules) -> str:
    return ", ".join(locales.language_name(code=code) for code in rules.languages)
