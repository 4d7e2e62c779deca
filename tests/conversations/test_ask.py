"""Ask: a first question opens the one thread of its order or offer, and the seller's clock."""

import json
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Value
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.models import Conversation
from helpdesk.conversations.terms import Posted
from helpdesk.deadlines.models import Obligation
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound, Refused, TooLarge
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.conftest import QUESTION
from tests.shops import Shops


def ask(shops: Shops, draft: str = QUESTION, key: str = "k") -> Posted:
    return conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.claras_order, draft=draft, key=key
    )


def test_the_first_question_opens_a_thread_and_the_clock(shops: Shops) -> None:
    posted = ask(shops)
    (row,) = queries.inbox(actor=ANNA)
    assert (row.conversation, row.preview, row.title, row.buyer) == (
        posted.conversation,
        QUESTION,
        "A-1001",
        "Clara",
    )
    assert (row.obligation.calendar, row.obligation.zone) == ("PL", "Europe/Warsaw")
    assert row.obligation.received_at == posted.receipt.at


def test_the_order_is_committed_as_it_was_shown(shops: Shops) -> None:
    posted = ask(shops)
    with acting(EDDA):
        about = Value.objects.get(entry_id=posted.receipt.entry, name="about")
    shown = json.loads(bytes(about.value))
    assert shown["number"] == "A-1001"
    assert shown["lines"] == [{"currency": "EUR", "price": 1290, "quantity": 2, "title": "Dichtung 8 mm"}]


def test_a_second_question_goes_into_the_same_thread_and_clock(shops: Shops) -> None:
    first, second = ask(shops), ask(shops, draft="And does it need grease?", key="k2")
    assert second.conversation == first.conversation
    assert second.n == 1
    with acting(EDDA):
        assert Obligation.objects.count() == 1


def test_the_same_request_again_is_answered_as_the_first_time(shops: Shops) -> None:
    first, again = ask(shops), ask(shops)
    assert again.replayed
    assert again.receipt == first.receipt


def test_eight_first_questions_at_once_are_one_thread_with_eight_messages(shops: Shops) -> None:
    start = Barrier(8)

    def one(n: int) -> Posted:
        start.wait()
        try:
            return ask(shops, draft=f"Question {n}", key=f"k{n}")
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as pool:
        posted = list(pool.map(one, range(8)))
    assert len({item.conversation for item in posted}) == 1
    assert sorted(item.n for item in posted) == list(range(8))


def test_an_offer_has_one_thread_per_buyer(shops: Shops) -> None:
    def about_offer(actor: object, key: str) -> Ref:
        return conversations.ask_about_offer(
            actor=actor,  # type: ignore[arg-type]
            now=clock.now(),
            offer=shops.offer,
            draft=QUESTION,
            key=key,
        ).conversation

    claras, hanias = about_offer(CLARA, "1"), about_offer(HANIA, "2")
    assert claras != hanias
    assert about_offer(CLARA, "3") == claras


def test_others_orders_are_not_there(shops: Shops) -> None:
    with pytest.raises(NotFound):
        conversations.ask_about_order(
            actor=HANIA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="k"
        )


def test_a_seller_does_not_ask(shops: Shops) -> None:
    with pytest.raises(NotFound):
        conversations.ask_about_order(
            actor=DMITRI, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="k"
        )
    with pytest.raises(Forbidden):
        conversations.ask_about_order(
            actor=ANNA, now=clock.now(), order=shops.claras_order, draft=QUESTION, key="k"
        )


@pytest.mark.parametrize("draft", ["\u200b\u2060", "   \n", "\u3164\u2800", "a" + "\u0301" * 30])
def test_a_text_that_nobody_could_read_opens_nothing_but_stays_on_record(shops: Shops, draft: str) -> None:
    for _ in range(2):
        with pytest.raises(Refused):
            ask(shops, draft=draft)
    with acting(EDDA):
        assert not Conversation.objects.exists()
        attempts = Entry.objects.filter(kind="attempt.refused")
        assert [(attempt.audience, attempt.buyer_id) for attempt in attempts] == [(3, CLARA.buyer_id)]
    assert ask(shops, draft="Now in words.").n == 0


def test_a_text_beyond_the_limit_is_refused_and_not_stored(shops: Shops) -> None:
    with pytest.raises(TooLarge):
        ask(shops, draft="x" * 20_001)
