"""Clara on the German market, with two homes, and an offer that has a price on each side of the border."""

from collections.abc import Mapping

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Buyer, Market, MarketChoice, Offer
from tests.cast import ANNAS_SHOP, CLARA, PLATFORM
from tests.shops import Shops

BERLIN = {
    "recipient": "Clara Weber",
    "lines": ["Lindenstraße 5"],
    "postal_code": "10969",
    "city": "Berlin",
    "country": "DE",
}
WARSAW = {"lines": ["ul. Prosta 1"], "postal_code": "00-838", "city": "Warszawa", "country": "PL"}
ON_BOTH = {
    "de": {"price_minor": 1290, "currency": "EUR", "availability": "in_stock"},
    "pl": {"price_minor": 5490, "currency": "PLN", "availability": "limited"},
}


def move_in(shops: Shops, *addresses: Mapping[str, object]) -> Ref:
    """Give Clara these addresses, the first being the present one; the offer that is sold on both markets."""
    with acting(PLATFORM):
        Buyer.objects.filter(id=CLARA.person).update(addresses=list(addresses))
        Offer.objects.filter(id=shops.offer.id).update(markets=ON_BOTH)
        Market.objects.create(
            code="it",
            country="IT",
            currency="EUR",
            time_zone="Europe/Rome",
            languages=["it"],
            delivery_countries=["IT", "DE"],
            law="IT",
            allowed_hosts=[],
        )
    return Ref(ANNAS_SHOP, shops.offer.id)


def choice() -> MarketChoice | None:
    """What Clara chose here, as stored."""
    with acting(PLATFORM):
        return MarketChoice.objects.filter(buyer_id=CLARA.person).first()
