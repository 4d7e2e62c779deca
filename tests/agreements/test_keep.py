"""Keep and remind: what becomes of an agreed day."""

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.agreements import actions as agreements
from helpdesk.agreements.models import Agreement
from helpdesk.agreements.terms import State, Type
from helpdesk.archive.database.scope import acting
from helpdesk.conversations.terms import Posted
from helpdesk.deadlines.terms import GRACE
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound
from tests.agreements.deals import ask, confirm, decline, keep, kinds, propose, shown
from tests.cast import ANNA, CLARA, DMITRI, HANIA, READER
from tests.conversations.clocks import Story, findings, open_obligation

THREE_DAYS = timedelta(days=3)  # the agreed one, Wednesday, is over


def agreed(story: Story, **terms: Any) -> Posted:
    """Nobody waits for an answer, and a refund is agreed until Wednesday."""
    story.reply()
    posted = propose(story, **terms)
    confirm(story, posted)
    return posted


def remind(story: Story, by: timedelta = THREE_DAYS) -> int:
    return agreements.remind(actor=SYSTEM, now=story.later(by), limit=10)


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_either_side_says_that_it_is_done(story: Story, actor: Actor) -> None:
    posted = agreed(story)
    said = keep(story, posted, actor)
    [one] = shown(story)
    assert (one.state, one.kept_at, one.kept_said_by) == (State.KEPT, said.receipt.at, actor.side)
    assert remind(story) == 0
    assert findings() == []


def test_it_is_said_once(story: Story) -> None:
    posted = agreed(story)
    keep(story, posted)
    with pytest.raises(Conflict, match=r"agreement\.kept"):
        keep(story, posted)


def test_what_nobody_agreed_to_is_not_kept(story: Story) -> None:
    waits, declined, asked = propose(story), propose(story), ask(story)
    decline(story, declined)
    for posted in (waits, declined):
        with pytest.raises(Conflict, match=r"agreement\.not_in_force"):
            keep(story, posted)
    with pytest.raises(Conflict, match=r"agreement\.nothing_to_do"):
        keep(story, asked)


def test_a_passed_day_is_told_to_both_and_the_seller_owes_an_answer(story: Story) -> None:
    posted = agreed(story)
    assert remind(story) == 1
    [one] = shown(story, CLARA)
    assert (one.state, one.lapsed_at) == (State.LAPSED, story.now)
    opened = open_obligation()
    assert opened is not None
    assert (opened.cause, opened.received_at) == ("lapsed", one.due_at)
    assert kinds()[-1] == "agreement.lapsed"
    assert remind(story, timedelta(days=1)) == 0
    assert findings() == []
    keep(story, posted)  # said late, and all the same: nothing is left to answer; that it was missed stays
    assert open_obligation() is None
    assert [(one.state, one.lapsed_at is not None) for one in shown(story)] == [(State.KEPT, True)]
    assert findings() == []


def test_where_a_question_is_open_already_no_second_clock_starts(story: Story) -> None:
    agreed(story)
    story.ask("And the lever?")
    remind(story)
    opened = open_obligation()
    assert opened is not None
    assert opened.cause == "message"


def test_what_the_buyer_owes_starts_no_clock(story: Story) -> None:
    agreed(story, type=Type.OTHER, owed_by=Side.BUYER, amount="", words="Clara sends the old one back.")
    remind(story)
    assert open_obligation() is None
    assert [one.state for one in shown(story)] == [State.LAPSED]
    assert findings() == []


def test_the_grace_of_a_minute_is_theirs(story: Story) -> None:
    agreed(story)
    with acting(ANNA):
        due = Agreement.objects.get().due_at
    assert due is not None
    assert remind(story, due + GRACE - story.now - timedelta(seconds=1)) == 0
    assert remind(story, timedelta(seconds=1)) == 1


def test_without_a_day_nobody_is_reminded(story: Story) -> None:
    agreed(story, until=None)
    assert remind(story, timedelta(days=400)) == 0


def test_what_was_changed_is_nobodys_day_any_more(story: Story) -> None:
    old = agreed(story)
    confirm(story, propose(story, until=None, amends=old.receipt.entry))
    assert remind(story) == 0


def test_what_lapsed_may_be_agreed_anew(story: Story) -> None:
    old = agreed(story)
    remind(story)
    confirm(story, propose(story, until=None, amends=old.receipt.entry))
    assert [one.state for one in shown(story)] == [State.CHANGED, State.IN_FORCE]
    assert findings() == []


@pytest.mark.parametrize(("actor", "refusal"), [(DMITRI, NotFound), (HANIA, NotFound), (READER, Forbidden)])
def test_nobody_else_says_so(story: Story, actor: Actor, refusal: type[Exception]) -> None:
    posted = agreed(story)
    with pytest.raises(refusal):
        keep(story, posted, actor)
