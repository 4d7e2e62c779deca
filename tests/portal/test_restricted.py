"""Pages under a measure: a box that would be refused is not there, and a sentence is in its place."""

from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.restrictions import RestrictionKind
from tests.cast import ANNA, CLARA, DMITRI, HANIA
from tests.marketplace.restricted import impose, lift
from tests.portal.conftest import SignIn
from tests.portal.test_composer import send
from tests.shops import Shops

NO_QUESTIONS = "This shop does not take questions at the moment."
LEFT = "This shop has left the marketplace"
WHY = 'href="/seller/measures"'


def before_sale(shops: Shops) -> Ref:
    """The thread that a question of Clara's opens."""
    posted = conversations.ask_about_offer(
        actor=CLARA, now=clock.now(), offer=shops.offer, draft="Is it for 8 mm?", key="offer"
    )
    return posted.conversation


def test_nobody_asks_a_suspended_shop_before_a_sale_and_orders_go_on(
    sign_in: SignIn, shops: Shops, asked: Ref
) -> None:
    thread = before_sale(shops)
    measure, _ = impose(RestrictionKind.SUSPENSION)
    clara, hania = sign_in(CLARA), sign_in(HANIA)
    for client, path in ((hania, f"/buyer/offers/{shops.offer}"), (clara, f"/buyer/conversations/{thread}")):
        page = client.get(path).content.decode()
        assert NO_QUESTIONS in page
        assert "<textarea" not in page
        assert WHY not in page, "why is not for buyers"
    for path in (f"/buyer/conversations/{asked}", f"/buyer/orders/{shops.claras_order}"):
        assert NO_QUESTIONS not in clara.get(path).content.decode()
    assert "<textarea" in clara.get(f"/buyer/conversations/{asked}").content.decode()
    lift(measure)
    assert "<textarea" in hania.get(f"/buyer/offers/{shops.offer}").content.decode()


def test_what_was_typed_meanwhile_is_kept_and_the_page_says_that_it_was_not_sent(
    sign_in: SignIn, shops: Shops
) -> None:
    hania = sign_in(HANIA)
    impose(RestrictionKind.SUSPENSION)
    status, page = send(hania, f"/buyer/offers/{shops.offer}/questions", "Is it for 8 mm?")
    assert status == 422
    assert NO_QUESTIONS in page
    assert "Is it for 8 mm?" in page
    assert "<textarea" not in page


def test_a_shop_reads_on_every_page_what_is_in_force_and_until_when(
    sign_in: SignIn, shops: Shops, asked: Ref
) -> None:
    thread = before_sale(shops)
    anna = sign_in(ANNA)
    inbox = "/seller/inbox"
    assert WHY not in anna.get(inbox).content.decode()
    impose(RestrictionKind.SUSPENSION, days=14)
    page = anna.get(inbox).content.decode()
    assert "Your shop is suspended: its offers are off, orders and cases go on." in page
    assert "Until <time" in page
    assert WHY in page
    closed = anna.get(f"/seller/conversations/{thread}").content.decode()
    assert "nobody writes here before a sale" in closed
    assert "<textarea" in anna.get(f"/seller/conversations/{asked}").content.decode()
    assert WHY not in sign_in(DMITRI).get(inbox).content.decode()


def test_of_the_reasons_to_write_first_those_are_left_that_are_open(sign_in: SignIn, shops: Shops) -> None:
    anna, path = sign_in(ANNA), f"/seller/orders/{shops.hanias_order}"
    impose(RestrictionKind.MESSAGING, days=7)
    page = anna.get(path).content.decode()
    assert "only for the reasons that are left below" in page
    assert 'value="invoice"' in page
    assert 'value="info_needed"' not in page


def test_a_removed_shop_reads_and_its_buyers_are_told_where_to_turn(
    sign_in: SignIn, shops: Shops, asked: Ref
) -> None:
    anna, clara = sign_in(ANNA), sign_in(CLARA)
    impose(RestrictionKind.REMOVAL, days=None)
    page = anna.get(f"/seller/conversations/{asked}").content.decode()
    assert "Your shop was removed from the marketplace: you read, export and appeal." in page
    assert "Your answer to" not in page
    said = clara.get(f"/buyer/conversations/{asked}").content.decode()
    assert LEFT in said
    assert "Your message to" not in said
    assert LEFT in sign_in(HANIA).get(f"/buyer/orders/{shops.hanias_order}").content.decode()
