"""Which pack holds for a text: the shipped rules, the hosts that it may name, the likeliest countries."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings

from helpdesk.conduct.queries.amendments import amendments_in_force, held
from helpdesk.conduct.rules.amending import Amendment, amended
from helpdesk.conduct.rules.packs import SHIPPED, Pack, not_yet
from helpdesk.kernel import clock


def pack_in_force(
    *,
    countries: Iterable[str] = (),
    hosts: Iterable[str] = (),
    market: str = "",
    at: datetime | None = None,
    instead: tuple[str, Amendment] | None = None,
) -> Pack:
    """The pack of a place at an instant, `at` None: now. `countries` (ISO 3166-1), the likeliest first, are
    those whose numbers are read.

    `hosts` of the market may be named beside the Platform's own and those that it serves; the operator's
    amendments for everywhere and for the market are in it, and nothing of what is announced for later.
    `instead` is an amendment that is tried, after its market (empty: everywhere), in place of the one that
    holds there. Mostly no SQL (see `amendments_in_force`).
    """
    now = at or clock.now()
    by = amendments_in_force(market=market, at=now)
    if instead is not None and instead[0] in ("", market):
        by = _replaced(by, *instead)
    pack = amended(pack=_shipped(countries, hosts), by=by)
    later = not_yet(on=now.date())
    return replace(pack, ceilings={**pack.ceilings, **later}) if later else pack


def pack_of_anywhere(*, countries: Iterable[str] = ()) -> Pack:
    """The pack of a first look, before the market is known: with the phrases of all markets, and no ceiling.

    Whatever is found by it has to be looked at again with the market's own.
    """
    now, pack = clock.now(), pack_in_force(countries=countries)
    phrases = (phrase for one in held(at=now).values() for phrase in one.content.phrases)
    return replace(pack, ceilings=SHIPPED.ceilings, phrases=tuple(dict.fromkeys(phrases)))


def _shipped(countries: Iterable[str], hosts: Iterable[str]) -> Pack:
    served = (*settings.ALLOWED_HOSTS, urlsplit(settings.HELPDESK.public_url).hostname or "")
    return _pack(tuple(countries), (*served, *hosts))


def _replaced(
    by: Iterable[tuple[str, Amendment]], market: str, tried: Amendment
) -> list[tuple[str, Amendment]]:
    """Everywhere's first, as ever."""
    place = market or "all"
    kept = [(name, one) for name, one in by if name.rpartition(".")[0] != place]
    draft = (f"{place}.draft", tried)
    return [draft, *kept] if market == "" else [*kept, draft]


@lru_cache(maxsize=512)  # markets times establishments
def _pack(countries: tuple[str, ...], hosts: tuple[str, ...]) -> Pack:
    known = (*(country for country in countries if country), *SHIPPED.regions)
    return Pack(
        version=SHIPPED.version,
        hosts=frozenset(named for host in hosts if (named := _name(host))) | SHIPPED.hosts,
        regions=tuple(dict.fromkeys(known)),
        ceilings=SHIPPED.ceilings,
        phrases=SHIPPED.phrases,
    )


def _name(host: str) -> str:
    """Small and in punycode; a leading dot says "and all below", which holds for every host here."""
    plain = host.lstrip(".").lower().strip("*")
    try:
        return plain if plain.isascii() else plain.encode("idna").decode()
    except UnicodeError:
        return ""
