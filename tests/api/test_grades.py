"""The shop's grade over HTTP: for Buyers, with the offer, the order and the thread."""

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA
from tests.portal.test_grade import graded
from tests.shops import Shops

NEW = {"level": "new", "score": None, "usually_within_hours": None}


def places(shops: Shops, asked: Ref) -> list[str]:
    return [f"/offers/{shops.offer}", f"/orders/{shops.claras_order}", f"/conversations/{asked}"]


def test_a_buyer_is_told_and_a_seller_is_not(call: CallAs, shops: Shops, asked: Ref) -> None:
    for path in places(shops, asked):
        assert call(CLARA).get(path).json()["seller_rating"] == NEW
    graded("reliable", 97, 4)
    for path in places(shops, asked):
        told = call(CLARA).get(path).json()["seller_rating"]
        assert told == {"level": "reliable", "score": 97, "usually_within_hours": 4}
        assert call(ANNA).get(path).json()["seller_rating"] is None
