"""Post a question: the buyer writes on, and the run of messages keeps its one clock."""

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from tests.cast import ANNA, CLARA, HANIA


def write(to: Ref, actor: Actor = CLARA, draft: str = "One thing more.", key: str = "q") -> Posted:
    return conversations.post_question(actor=actor, now=clock.now(), conversation=to, draft=draft, key=key)


def test_a_further_message_does_not_restart_the_clock(asked: Ref) -> None:
    (before,) = queries.inbox(actor=ANNA)
    assert write(asked).n == 1
    (after,) = queries.inbox(actor=ANNA)
    assert after.obligation == before.obligation


def test_the_list_shows_the_words_that_wait_longest(asked: Ref) -> None:
    write(asked)
    (row,) = queries.inbox(actor=ANNA)
    assert row.preview.startswith("Is the 8 mm")


def test_another_buyer_finds_nothing(asked: Ref) -> None:
    with pytest.raises(NotFound):
        write(asked, actor=HANIA)


def test_the_seller_does_not_ask_itself(asked: Ref) -> None:
    with pytest.raises(Forbidden):
        write(asked, actor=ANNA)


@pytest.mark.parametrize(("draft", "code"), [("a\x00b", "text.nul"), ("a\ud83d", "text.surrogate")])
def test_what_cannot_be_stored_is_refused_before_anything(asked: Ref, draft: str, code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        write(asked, draft=draft)
    assert (refusal.value.code, refusal.value.field) == (code, "text")


@pytest.mark.parametrize(
    "draft", ["a\ufdd0\uffff", "👨‍👩‍👧‍👦 ﷽ e\u0301", "x" * 20_000, "\r\n\ttabs and lines\n"]
)
def test_what_can_be_stored_comes_back_as_it_was_written(asked: Ref, draft: str) -> None:
    write(asked, draft=draft)
    assert queries.thread(actor=ANNA, conversation=asked).messages[-1].text == draft
