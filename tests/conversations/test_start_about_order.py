"""Start: a seller writes first about an order, for a reason, not for ever, and not what was told before."""

import json
from datetime import timedelta
from typing import Any

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.models import Attempt, Conversation
from helpdesk.conversations.terms import About
from helpdesk.conversations.terms.starting import BuyerReason, SellerReason, Why
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound, Refused
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.clocks import Story
from tests.conversations.starting import DAY, TRACKING, WRITTEN, sent, start, utc
from tests.past import any_present
from tests.shops import PLACED, Shops


@pytest.fixture(autouse=True)
def _past(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    any_present(monkeypatch)


def test_a_seller_opens_the_orders_one_thread_and_no_clock(shops: Shops) -> None:
    posted = start(shops.claras_order)
    thread = queries.thread(actor=CLARA, conversation=posted.conversation)
    assert (thread.about, thread.title, thread.obligation) == (About.ORDER, "A-1001", None)
    (message,) = thread.messages
    assert (message.text, message.author) == (WRITTEN, "Anna")
    assert message.why == Why(reason=SellerReason.ORDER_PROBLEM)
    (row,) = queries.buyer_list(actor=CLARA)
    assert row.conversation == posted.conversation
    with acting(EDDA):
        assert Obligation.objects.count() == 0


def test_the_leaf_says_why_and_commits_the_order_as_it_was(shops: Shops) -> None:
    posted = start(shops.claras_order, reason=SellerReason.INVOICE)
    with acting(EDDA):
        entry = Entry.objects.get(id=posted.receipt.entry)
        about = Value.objects.get(entry_id=entry.id, name="about")
    assert json.loads(bytes(entry.leaf))["f"]["reason"] == "invoice"
    assert json.loads(bytes(about.value))["number"] == "A-1001"
    assert not [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)]


def test_the_buyers_question_goes_into_the_thread_that_the_seller_began(shops: Shops) -> None:
    begun = start(shops.claras_order)
    asked = conversations.ask_about_order(
        actor=CLARA, now=PLACED + 2 * DAY, order=shops.claras_order, draft="Is blue dearer?", key="c"
    )
    assert (asked.conversation, asked.n) == (begun.conversation, 1)
    (row,) = queries.inbox(actor=ANNA)
    assert row.preview == "Is blue dearer?"


def test_the_same_request_again_is_answered_as_the_first_time(shops: Shops) -> None:
    first = start(shops.claras_order, key="k")
    again = start(shops.claras_order, key="k", at=PLACED + 400 * DAY)
    assert again.replayed
    assert again.receipt == first.receipt


def test_only_owners_and_agents_of_the_shop_start(shops: Shops) -> None:
    assert start(shops.claras_order, actor=BRUNO).n == 0
    with pytest.raises(Forbidden):
        start(shops.claras_order, actor=READER)
    with pytest.raises(Forbidden):
        start(shops.claras_order, actor=CLARA)
    for stranger in (DMITRI, HANIA):
        with pytest.raises(NotFound):
            start(shops.claras_order, actor=stranger)


def test_the_fourth_message_in_a_row_waits_for_the_buyer(shops: Shops) -> None:
    for number in range(3):
        start(shops.claras_order, draft=f"Part {number} is missing.", at=PLACED + number * DAY)
    with pytest.raises(Conflict, match=r"start\.unanswered"):
        start(shops.claras_order, at=PLACED + 4 * DAY)
    assert start(shops.claras_order, reason=SellerReason.SAFETY_RECALL, at=PLACED + 5 * DAY).n == 3
    thread = Ref(shops.claras_order.seller_id, _thread().id)
    conversations.post_question(
        actor=CLARA, now=PLACED + 6 * DAY, conversation=thread, draft="Thanks!", key="thanks"
    )
    assert start(shops.claras_order, at=PLACED + 7 * DAY).n == 5


def test_thirty_whole_days_follow_the_day_of_delivery_in_the_markets_calendar(shops: Shops) -> None:
    sent(shops.claras_order, delivered=utc(2026, 10, 10, 22, 30))  # the 11th already in Germany
    last = utc(2026, 11, 10, 22, 59)  # the 10th of November, a minute before midnight there
    assert start(shops.claras_order, at=last).n == 0
    with pytest.raises(Conflict, match=r"start\.too_late"):
        start(shops.claras_order, at=last + timedelta(minutes=1))
    recall = start(shops.claras_order, reason=SellerReason.SAFETY_RECALL, at=last + 300 * DAY)
    assert recall.n == 1


def test_whoever_the_buyer_wrote_to_may_write_on_for_thirty_days(shops: Shops) -> None:
    sent(shops.claras_order, delivered=PLACED + 3 * DAY)
    asked = conversations.ask_about_order(
        actor=CLARA, now=PLACED + 200 * DAY, order=shops.claras_order, draft="It leaks. Repair?", key="c"
    )
    conversations.post_reply(
        actor=ANNA,
        now=PLACED + 200 * DAY,
        conversation=asked.conversation,
        draft="Yes, please send it to us and we repair it.",
        key="a",
    )
    reason = SellerReason.REPAIR_STEP
    assert start(shops.claras_order, reason=reason, at=PLACED + 220 * DAY, draft="It is mended.").n == 2
    with pytest.raises(Conflict, match=r"start\.too_late"):
        start(shops.claras_order, reason=reason, at=PLACED + 240 * DAY, draft="It is mended again.")


@pytest.mark.parametrize(
    "draft",
    [
        f"Hello Clara, your order A-1001 has been shipped with DHL. Tracking number: {TRACKING}. Anna",
        f"Guten Tag, Ihre Bestellung wurde heute mit DHL versandt. Sendungsnummer {TRACKING}",
        f"Dzień dobry, paczka została nadana, numer przesyłki {TRACKING}",
        f"Bonjour, votre colis a été expédié avec DHL, numéro de suivi {TRACKING}. Merci",
        f"Buongiorno, il pacco è stato spedito con DHL, numero {TRACKING}",
    ],
)
def test_what_the_platform_has_told_is_not_told_again(shops: Shops, draft: str) -> None:
    start(shops.claras_order)  # a parcel that nobody has told of yet is news
    sent(shops.claras_order)
    with pytest.raises(Invalid, match=r"start\.repeats_notice"):
        start(shops.claras_order, draft=draft, reason=SellerReason.DELIVERY_CHANGE)
    more = f"{draft} The lid follows in a second one."
    assert start(shops.claras_order, draft=more, reason=SellerReason.DELIVERY_CHANGE).n == 1


def test_where_the_buyer_waits_one_answers_in_the_conversation(shops: Shops) -> None:
    conversations.ask_about_order(
        actor=CLARA, now=PLACED, order=shops.claras_order, draft="Where is it?", key="c"
    )
    with pytest.raises(Conflict, match=r"start\.somebody_waits"):
        start(shops.claras_order)


def test_a_refused_text_opens_no_thread_and_stays_on_record(shops: Shops) -> None:
    with pytest.raises(Refused):
        start(shops.claras_order, draft="\u2060")
    with acting(EDDA):
        (attempt,) = Attempt.objects.all()
        assert Conversation.objects.count() == 0
    assert (attempt.side, attempt.order_id) == ("seller", shops.claras_order.id)


def test_a_released_text_opens_it_with_its_reason(shops: Shops) -> None:
    with pytest.raises(Refused):
        start(shops.claras_order, draft="\u2060", reason=SellerReason.INVOICE)
    with acting(EDDA):
        attempt = Attempt.objects.get()
    released = conversations.release_attempt(
        actor=EDDA, now=PLACED + 2 * DAY, attempt=Ref(attempt.seller_id, attempt.id), key="r"
    )
    (message,) = queries.thread(actor=CLARA, conversation=released.conversation).messages
    assert message.why == Why(reason=SellerReason.INVOICE)
    assert not [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)]


def test_a_reply_where_nobody_waits_needs_a_reason_too(story: Story) -> None:
    story.reply()
    with pytest.raises(Invalid, match=r"start\.reason_needed"):
        story.reply(draft="By the way, we have red ones now.")
    story.reply(draft="We need your size, please.", reason=SellerReason.INFO_NEEDED)
    messages = queries.thread(actor=CLARA, conversation=story.thread).messages
    assert [message.why for message in messages] == [None, None, Why(reason=SellerReason.INFO_NEEDED)]


def test_whoever_answers_what_the_buyer_wrote_last_needs_none(story: Story) -> None:
    story.reply()
    story.ask(draft="Thanks a lot!")
    assert story.reply(draft="You are welcome.").n == 3


def test_an_answer_has_no_reason_whatever_is_said(story: Story) -> None:
    story.reply(reason=SellerReason.INVOICE)
    messages = queries.thread(actor=ANNA, conversation=story.thread).messages
    assert [message.why for message in messages] == [None, None]


def test_about_an_offer_only_the_buyer_begins(shops: Shops) -> None:
    asked = conversations.ask_about_offer(
        actor=CLARA,
        now=PLACED,
        offer=shops.offer,
        draft="Does it fit a Gaggia?",
        key="c",
        reason=BuyerReason.FIT,
    )
    said: dict[str, Any] = {"actor": ANNA, "conversation": asked.conversation}
    conversations.post_reply(now=PLACED, draft="Yes, it does fit all of them.", key="a", **said)
    with pytest.raises(Invalid, match=r"start\.before_sale"):
        conversations.post_reply(now=PLACED, draft="We also have lamps.", key="b", **said)
    messages = queries.thread(actor=ANNA, conversation=asked.conversation).messages
    assert messages[0].why == Why(reason=BuyerReason.FIT)


def test_a_buyer_says_which_line_and_what_for(shops: Shops) -> None:
    said: dict[str, Any] = {
        "actor": CLARA,
        "now": PLACED,
        "order": shops.claras_order,
        "draft": "It is broken.",
    }
    posted = conversations.ask_about_order(reason=BuyerReason.DAMAGED, line="1", key="c", **said)
    (message,) = queries.thread(actor=ANNA, conversation=posted.conversation).messages
    assert message.why == Why(reason=BuyerReason.DAMAGED, line="1")
    with pytest.raises(Invalid, match=r"start\.no_such_line"):
        conversations.ask_about_order(line="7", key="d", **said)
    assert not [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)]


def _thread() -> Conversation:
    with acting(EDDA):
        return Conversation.objects.get()
