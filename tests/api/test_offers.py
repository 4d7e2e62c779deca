"""Offers over HTTP: on the market's own price, and by when a question would be answered."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.marketplace.models import ExternalId, Offer
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, HANIA, PLATFORM
from tests.shops import Shops


def price(shops: Shops) -> None:
    """Sold in Germany only, with a guarantee; known to the Platform as O-1."""
    seller_id, id = shops.offer
    on = {"price_minor": 1290, "currency": "EUR", "availability": "limited", "delivery_countries": []}
    with acting(PLATFORM):
        Offer.objects.filter(seller_id=seller_id, id=id).update(
            markets={"de": on}, return_days=14, guarantee={"giver": "producer", "months": 24}
        )
        ExternalId.objects.create(
            kind="offer", external_id="O-1", seller_id=seller_id, id=id, version="1", version_order=1
        )


def test_a_buyer_reads_it_on_their_own_market(call: CallAs, shops: Shops) -> None:
    price(shops)
    offer = call(CLARA).get("/offers/ext:O-1").json()
    assert (offer["id"], offer["title"], offer["market"]) == (str(shops.offer), "Dichtung 8 mm", "de")
    assert offer["price"] == {"amount": "12.90", "currency": "EUR"}
    assert offer["seller"] == {"name": "Anna's Espresso Parts", "country": "PL"}
    assert offer["guarantee"] == {"giver": "producer", "months": 24, "terms": ""}
    assert datetime.fromisoformat(offer["answer_by"]) > clock.now()


def test_what_is_not_sold_there_has_no_price(call: CallAs, shops: Shops) -> None:
    price(shops)
    offer = call(HANIA).get(f"/offers/{shops.offer}").json()
    assert (offer["market"], offer["price"], offer["availability"]) == ("pl", None, "not_sold")
    assert call(HANIA).get(f"/offers/{shops.offer}?market=de").json()["availability"] == "limited"


def test_once_asked_the_conversation_is_named(call: CallAs, shops: Shops) -> None:
    path = f"/offers/{shops.offer}"
    asked = call(CLARA).post(f"{path}/questions", {"text": "Is it the 8 mm one?"}).json()["conversation"]
    assert call(CLARA).get(path).json()["conversation"] == asked
    for other in (HANIA, ANNA):
        assert call(other).get(path).json()["conversation"] is None
    assert call(ANNA).get(path).json()["answer_by"] is None


def test_nothing_is_said_of_what_is_not_there(call: CallAs, shops: Shops) -> None:
    for path in (
        "/offers/x",
        "/offers/ext:none",
        f"/offers/{shops.claras_order}",
        f"/offers/{shops.offer}?market=xx",
    ):
        assert call(CLARA).get(path).status_code == 404, path
