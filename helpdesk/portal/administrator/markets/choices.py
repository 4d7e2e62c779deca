"""What the form offers to choose from, by name in the reader's language."""

import unicodedata
from collections.abc import Iterable, Sequence

from babel.core import get_global

from helpdesk.cases.terms.names import Kind
from helpdesk.cases.words import KINDS
from helpdesk.law import table
from helpdesk.law.countries import EU
from helpdesk.law.row import Row
from helpdesk.marketplace.terms.deciding import MarketHeld
from helpdesk.marketplace.terms.money import currencies
from helpdesk.marketplace.terms.values import countries
from helpdesk.portal import locales
from helpdesk.portal.administrator.law.words import NAMES, value_of
from helpdesk.portal.administrator.markets.words import place_name

Named = tuple[str, str]


def countries_named() -> list[Named]:
    """All of ISO 3166-1, by name."""
    return _by_name((code, locales.country_name(code=code)) for code in countries())


def currencies_named() -> list[Named]:
    """All that are in use, by name."""
    return _by_name((code, f"{locales.currency_name(code=code)} ({code})") for code in currencies())


def zones_of(*, country: str) -> list[str]:
    """The zones (IANA) of a country."""
    return sorted(zone for zone, land in get_global("zone_territories").items() if land == country)


def laws(*, own: str, markets: Sequence[MarketHeld]) -> list[Named]:
    """The country's own first, then as on each market that is there, then all others with own rules."""
    found = {own: place_name(code=own)}
    for market in markets:
        law = market.draft.law
        found.setdefault(law, f"{place_name(code=law)} · {market.code}")
    known = {row.country for row in table.rows()} - {EU}
    for code, name in _by_name((code, place_name(code=code)) for code in known):
        found.setdefault(code, name)
    return [*found.items()]


def rules_said(*, rows: Iterable[Row]) -> list[tuple[str, str, bool]]:
    """What a rule is called, its value, and whether a lawyer has confirmed it."""
    return [(str(NAMES[row.key]), value_of(row), row.confirmed) for row in rows]


def flows_named(*, kinds: Iterable[str]) -> list[Named]:
    """The kinds of cases that buyers of the market may open."""
    return [(kind, str(KINDS[Kind(kind)])) for kind in kinds]


def _by_name(pairs: Iterable[Named]) -> list[Named]:
    return sorted(pairs, key=lambda pair: unicodedata.normalize("NFKD", pair[1]).casefold())
