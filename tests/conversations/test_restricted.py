"""What measures in force keep out of conversations, and what goes on whatever is in force."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from helpdesk.agreements import actions as agreements
from helpdesk.archive.database.scope import acting
from helpdesk.cases import actions as cases
from helpdesk.cases.terms.deeds import News
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.models import Attempt, Conversation, Message
from helpdesk.conversations.queries.loading import load
from helpdesk.conversations.rules import act_beside, act_of
from helpdesk.conversations.rules.restricting import STARTS
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.conversations.terms.starting import SellerReason, Turn
from helpdesk.kernel.actor import SYSTEM, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Refused
from helpdesk.marketplace.rules.restricting import FORBIDS, is_forbidden
from helpdesk.marketplace.terms.restrictions import Act, RestrictionKind
from tests.agreements.deals import REFUND
from tests.cases.told import DAMAGED
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.clocks import Story
from tests.conversations.starting import WRITTEN
from tests.marketplace.restricted import impose, lift
from tests.shops import Shops

Deed = Callable[[Story, Shops], Posted]


def ask_before_sale(story: Story, shops: Shops) -> Posted:
    return conversations.ask_about_offer(
        actor=HANIA, now=story.later(), offer=shops.offer, draft="Is it for 8 mm?", key=story.key()
    )


def go_on_before_sale(story: Story, shops: Shops) -> Posted:
    return conversations.ask_about_offer(
        actor=CLARA, now=story.later(), offer=shops.offer, draft="And for 9 mm?", key=story.key()
    )


def answer_before_sale(story: Story, shops: Shops) -> Posted:
    return conversations.post_reply(
        actor=ANNA, now=story.later(), conversation=offers_thread(), draft="It is for 8 mm.", key=story.key()
    )


def propose_before_sale(story: Story, shops: Shops) -> Posted:
    return propose(story, offers_thread())


def start(story: Story, shops: Shops, reason: SellerReason = SellerReason.INFO_NEEDED) -> Posted:
    return conversations.start_about_order(
        actor=ANNA,
        now=story.later(),
        order=shops.hanias_order,
        draft=WRITTEN,
        reason=reason,
        key=story.key(),
    )


def start_owed(story: Story, shops: Shops) -> Posted:
    return start(story, shops, SellerReason.INVOICE)


def recall(story: Story, shops: Shops) -> Posted:
    return start(story, shops, SellerReason.SAFETY_RECALL)


def go_on_unasked(story: Story, shops: Shops) -> Posted:
    """In a conversation in which nobody waits, and the shop wrote last."""
    story.reply()
    return story.reply(WRITTEN, reason=SellerReason.INFO_NEEDED)


def propose_unasked(story: Story, shops: Shops) -> Posted:
    story.reply()
    return propose(story, story.thread)


def reply(story: Story, shops: Shops) -> Posted:
    return story.reply()


def ask(story: Story, shops: Shops) -> Posted:
    return story.ask()


def propose_asked(story: Story, shops: Shops) -> Posted:
    return propose(story, story.thread)


def open_case(story: Story, shops: Shops) -> Posted:
    return cases.open_case(
        actor=HANIA,
        now=story.later(),
        order=shops.hanias_order,
        opening=DAMAGED,
        words="The handle is broken.",
        key=story.key(),
    )


def take_step(story: Story, shops: Shops) -> Posted:
    """The shop's, in a case that its buyer opens."""
    opened = open_case(story, shops)
    return cases.take_step(
        actor=ANNA,
        now=story.later(),
        case=Ref(shops.hanias_order.seller_id, opened.receipt.entry),
        step="refuse",
        words="It was dropped: the photo shows it.",
        given={},
        key=story.key(),
    )


def update_order(story: Story, shops: Shops) -> Posted:
    return cases.update_order(
        actor=ANNA,
        now=story.later(),
        order=shops.hanias_order,
        what=News.DELAYED,
        expected_on=(story.now + timedelta(days=3)).date(),
        key=story.key(),
    )


def propose(story: Story, thread: Ref) -> Posted:
    return agreements.propose(
        actor=ANNA, now=story.later(), conversation=thread, proposal=REFUND, key=story.key()
    )


def offers_thread() -> Ref:
    with acting(EDDA):
        row = Conversation.objects.get(order_id=None, buyer_id=CLARA.person)
    return Ref(row.seller_id, row.id)


DEEDS: dict[Deed, Act | None] = {
    ask_before_sale: Act.ASK_BEFORE_SALE,
    go_on_before_sale: Act.WRITE_BEFORE_SALE,
    answer_before_sale: Act.WRITE_BEFORE_SALE,
    propose_before_sale: Act.WRITE_BEFORE_SALE,
    start: Act.START,
    start_owed: Act.START_OWED,
    recall: Act.RECALL,
    go_on_unasked: Act.START,
    propose_unasked: Act.START,
    propose_asked: Act.ANSWER,
    reply: Act.ANSWER,
    ask: Act.ASK,
    open_case: None,
    take_step: None,
    update_order: None,
}


@pytest.fixture
def begun(story: Story, shops: Shops) -> Story:
    """A question about an order, and one about an offer, of Clara's; both wait."""
    conversations.ask_about_offer(
        actor=CLARA, now=story.later(), offer=shops.offer, draft="Is it for 8 mm?", key=story.key()
    )
    return story


@pytest.mark.parametrize("kind", [None, *RestrictionKind])
def test_what_is_forbidden_is_refused_and_all_else_goes_on(
    begun: Story, shops: Shops, kind: RestrictionKind | None
) -> None:
    if kind is not None:
        impose(kind, now=begun.later())
    before = _stored()
    for deed, act in DEEDS.items():
        expected = act is not None and kind is not None and is_forbidden(act, kinds=[kind])
        assert _is_refused(deed, begun, shops) == expected, deed.__name__
    assert _stored() == before


class _Undone(Exception):
    """It was done, and is taken back for the next one."""


def _is_refused(deed: Deed, story: Story, shops: Shops) -> bool:
    try:
        with acting(SYSTEM):
            deed(story, shops)
            raise _Undone
    except _Undone:
        return False
    except Refused as refusal:
        return refusal.code.startswith("restriction.")


def _stored() -> tuple[int, int]:
    with acting(EDDA):
        return Message.objects.count(), Conversation.objects.count()


def test_every_reason_to_start_is_one_of_three_sorts_and_a_recall_is_never_in_the_way() -> None:
    assert set(STARTS) == set(SellerReason)
    assert set(STARTS.values()) == {Act.START, Act.START_OWED, Act.RECALL}
    assert [kind for kind in RestrictionKind if Act.RECALL in FORBIDS[kind]] == [RestrictionKind.REMOVAL]


@pytest.mark.parametrize("side", [Side.ADMINISTRATOR, Side.PLATFORM, Side.SYSTEM])
def test_no_measure_is_against_the_operators_side(side: Side, asked_thread: Thread) -> None:
    for thread in (asked_thread, replace(asked_thread, order_id=None)):
        assert act_of(thread=thread, side=side) is None
        assert act_beside(thread=thread, side=side, turn=Turn.WORD, starts=True) is None


@pytest.fixture
def asked_thread(story: Story) -> Thread:
    return load(actor=EDDA, conversation=story.thread, key="").thread


def test_a_buyer_is_not_told_which_measure_it_is_and_the_shop_is(begun: Story, shops: Shops) -> None:
    measure, _ = impose(RestrictionKind.SUSPENSION, now=begun.later())
    told = {}
    for name, deed in (("buyer", ask_before_sale), ("shop", answer_before_sale), ("start", start)):
        with pytest.raises(Refused) as refusal:
            deed(begun, shops)
        told[name] = refusal.value.code
    suspended = "restriction.suspension"
    assert told == {"buyer": "restriction.no_questions", "shop": suspended, "start": suspended}
    lift(measure, now=begun.later())
    assert [deed(begun, shops).n for deed in (ask_before_sale, answer_before_sale)] == [0, 1]


def test_a_message_that_was_sent_before_is_answered_as_the_first_time(begun: Story, shops: Shops) -> None:
    terms: dict[str, Any] = {"conversation": offers_thread(), "draft": "It is for 8 mm.", "key": "again"}
    sent = conversations.post_reply(actor=ANNA, now=begun.later(), **terms)
    impose(RestrictionKind.REMOVAL, now=begun.later())
    again = conversations.post_reply(actor=ANNA, now=begun.later(), **terms)
    assert (again.replayed, again.receipt) == (True, sent.receipt)
    with pytest.raises(Refused, match=r"restriction\.removal"):
        begun.reply()


def test_a_refused_text_is_not_released_into_what_a_measure_has_closed(begun: Story, shops: Shops) -> None:
    with pytest.raises(Refused):
        conversations.post_reply(
            actor=ANNA,
            now=begun.later(),
            conversation=offers_thread(),
            draft="Write to anna@example.com, please.",
            key=begun.key(),
        )
    with acting(EDDA):
        attempt = Attempt.objects.get()
    measure, _ = impose(RestrictionKind.SUSPENSION, now=begun.later())
    ref = Ref(attempt.seller_id, attempt.id)
    with pytest.raises(Conflict, match=r"attempt\.restricted"):
        conversations.release_attempt(actor=EDDA, now=begun.later(), attempt=ref, key="let")
    lift(measure, now=begun.later())
    assert conversations.release_attempt(actor=EDDA, now=begun.later(), attempt=ref, key="let").n == 1


def test_an_administrator_speaks_whatever_is_in_force(begun: Story) -> None:
    impose(RestrictionKind.REMOVAL, now=begun.later())
    conversations.post_remark(
        actor=EDDA, now=begun.later(), conversation=begun.thread, draft="We look into it.", key="edda"
    )


def test_another_shop_is_not_concerned(begun: Story, shops: Shops) -> None:
    impose(RestrictionKind.SUSPENSION, now=begun.later())
    conversations.start_about_order(
        actor=DMITRI,
        now=begun.later(),
        order=shops.dmitris_order,
        draft=WRITTEN,
        reason=SellerReason.INFO_NEEDED,
        key="dmitri",
    )
