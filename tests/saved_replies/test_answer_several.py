"""Several answers at a time are as many messages: each stored by itself, or refused by itself."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries as threads
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.saved_replies import actions
from helpdesk.saved_replies.terms import Answer, Outcome
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, READER
from tests.saved_replies.conftest import NOW
from tests.shops import Shops

TEXTS = ("Ihr Paket kommt am 20. November 2026 mit DHL.", "Paczka przyjedzie 20 listopada 2026 z DHL.")


def answers(asked: Sequence[Ref], *, seen_n: int | None = 0) -> list[Answer]:
    return [
        Answer(conversation=one, text=text, seen_n=seen_n) for one, text in zip(asked, TEXTS, strict=False)
    ]


def send(said: Sequence[Answer], **changed: Any) -> list[Outcome]:
    usual: dict[str, Any] = {"actor": ANNA, "now": NOW, "answers": said, "key": "1"}
    return actions.answer_several(**usual | changed)


def waiting() -> int:
    return len(threads.inbox(actor=ANNA))


def test_each_is_a_message_of_its_own(asked: Sequence[Ref]) -> None:
    first, second = send(answers(asked))
    assert first.posted
    assert second.posted
    assert [first.conversation, second.conversation] == asked
    assert first.posted.receipt.entry != second.posted.receipt.entry
    assert waiting() == 0
    for one, text in zip(asked, TEXTS, strict=True):
        last = threads.thread(actor=ANNA, conversation=one).messages[-1]
        assert (last.text, last.author) == (text, "Anna")


def test_the_same_key_sends_nothing_twice(asked: Sequence[Ref]) -> None:
    once, again = send(answers(asked)), send(answers(asked, seen_n=1))
    assert [one.posted and one.posted.receipt for one in again] == [
        one.posted and one.posted.receipt for one in once
    ]
    assert all(one.posted and one.posted.replayed for one in again)
    assert threads.thread(actor=ANNA, conversation=asked[0]).last_n == 1


def test_a_colleagues_same_key_is_another(asked: Sequence[Ref]) -> None:
    send(answers(asked))
    conversations.post_question(actor=CLARA, now=NOW, conversation=asked[0], draft="Ganz sicher?", key="more")
    (found,) = send(answers(asked[:1], seen_n=2), actor=BRUNO)
    assert found.posted
    assert (found.posted.replayed, found.posted.n) == (False, 3)


def test_one_refusal_keeps_nothing_else_back(asked: Sequence[Ref]) -> None:
    conversations.post_question(
        actor=CLARA, now=NOW - timedelta(minutes=1), conversation=asked[0], draft="Noch da?", key="more"
    )
    moved, sent = send(answers(asked))
    assert moved.refusal
    assert (moved.refusal.code, moved.posted) == ("conversation.moved", None)
    assert sent.posted
    assert waiting() == 1


def test_the_rules_read_each(asked: Sequence[Ref]) -> None:
    said = answers(asked)
    secret = Answer(conversation=asked[0], text="Schreiben Sie an anna@example.com, bitte.", seen_n=0)
    refused, sent = send([secret, said[1]])
    assert refused.refusal
    assert refused.refusal.code.startswith("conduct.")
    assert sent.posted


@pytest.mark.parametrize("actor", [READER, CLARA, EDDA])
def test_only_those_who_answer_send(asked: Sequence[Ref], actor: Any) -> None:
    with pytest.raises(Forbidden):
        send(answers(asked), actor=actor)
    assert waiting() == 2


def test_other_shops_threads_are_not_there(asked: Sequence[Ref]) -> None:
    found = send(answers(asked), actor=DMITRI)
    assert [one.refusal and one.refusal.code for one in found] == ["conversation.not_found"] * 2


@pytest.mark.parametrize(
    ("odd", "code"),
    [
        (lambda asked: asked[:0], "together.nobody"),
        (lambda asked: [asked[0]] * 2, "together.twice"),
        (lambda asked: [asked[0]] * 31, "together.most"),
    ],
)
def test_odd_choices_send_nothing(asked: Sequence[Ref], odd: Any, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        send([Answer(conversation=one, text="Ja.") for one in odd(asked)])
    assert refused.value.code == code
    assert waiting() == 2


def test_an_offer_is_answered_as_well(shops: Shops) -> None:
    about = conversations.ask_about_offer(
        actor=CLARA, now=NOW, offer=shops.offer, draft="Passt das zu 58 mm?", key="offer"
    )
    (found,) = send([Answer(conversation=about.conversation, text="Ja, das passt zu 58 mm.")])
    assert found.posted
