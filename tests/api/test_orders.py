"""Orders over HTTP: money as strings, by our ids or the Platform's, and strangers find nothing."""

from datetime import UTC, date, datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Shipment
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
    assert {order["number"] for order in call(ANNA).get("/orders").json()["data"]} >= {"A-1001"}


def test_lists_are_read_in_pages_of_ones_choice(call: CallAs, shops: Shops) -> None:
    clara = call(CLARA)
    for order in (shops.claras_order, shops.dmitris_order):
        assert clara.post(f"/orders/{order}/questions", {"text": "Is it blue?"}).status_code == 201
    for path, odd in (("/orders", "limit=101"), ("/conversations", "limit=0")):
        whole = clara.get(path).json()
        first = clara.get(f"{path}?limit=1")
        onward = first["Link"].removeprefix("</api/v1").split(">")[0]
        assert f"after={first.json()['next']}" in onward
        rest = clara.get(onward).json()
        assert first.json()["data"] + rest["data"] == whole["data"]
        assert (len(whole["data"]), whole["next"], rest["next"]) == (2, None, None)
        assert [clara.get(f"{path}?{wrong}").status_code for wrong in (odd, "after=x")] == [422, 422]
    assert call(HANIA).get("/conversations").json() == {"data": [], "next": None}


def test_strangers_find_no_order(call: CallAs, shops: Shops) -> None:
    for actor in (DMITRI, HANIA):
        answers = [
            call(actor).get(f"/orders/{order}")
            for order in (shops.claras_order, Ref(7, shops.claras_order.id), "x", "ext:x")
        ]
        assert {answer.status_code for answer in answers} == {404}
        assert len({answer.content for answer in answers}) == 1


def test_what_became_of_it_and_by_when_an_answer_comes(call: CallAs, shops: Shops) -> None:
    path = f"/orders/{shops.claras_order}"
    order = call(CLARA).get(path).json()
    assert order["state"] == {"stage": "ordered", "at": None, "expected_on": None}
    assert (order["shipments"], order["refunds"], order["unsent"]) == ([], [], 2)
    assert order["conversation"] is None
    assert datetime.fromisoformat(order["answer_by"]) > clock.now()
    assert call(ANNA).get(path).json()["answer_by"] is None

    asked = call(CLARA).post(f"{path}/questions", {"text": "Is it the 8 mm one?"}).json()["conversation"]
    order = call(CLARA).get(path).json()
    assert order["conversation"] == asked
    assert order["answer_by"] == call(CLARA).get(f"/conversations/{asked}").json()["due_at"]


def test_parcels_stand_beside_their_order(call: CallAs, shops: Shops) -> None:
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=shops.claras_order.seller_id,
            order_id=shops.claras_order.id,
            buyer_id=CLARA.person,
            external_id="p-1",
            lines=[{"line": "1", "quantity": 2}],
            direction="out",
            carrier="DHL",
            tracking="003404",
            dispatched_at=datetime(2026, 10, 2, 12, tzinfo=UTC),
            expected_on=date(2026, 10, 5),
        )
    (listed,) = [one for one in call(CLARA).get("/orders").json()["data"] if one["number"] == "A-1001"]
    assert listed["state"] == {
        "stage": "expected",
        "at": "2026-10-02T12:00:00Z",
        "expected_on": "2026-10-05",
    }
    (parcel,) = listed["shipments"]
    assert (parcel["carrier"], parcel["tracking"], parcel["tracking_url"]) == ("DHL", "003404", "")
