"""Insist: a message that read as mere courtesy started no clock; its buyer says that it needs an answer."""

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import Manner, Posted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, KeyReused, NotFound
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA
from tests.conversations.clocks import Story, findings, obligations, open_obligation

THANKS = "Thank you very much!"


def thanked(story: Story) -> int:
    """Clara's question is answered, and she says no more than thanks."""
    story.reply()
    return story.ask(THANKS).n


def insist(story: Story, n: int, actor: Actor = CLARA, key: str = "tap") -> Posted:
    return conversations.insist(actor=actor, now=story.later(), conversation=story.thread, n=n, key=key)


def refused(story: Story, n: int) -> str:
    with pytest.raises(Conflict) as refusal:
        insist(story, n)
    return refusal.value.code


def test_thanks_start_no_clock(story: Story) -> None:
    n = thanked(story)
    assert open_obligation() is None
    thread = queries.thread(actor=CLARA, conversation=story.thread)
    assert (thread.messages[-1].n, thread.messages[-1].manner) == (n, Manner.COURTESY)


def test_the_clock_starts_at_the_tap(story: Story) -> None:
    posted = insist(story, thanked(story))
    opened = open_obligation()
    assert opened is not None
    assert (opened.id, opened.cause, opened.received_at) == (
        posted.receipt.entry,
        "insisted",
        posted.receipt.at,
    )
    assert opened.question_id == opened.id
    (row,) = queries.inbox(actor=ANNA)
    assert (row.preview, row.obligation.id) == (THANKS, opened.id)
    assert findings() == []


def test_a_reply_answers_it_and_the_tap_is_spent(story: Story) -> None:
    n = thanked(story)
    insist(story, n)
    story.reply()
    assert [row.verdict for row in obligations()] == ["met", "met"]
    with pytest.raises(Conflict, match=r"insistence\.answered"):
        insist(story, n, key="again")
    assert findings() == []


@pytest.mark.parametrize("manner", [Manner.INTERIM, Manner.AUTOMATIC])
def test_what_is_no_answer_leaves_it_open_to_insist(story: Story, manner: Manner) -> None:
    n = thanked(story)
    story.reply("Thank you for your message.", manner=manner)
    insist(story, n)
    assert open_obligation() is not None


@pytest.mark.parametrize("n", [0, 1, 99])
def test_only_courtesy_can_become_a_question(story: Story, n: int) -> None:
    thanked(story)
    assert refused(story, n) == "insistence.not_courtesy"
    assert open_obligation() is None


def test_where_a_clock_runs_no_second_one_starts(story: Story) -> None:
    n = thanked(story)
    story.ask("One more thing: does it fit?")
    assert refused(story, n) == "insistence.open"


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_nothing(story: Story, stranger: Actor) -> None:
    with pytest.raises(NotFound):
        insist(story, thanked(story), stranger)


@pytest.mark.parametrize("actor", [ANNA, EDDA])
def test_nobody_insists_for_the_buyer(story: Story, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        insist(story, thanked(story), actor)


def test_the_same_request_again_is_answered_as_the_first_time(story: Story) -> None:
    n = thanked(story)
    first, again = insist(story, n), insist(story, n)
    assert again.replayed
    assert again.receipt == first.receipt
    assert len(obligations()) == 2


def test_a_key_stands_for_one_message(story: Story) -> None:
    n = thanked(story)
    insist(story, n)
    with pytest.raises(KeyReused):
        insist(story, n + 1)
