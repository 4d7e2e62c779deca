"""Pages to start from: a seller's orders and the box to write first; a buyer's pictures, and mute."""

from uuid import uuid4

from django.test import Client

from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms.starting import BuyerReason, SellerReason, Why
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA, DMITRI, HANIA
from tests.conversations.handing import placed
from tests.portal.conftest import SignIn
from tests.shops import Shops

WRITTEN = "One gasket is missing. May we send a blue one?"


def write(client: Client, order: Ref, **said: str) -> object:
    form = {"key": str(uuid4()), "text": WRITTEN, **said}
    return client.post(f"/seller/orders/{order}/messages", form)


def test_a_seller_finds_an_order_and_writes_first(sign_in: SignIn, shops: Shops) -> None:
    placed(shops.claras_order)
    anna = sign_in(ANNA)
    listed = anna.get("/seller/orders?find=a-1001").content.decode()
    assert f"/seller/orders/{shops.claras_order}" in listed
    assert "A-1002" not in listed
    page = anna.get(f"/seller/orders/{shops.claras_order}").content.decode()
    assert all(f'value="{reason}"' in page for reason in SellerReason)
    sent = write(anna, shops.claras_order, why="order_problem")
    thread = queries.thread_about_order(actor=CLARA, order=shops.claras_order)
    assert thread is not None
    assert sent.url == f"/seller/conversations/{thread}?sent=0#m0"  # type: ignore[attr-defined]
    shown = sign_in(CLARA).get(f"/buyer/conversations/{thread}").content.decode()
    assert "A problem with the order" in shown


def test_without_a_reason_the_text_stays_in_the_box(sign_in: SignIn, shops: Shops) -> None:
    placed(shops.claras_order)
    again = write(sign_in(ANNA), shops.claras_order)
    assert again.status_code == 400  # type: ignore[attr-defined]
    page = again.content.decode()  # type: ignore[attr-defined]
    assert WRITTEN in page
    assert "choose what your message is about" in page


def test_where_the_buyer_waits_the_page_leads_to_the_conversation(
    sign_in: SignIn, shops: Shops, asked: Ref
) -> None:
    page = sign_in(ANNA).get(f"/seller/orders/{shops.claras_order}").content.decode()
    assert "The Buyer waits for an answer from you." in page
    assert f'href="/seller/conversations/{asked}"' in page
    assert 'id="text"' not in page


def test_when_it_is_too_late_only_a_recall_is_offered(sign_in: SignIn, shops: Shops) -> None:
    placed(shops.claras_order, days_ago=181)
    page = sign_in(ANNA).get(f"/seller/orders/{shops.claras_order}").content.decode()
    assert 'value="safety_recall"' in page
    assert 'value="return_step"' not in page


def test_strangers_find_nothing(sign_in: SignIn, shops: Shops) -> None:
    for actor in (DMITRI, CLARA, HANIA):
        assert sign_in(actor).get(f"/seller/orders/{shops.claras_order}").status_code in (403, 404)


def test_the_composer_asks_for_a_reason_once_nobody_waits(sign_in: SignIn, asked: Ref) -> None:
    anna = sign_in(ANNA)
    assert 'name="why"' not in anna.get(f"/seller/conversations/{asked}").content.decode()
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft="Yes, it is the right one.", key="a"
    )
    assert 'name="why"' in anna.get(f"/seller/conversations/{asked}").content.decode()
    form = {"key": str(uuid4()), "text": "Here is the invoice.", "seen_n": "1", "why": "invoice"}
    assert anna.post(f"/seller/conversations/{asked}/replies", form).status_code == 302
    message = queries.thread(actor=CLARA, conversation=asked).messages[-1]
    assert message.why == Why(reason=SellerReason.INVOICE)
    damaged = form | {"key": str(uuid4()), "why": "advertising", "seen_n": "2"}
    assert anna.post(f"/seller/conversations/{asked}/replies", damaged).status_code == 400


def test_about_an_offer_the_composer_is_closed_until_the_buyer_writes(sign_in: SignIn, shops: Shops) -> None:
    asked = conversations.ask_about_offer(
        actor=CLARA, now=clock.now(), offer=shops.offer, draft="Does it fit?", key="c"
    ).conversation
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft="Yes, it fits all of them.", key="a"
    )
    page = sign_in(ANNA).get(f"/seller/conversations/{asked}").content.decode()
    assert "About an offer the Buyer writes first" in page
    assert 'id="text"' not in page


def test_a_buyer_chooses_a_picture(sign_in: SignIn, shops: Shops) -> None:
    clara = sign_in(CLARA)
    page = clara.get(f"/buyer/orders/{shops.claras_order}").content.decode()
    assert page.count('name="why"') == 6
    form = {"key": str(uuid4()), "text": "Where is it?", "why": "not_arrived", "line": "1"}
    assert clara.post(f"/buyer/orders/{shops.claras_order}/questions", form).status_code == 302
    thread = queries.thread_about_order(actor=CLARA, order=shops.claras_order)
    assert thread is not None
    (message,) = queries.thread(actor=CLARA, conversation=thread).messages
    assert message.why == Why(reason=BuyerReason.NOT_ARRIVED, line="1")
    shown = sign_in(ANNA).get(f"/seller/conversations/{thread}").content.decode()
    assert "Where is it?" in shown
    assert "Gasket 8 mm" in shown


def test_a_buyer_mutes_on_both_pages(sign_in: SignIn, shops: Shops, asked: Ref) -> None:
    clara = sign_in(CLARA)
    for page in (f"/buyer/orders/{shops.claras_order}", f"/buyer/conversations/{asked}"):
        for said, muted in (("yes", True), ("no", False)):
            assert clara.post(f"{page}/mute", {"muted": said}).url == page  # type: ignore[attr-defined]
            assert ("Tell me of everything again" in clara.get(page).content.decode()) is muted
    assert clara.post(f"/buyer/conversations/{asked}/mute", {"muted": "maybe"}).status_code == 400
    assert sign_in(HANIA).post(f"/buyer/conversations/{asked}/mute", {"muted": "yes"}).status_code == 404
