"""An order's own page: the status answers before the box asks, whether or not there is a conversation."""

from datetime import UTC, date, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import ExternalId, Market, Order, Refund, Shipment
from helpdesk.portal.buyer import order as shown
from tests.cast import ANNA, CLARA, HANIA, PLATFORM
from tests.portal.conftest import SignIn
from tests.portal.test_composer import send
from tests.shops import Shops

TODAY = date(2026, 11, 24)
NOON = datetime(2026, 11, 24, 11, tzinfo=UTC)


@pytest.fixture(autouse=True)
def noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tuesday, 24 November 2026, noon in Berlin and Warsaw, for the page alone."""
    monkeypatch.setattr(shown, "clock", SimpleNamespace(now=lambda: NOON))


def parcel(order: Ref, **changes: Any) -> None:
    """A parcel of Clara's, on its way since Monday unless a test says otherwise."""
    usual = {
        "external_id": "p",
        "lines": [{"line": "1", "quantity": 2}],
        "direction": "out",
        "carrier": "DHL",
        "tracking": "00340434",
        "dispatched_at": NOON - timedelta(days=1),
        "expected_on": TODAY + timedelta(days=2),
    }
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=order.seller_id, order_id=order.id, buyer_id=CLARA.person, **(usual | changes)
        )


def page_of(sign_in: SignIn, order: Ref) -> str:
    answer = sign_in(CLARA).get(f"/buyer/orders/{order}")
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_status_stands_before_the_box(sign_in: SignIn, shops: Shops) -> None:
    parcel(shops.claras_order)
    page = page_of(sign_in, shops.claras_order)
    assert "On its way, expected on Thursday, 26 November" in page
    assert page.index("expected on Thursday") < page.index("<textarea")
    assert "00340434" in page
    assert 'aria-current="step"' in page


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"dispatched_at": None, "expected_on": None}, "Being prepared for dispatch"),
        ({"expected_on": None}, "On its way"),
        ({"expected_on": TODAY}, "On its way, expected today"),
        ({"expected_on": TODAY + timedelta(days=1)}, "On its way, expected tomorrow"),
        ({"expected_on": date(2027, 1, 7)}, "On its way, expected on Thursday, 7 January 2027"),
        ({"expected_on": TODAY - timedelta(days=1)}, "On its way, was expected on Monday, 23 November"),
        ({"delivered_at": NOON}, "Delivered today"),
        ({"delivered_at": NOON - timedelta(days=1)}, "Delivered yesterday"),
        ({"delivered_at": NOON - timedelta(days=4)}, "Delivered on Friday, 20 November"),
    ],
)
def test_each_state_in_words(sign_in: SignIn, shops: Shops, changes: dict[str, Any], sentence: str) -> None:
    parcel(shops.claras_order, **changes)
    assert f">{sentence}</h2>" in page_of(sign_in, shops.claras_order)


def test_several_parcels_a_return_and_the_refund(sign_in: SignIn, shops: Shops) -> None:
    order = shops.claras_order
    parcel(order, lines=[{"line": "1", "quantity": 1}], delivered_at=NOON - timedelta(days=4))
    parcel(order, lines=[{"line": "1", "quantity": 1}])
    page = page_of(sign_in, order)
    assert "1 of 2 parcels delivered" in page
    assert page.count('<ol class="way"') == 2
    parcel(order, direction="back", dispatched_at=None)
    assert "Return announced, not yet handed over" in page_of(sign_in, order)
    with acting(PLATFORM):
        Refund.objects.create(
            seller_id=order.seller_id,
            order_id=order.id,
            buyer_id=CLARA.person,
            external_id="r",
            lines=[],
            amount_minor=2580,
            currency="EUR",
            done_at=NOON,
        )
    page = page_of(sign_in, order)
    assert ">Refunded on Tuesday, 24 November</h2>" in page
    assert "€25.80" in page


def test_a_carriers_page_is_linked_only_where_the_market_allows_it(sign_in: SignIn, shops: Shops) -> None:
    parcel(shops.claras_order)
    assert "dhl.com" not in page_of(sign_in, shops.claras_order)
    with acting(PLATFORM):
        Market.objects.filter(code="de").update(allowed_hosts=["dhl.com"])
    page = page_of(sign_in, shops.claras_order)
    assert 'href="https://www.dhl.com/global-en/home/tracking.html?tracking-id=00340434"' in page
    assert 'rel="noreferrer"' in page


def test_the_box_says_to_whom_and_by_when(sign_in: SignIn, shops: Shops) -> None:
    page = page_of(sign_in, shops.claras_order)
    assert "Your question goes to Anna&#x27;s Espresso Parts." in page
    assert "Answer by Wednesday, 25 November, 12:00." in page


def test_a_holiday_that_moves_the_answer_is_named(
    sign_in: SignIn, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    eve = datetime(2026, 11, 10, 17, tzinfo=UTC)
    monkeypatch.setattr(shown, "clock", SimpleNamespace(now=lambda: eve))
    page = page_of(sign_in, shops.claras_order)
    assert "Answer by Thursday, 12 November, 18:00." in page
    assert "Wednesday, 11 November, is a public holiday in Poland and does not count." in page


def test_once_there_is_a_conversation_it_is_the_main_action(
    sign_in: SignIn, shops: Shops, asked: Ref
) -> None:
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes, it is.", key="a")
    page = page_of(sign_in, shops.claras_order)
    assert f'href="/buyer/conversations/{asked}"' in page
    assert "Open the conversation" in page
    assert "Yes, it is." in page
    assert "<textarea" not in page


def test_a_refused_question_keeps_its_text(
    sign_in: SignIn, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.undo()  # what is written bears the right time
    status, page = send(sign_in(CLARA), f"/buyer/orders/{shops.claras_order}/questions", "\u200b")
    assert status == 422
    assert "<textarea" in page
    assert 'role="alert"' in page


def test_the_platforms_own_id_leads_here_and_strangers_nowhere(sign_in: SignIn, shops: Shops) -> None:
    seller_id, id = shops.claras_order
    with acting(PLATFORM):
        ExternalId.objects.create(
            kind="order", external_id="A-1001", seller_id=seller_id, id=id, version="1", version_order=1
        )
    path = "/buyer/orders/ext:A-1001"
    assert sign_in(CLARA).get(path)["Location"] == f"/buyer/orders/{shops.claras_order}"
    for other in (HANIA, ANNA):
        assert sign_in(other).get(path).status_code == 404
    assert sign_in(CLARA).get("/buyer/orders/ext:A-9999").status_code == 404


def test_the_address_is_shown_as_text(sign_in: SignIn, shops: Shops) -> None:
    with acting(PLATFORM):
        Order.objects.filter(id=shops.claras_order.id).update(
            delivery_address={"lines": ["<b>1</b>"], "city": "Berlin", "country": "DE"}
        )
    page = page_of(sign_in, shops.claras_order)
    assert "&lt;b&gt;1&lt;/b&gt;" in page
    assert "Germany" in page
