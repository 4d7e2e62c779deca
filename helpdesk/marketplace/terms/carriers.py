"""Where carriers show a parcel's way. Whether a page may link there, the market's `allowed_hosts` say."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote, urlsplit


class Carrier(NamedTuple):
    """`name` is its code: the start of what people write, casefolded. `title` is how it writes itself.

    `address` is that of a parcel's page, empty where each country has a page of its own.
    """

    name: str
    title: str
    address: str = ""


_DHL = "https://www.dhl.com/global-en/home/tracking.html?tracking-id={}"
CARRIERS = (
    Carrier("inpost", "InPost", "https://inpost.pl/sledzenie-przesylek?number={}"),
    Carrier("poczta polska", "Poczta Polska", "https://emonitoring.poczta-polska.pl/?numer={}"),
    Carrier("dhl", "DHL", _DHL),
    Carrier("dhl express", "DHL Express", _DHL),
    Carrier("dhl paket", "DHL Paket", _DHL),
    Carrier("dpd", "DPD"),
    Carrier("gls", "GLS"),
    Carrier("hermes", "Hermes"),
    Carrier("colissimo", "Colissimo", "https://www.laposte.fr/outils/suivre-vos-envois?code={}"),
    Carrier(
        "chronopost",
        "Chronopost",
        "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={}",
    ),
    Carrier(
        "poste italiane",
        "Poste Italiane",
        "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{}",
    ),
    Carrier("brt", "BRT"),
    Carrier(
        "royal mail",
        "Royal Mail",
        "https://www.royalmail.com/track-your-item#/tracking-results/{}",
    ),
    Carrier("evri", "Evri", "https://www.evri.com/track/parcel/{}"),
    Carrier("ups", "UPS", "https://www.ups.com/track?tracknum={}"),
    Carrier("fedex", "FedEx"),
)


def carrier_named(carrier: str) -> Carrier | None:
    """The carrier of this name, as people write it: "inpost", "InPost Paczkomat". The longest name wins."""
    name = " ".join(carrier.split()).casefold()
    found = [one for one in CARRIERS if name == one.name or name.startswith(f"{one.name} ")]
    return max(found, key=lambda one: len(one.name), default=None)


def tracking_url(*, carrier: str, tracking: str, allowed_hosts: Sequence[str]) -> str:
    """The parcel's page at its carrier; empty where there is none or the market does not allow its host."""
    found = carrier_named(carrier)
    if found is None or not found.address or not tracking:
        return ""
    host = urlsplit(found.address).hostname or ""
    allowed = any(host == one or host.endswith(f".{one}") for one in allowed_hosts)
    return found.address.format(quote(tracking, safe="")) if allowed else ""
