"""Which pack holds for a text: the shipped rules, the hosts that it may name, the likeliest countries."""

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings

from helpdesk.conduct.queries.amendments import amendments_in_force
from helpdesk.conduct.rules.amending import amended
from helpdesk.conduct.rules.packs import SHIPPED, Pack


def pack_in_force(*, countries: Iterable[str] = (), hosts: Iterable[str] = (), market: str = "") -> Pack:
    """The pack of a place. `countries` (ISO 3166-1), the likeliest first, are those whose numbers are read.

    `hosts` of the market may be named beside the Platform's own and those that it serves; the operator's
    amendments for everywhere and for the market are in it. Mostly no SQL (see `amendments_in_force`).
    """
    served = (*settings.ALLOWED_HOSTS, urlsplit(settings.HELPDESK.public_url).hostname or "")
    pack = _pack(tuple(countries), (*served, *hosts))
    return amended(pack=pack, by=found) if (found := amendments_in_force(market=market)) else pack


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
