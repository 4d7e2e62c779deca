"""Erasure and retention reach what was agreed; what happened and when stays."""

from dataclasses import replace

import pytest

from helpdesk.agreements import actions as agreements
from helpdesk.agreements.queries import agreements_in
from helpdesk.agreements.terms import State
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from tests.agreements.deals import REFUND
from tests.cast import ANNA, CLARA
from tests.conversations.clocks import Story
from tests.retention.asking import erased, faults, hold, values_of
from tests.retention.test_retain import after, retained


def propose(thread: Ref, key: str) -> None:
    agreements.propose(
        actor=ANNA,
        now=clock.now(),
        conversation=thread,
        proposal=replace(REFUND, until=None),
        key=key,
    )


def words_left(thread: Ref) -> set[tuple[str, str]]:
    return {pair for pair in values_of(thread) if pair[0].startswith("agreement")}


@pytest.fixture
def thread(story: Story) -> Ref:
    """With an agreement that waits."""
    propose(story.thread, "first")
    return story.thread


def test_an_erased_conversation_keeps_no_word_of_it(thread: Ref) -> None:
    erased(thread)
    assert words_left(thread) == set()
    [one] = agreements_in(actor=CLARA, now=clock.now(), conversation=thread)
    assert (one.state, one.words, one.author) == (State.WAITING, "", "")
    assert one.erased is not None
    assert faults() == []


def test_it_goes_with_its_conversation_when_its_period_is_over(thread: Ref) -> None:
    assert retained(after(73)) == 1
    assert words_left(thread) == set()
    assert faults() == []


def test_what_was_agreed_after_the_words_had_gone_goes_too(thread: Ref) -> None:
    erased(thread)
    propose(thread, "second")
    assert words_left(thread) != set()
    assert retained(after(71)) == 0
    assert retained(after(73)) == 1
    assert words_left(thread) == set()
    assert faults() == []


def test_a_hold_keeps_it(thread: Ref) -> None:
    erased(thread)
    propose(thread, "second")
    hold(thread)
    assert retained(after(73)) == 0
    assert words_left(thread) != set()
