"""Languages by their own names; markets by their country's name in the reader's language."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

from helpdesk.marketplace.terms.market import Address, MarketName
from helpdesk.portal import locales

register = template.Library()


class Choice(NamedTuple):
    """One line of the control."""

    code: str
    name: str


@register.simple_tag
def languages() -> list[Choice]:
    """Those whose catalogue is complete."""
    return [Choice(code, name) for code, name in settings.LANGUAGES]


@register.simple_tag
def language_here() -> Choice:
    """The language of this page."""
    code = locales.locale().language
    return Choice(code, dict(settings.LANGUAGES).get(code, code))


@register.simple_tag(takes_context=True)
def markets(context: Context) -> list[Choice]:
    """All markets, in the order of their names."""
    return sorted(named(_known(context)), key=lambda one: one.name)


@register.simple_tag(takes_context=True)
def market_name(context: Context, code: str) -> str:
    """As in "Poland"; the code where two markets share a country, or where nothing is known of it."""
    return dict(named(_known(context))).get(code, code.upper())


@register.simple_tag(takes_context=True)
def market_code(context: Context, code: str) -> SafeString:
    """The short code for lists, with the full name for those who ask."""
    return format_html('<abbr class="market" title="{}">{}</abbr>', market_name(context, code), code.upper())


@register.simple_tag
def currency_name(code: str) -> str:
    """As in "Polish zloty"."""
    return locales.currency_name(code=code)


@register.filter
def full_lines(address: Address) -> list[str]:
    """An address with its country, as it stands on a parcel."""
    return [*address.lines, locales.country_name(code=address.country)]


def named(known: Iterable[MarketName]) -> list[Choice]:
    """By country; with the code where the country alone would not tell them apart."""
    known = tuple(known)
    shared = Counter(name.country for name in known)
    return [Choice(one.code, _name(one, alone=shared[one.country] == 1)) for one in known]


def _name(one: MarketName, *, alone: bool) -> str:
    country = locales.country_name(code=one.country)
    return country if alone else f"{country} ({one.code.upper()})"


def _known(context: Context) -> tuple[MarketName, ...]:
    request: HttpRequest | None = context.get("request")
    found: tuple[MarketName, ...] = getattr(request, "markets", ())
    return found
