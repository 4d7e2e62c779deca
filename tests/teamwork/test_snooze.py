"""Putting a thread off: out of the last lane for a while, and no clock knows."""

from datetime import datetime, timedelta

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.teamwork import actions, queries
from helpdesk.teamwork.terms import MAX_SNOOZE
from tests.cast import ANNA, CLARA, DMITRI, EDDA, READER

DAY = timedelta(days=1)


def snooze(conversation: Ref, until: datetime | None, *, actor: Actor = ANNA) -> None:
    """Somebody of the shop's puts it off."""
    actions.snooze(actor=actor, now=clock.now(), conversation=conversation, until=until)


def until(conversation: Ref, *, now: datetime | None = None) -> datetime | None:
    """Until when it is put off, at an instant."""
    at = now or clock.now()
    return queries.marks_of(actor=ANNA, now=at, conversations=[conversation])[conversation].until


def test_it_is_put_off_until_an_instant_and_no_longer(asked: Ref) -> None:
    tomorrow = clock.now() + DAY
    snooze(asked, tomorrow)
    assert until(asked) == tomorrow
    assert until(asked, now=tomorrow - timedelta(microseconds=1)) == tomorrow
    assert until(asked, now=tomorrow) is None


def test_the_last_word_counts_and_it_can_be_taken_back(asked: Ref) -> None:
    snooze(asked, clock.now() + DAY)
    later = clock.now() + 2 * DAY
    snooze(asked, later)
    assert until(asked) == later
    snooze(asked, None)
    snooze(asked, None)
    assert until(asked) is None


def test_no_clock_moves(asked: Ref) -> None:
    before = thread(actor=CLARA, conversation=asked)
    snooze(asked, clock.now() + DAY)
    assert thread(actor=CLARA, conversation=asked) == before


def test_a_word_of_the_buyers_ends_it_and_one_of_the_shops_does_not(asked: Ref) -> None:
    snooze(asked, clock.now() + DAY)
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft="8.5 mm fits.", key="r")
    assert until(asked) is not None
    conversations.post_question(
        actor=CLARA, now=clock.now(), conversation=asked, draft="And the other one?", key="q"
    )
    assert until(asked) is None


def test_only_a_coming_moment_and_not_too_far(asked: Ref) -> None:
    now = clock.now()
    for at in (now, now - DAY, now + MAX_SNOOZE + timedelta(microseconds=1)):
        with pytest.raises(Invalid, match="snooze"):
            actions.snooze(actor=ANNA, now=now, conversation=asked, until=at)
    actions.snooze(actor=ANNA, now=now, conversation=asked, until=now + MAX_SNOOZE)


@pytest.mark.parametrize("actor", [CLARA, DMITRI, EDDA, READER])
def test_nobody_else_puts_it_off(asked: Ref, actor: Actor) -> None:
    with pytest.raises(NotFound if actor is DMITRI else Forbidden):
        snooze(asked, clock.now() + DAY, actor=actor)
