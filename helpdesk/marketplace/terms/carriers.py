"""Where carriers show a parcel's way. Whether a page may link there, the market's `allowed_hosts` say."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import quote, urlsplit


class Carrier(NamedTuple):
    """A carrier by the start of its name (casefolded), and the address of a parcel's page."""

    name: str
    address: str


CARRIERS = (
    Carrier("inpost", "https://inpost.pl/sledzenie-przesylek?number={}"),
    Carrier("poczta polska", "https://emonitoring.poczta-polska.pl/?numer={}"),
    Carrier("dhl", "https://www.dhl.com/global-en/home/tracking.html?tracking-id={}"),
    Carrier("colissimo", "https://www.laposte.fr/outils/suivre-vos-envois?code={}"),
    Carrier("chronopost", "https://www.chronopost.fr/tracking-no-cms/suivi-page?listeNumerosLT={}"),
    Carrier("poste italiane", "https://www.poste.it/cerca/index.html#/risultati-spedizioni/{}"),
    Carrier("royal mail", "https://www.royalmail.com/track-your-item#/tracking-results/{}"),
    Carrier("evri", "https://www.evri.com/track/parcel/{}"),
    Carrier("ups", "https://www.ups.com/track?tracknum={}"),
)


def tracking_url(*, carrier: str, tracking: str, allowed_hosts: Sequence[str]) -> str:
    """The parcel's page at its carrier; empty where there is none or the market does not allow its host."""
    name = carrier.strip().casefold()
    found = next((one for one in CARRIERS if name == one.name or name.startswith(f"{one.name} ")), None)
    if found is None or not tracking:
        return ""
    host = urlsplit(found.address).hostname or ""
    allowed = any(host == one or host.endswith(f".{one}") for one in allowed_hosts)
    return found.address.format(quote(tracking, safe="")) if allowed else ""
