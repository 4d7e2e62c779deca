"""The list of orders: each with its state and its conversation, in a fixed number of statements."""

from datetime import UTC, datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order, Shipment
from tests.cast import ANNA, CLARA, HANIA, PLATFORM
from tests.portal.conftest import SignIn
from tests.portal.test_statements import statements
from tests.shops import PLACED, Shops


def orders(seller_id: int, count: int) -> None:
    """Older orders of Clara's."""
    with acting(PLATFORM):
        for n in range(count):
            Order.objects.create(
                seller_id=seller_id,
                buyer_id=CLARA.person,
                external_id=f"X-{n}",
                number=f"X-{n:03}",
                market_id="de",
                placed_at=PLACED - timedelta(days=n + 1),
            )


def test_each_with_its_state_and_what_waits(sign_in: SignIn, shops: Shops, asked: Ref) -> None:
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=shops.dmitris_order.seller_id,
            order_id=shops.dmitris_order.id,
            buyer_id=CLARA.person,
            external_id="p",
            lines=[],
            direction="out",
            delivered_at=datetime(2026, 10, 5, 9, tzinfo=UTC),
        )
    page = sign_in(CLARA).get("/buyer/orders").content.decode()
    assert "Delivered on Monday, 5 October" in page
    assert "Being prepared for dispatch" in page
    assert "Answer by " in page
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="Yes.", key="a")
    assert "Answered" in sign_in(CLARA).get("/buyer/orders").content.decode()
    assert "Answered" not in sign_in(HANIA).get("/buyer/orders").content.decode()


def test_more_rows_cost_no_more_statements(sign_in: SignIn, shops: Shops) -> None:
    clara = sign_in(CLARA)
    few = statements(clara, "/buyer/orders")
    orders(shops.dmitris_order.seller_id, 20)
    assert len(statements(clara, "/buyer/orders")) == len(few)


def test_a_long_list_goes_on(sign_in: SignIn, shops: Shops) -> None:
    orders(shops.dmitris_order.seller_id, 30)
    page = sign_in(CLARA).get("/buyer/orders").content.decode()
    assert page.count('class="row"') == 25
    after = page.split('href="?after=')[1].split('"')[0]
    rest = sign_in(CLARA).get(f"/buyer/orders?after={after}").content.decode()
    assert rest.count('class="row"') == 7
    assert "X-029" in rest
    assert "X-029" not in page
