"""How Helpdesk works: the rules for Sellers and Buyers, with the parameters that are in force here."""

from dataclasses import dataclass

from babel.dates import format_date
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.oversight import queries
from helpdesk.oversight.terms import CalendarRule, MarketRule, Rules
from helpdesk.oversight.words import REASONS
from helpdesk.portal import locales
from helpdesk.portal.public.examples import country_name, examples


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A calendar by its country's name, with its first and last day as the reader writes them."""

    country: str
    first: str
    last: str
    version: int


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
        "calendars": [_known(one) for one in rules.calendars],
        "markets": [_market(one) for one in rules.markets],
        "reasons": [str(REASONS[one]) for one in rules.reading_reasons],
        "languages": _languages(rules),
        "examples": examples(language=(get_language() or "en")[:2], now=clock.now()),
    }
    return render(request, "public/how_it_works.html", context)


def _known(calendar: CalendarRule) -> Known:
    first, last = (
        format_date(day, "long", locale=locales.locale()) for day in (calendar.first_day, calendar.last_day)
    )
    country = country_name(code=calendar.code)
    return Known(country=country, first=first, last=last, version=calendar.version)


def _market(market: MarketRule) -> Market:
    return Market(
        country=country_name(code=market.country),
        languages=", ".join(locales.language_name(code=code) for code in market.languages),
        city=locales.city(zone=market.time_zone),
    )


def _languages(rules: Rules) -> str:
    return ", ".join(locales.language_name(code=code) for code in rules.languages)
