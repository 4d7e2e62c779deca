"""Deciding on a market: what the input says, what differs, and what a country's market usually is."""

import re
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from babel.core import get_global
from babel.languages import get_official_languages
from babel.numbers import get_territory_currencies
from pydantic import ValidationError

from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.shape import Flaw, Misshapen, flaws_of
from helpdesk.marketplace.terms.deciding import Usual
from helpdesk.marketplace.terms.money import currencies
from helpdesk.marketplace.terms.records import MarketDraft
from helpdesk.workdays import known

_CODE = re.compile(r"[A-Za-z0-9_-]{1,20}", re.ASCII)
_SEEN = 16  # hexadecimal digits: two states of one market are told apart, nothing is kept secret
_LAW = {"GB": "GB-ENG"}  # the kingdom has several
_CURRENCY = {"BG": "EUR"}  # since January 2026, which the CLDR of our Babel does not know yet


def market_in(*, code: str, said: Mapping[str, Any]) -> MarketDraft:
    """What was said of a market, checked. Raises Misshapen with every flaw, the code's as well."""
    flaws = [] if _CODE.fullmatch(code) else [Flaw(code="market.code", pointer="/code")]
    try:
        draft = MarketDraft.model_validate(said)
    except ValidationError as error:
        raise Misshapen(*flaws, *flaws_of(error)) from None
    if flaws:
        raise Misshapen(*flaws)
    return draft


def differing(*, was: MarketDraft | None, new: MarketDraft) -> tuple[str, ...]:
    """The fields that are not what they were, in order; all of them where nothing was."""
    return tuple(
        name for name in MarketDraft.model_fields if was is None or getattr(was, name) != getattr(new, name)
    )


def seen_of(*, draft: MarketDraft, version: str) -> str:
    """What stands for a market as somebody saw it."""
    state = {"market": draft.model_dump(), "version": version}
    return sha256(canonical(state)).hexdigest()[:_SEEN]


def digest_of(draft: MarketDraft) -> str:
    """As an entry's fact: the SHA-256 of the canonical record."""
    return sha256(canonical(draft.model_dump())).hexdigest()


def usual(*, country: str, taken: Sequence[str] = ()) -> Usual:
    """What a market of this country (ISO 3166-1) usually is. A code that is `taken` gets a number."""
    money = _CURRENCY.get(country) or next(iter(get_territory_currencies(country)), "")
    return Usual(
        code=_free(country.lower(), taken),
        country=country,
        currency=money if money in currencies() else "",
        time_zone=_zone(country),
        languages=tuple(tag.replace("_", "-") for tag in _languages(country)),
        delivery_countries=(country,),
        law=_LAW.get(country, country),
    )


def shared_hosts(markets: Sequence[MarketDraft]) -> tuple[str, ...]:
    """The hosts that all of these markets allow, in the order of the first."""
    if not markets:
        return ()
    others = [set(one.allowed_hosts) for one in markets[1:]]
    return tuple(host for host in markets[0].allowed_hosts if all(host in one for one in others))


def _free(code: str, taken: Sequence[str]) -> str:
    names = (code, *(f"{code}-{n}" for n in range(2, len(taken) + 3)))
    return next(name for name in names if name not in taken)


def _languages(country: str) -> Sequence[str]:
    """By law; where what most people speak is none of these, as in New Zealand, what is spoken in offices."""
    by_law, spoken = get_official_languages(country), get_official_languages(country, de_facto=True)
    return by_law if {*spoken[:1]} <= {*by_law} else spoken


def _zone(country: str) -> str:
    """Its calendar's, its only one, or the only one that is in common use; "" where a person must choose."""
    if code := known.code_of(country=country):
        return known.edition(code=code).zone
    zones = [zone for zone, land in get_global("zone_territories").items() if land == country]
    now_called = get_global("zone_aliases")
    common = {now_called.get(zone, zone) for zone in get_global("windows_zone_mapping").values()}
    for found in (zones, [zone for zone in zones if zone in common]):
        if len(found) == 1:
            return str(found[0])
    return ""
