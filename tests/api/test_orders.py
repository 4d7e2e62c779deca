"""Orders over HTTP: money as strings, by our ids or the Platform's, and strangers find nothing."""

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.shops import Shops


def test_an_order_as_both_parties_see_it(call: CallAs, shops: Shops) -> None:
    path = f"/orders/{shops.claras_order}"
    shown = [call(actor).get(path).json() for actor in (CLARA, ANNA, EDDA, PLATFORM)]
    order = shown[0]
    assert (order["number"], order["market"], order["seller"]) == ("A-1001", "de", "Anna's Espresso Parts")
    assert order["total"] == {"amount": "25.80", "currency": "EUR"}
    assert order["lines"][0] | {"offer": ""} == {
        "offer": "",
        "title": "Dichtung 8 mm",
        "quantity": 2,
        "price": {"amount": "12.90", "currency": "EUR"},
    }
    assert shown[1]["lines"][0]["title"] == "Uszczelka 8 mm"
    assert [one["id"] for one in shown] == [str(shops.claras_order)] * 4


def test_a_buyers_own_orders_are_listed(call: CallAs, shops: Shops) -> None:
    mine = call(CLARA).get("/orders").json()["data"]
    assert {order["number"] for order in mine} == {"A-1001", "D-2001"}
    assert call(ANNA).get("/orders").json() == {"data": []}


def test_strangers_find_no_order(call: CallAs, shops: Shops) -> None:
    for actor in (DMITRI, HANIA):
        answers = [
            call(actor).get(f"/orders/{order}")
            for order in (shops.claras_order, Ref(7, shops.claras_order.id), "x", "ext:x")
        ]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.content for answer in answers}) == 1
