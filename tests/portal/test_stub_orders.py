"""An order that is expected: pages show what is known and that the rest is on its way, never an error."""

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA
from tests.portal.conftest import SignIn
from tests.shops import PLACED

ON_THE_WAY = "The details of this order are on their way."


def expected() -> Ref:
    assert CLARA.buyer_id is not None
    with acting(SYSTEM):
        order = Order.objects.create(
            seller_id=ANNAS_SHOP,
            buyer_id=CLARA.buyer_id,
            external_id="A-9",
            number="A-9",
            market_id="de",
            placed_at=PLACED,
            is_stub=True,
        )
    return Ref(ANNAS_SHOP, order.id)


def test_both_sides_and_the_desk_can_talk_about_an_order_that_is_on_its_way(sign_in: SignIn) -> None:
    order = expected()
    page = sign_in(CLARA).get(f"/buyer/orders/{order}")
    assert page.status_code == 200
    assert ON_THE_WAY in page.content.decode()
    assert "A-9" in sign_in(CLARA).get("/buyer/orders").content.decode()
    thread = conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=order, draft="Where is it?", key="k"
    ).conversation
    assert ON_THE_WAY in sign_in(ANNA).get(f"/seller/conversations/{thread}").content.decode()
    for who, path in (
        (ANNA, "/seller/inbox"),
        (CLARA, f"/buyer/conversations/{thread}"),
        (EDDA, "/administrator/files"),
    ):
        assert sign_in(who).get(path).status_code == 200
