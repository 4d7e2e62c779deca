"""Confirm and decline: one answer, by the other side; whoever proposed it may take it back."""

from datetime import timedelta

import pytest

from helpdesk.agreements import actions as agreements
from helpdesk.agreements.terms import Outcome, State
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound, Refused
from tests.agreements.deals import ask, confirm, decline, kinds, propose, ref_of, shown
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.clocks import Story, findings, obligations, open_obligation


def test_confirmed_it_is_in_force(story: Story) -> None:
    posted = confirm(story, propose(story))
    [one] = shown(story)
    assert (one.state, one.settled_at, one.settled_name) == (State.IN_FORCE, posted.receipt.at, "Clara")
    assert kinds() == ["agreement.proposed", "agreement.confirmed"]
    assert findings() == []


def test_declined_with_a_reason(story: Story) -> None:
    decline(story, propose(story), reason="That is too little.")
    [one] = shown(story)
    assert (one.state, one.reason) == (State.DECLINED, "That is too little.")
    assert findings() == []


def test_a_reason_is_read_like_a_message(story: Story) -> None:
    posted = propose(story)
    with pytest.raises(Refused):
        decline(story, posted, reason="Write to clara.private@example.com instead.")
    assert [one.state for one in shown(story)] == [State.WAITING]


def test_whoever_proposed_it_takes_it_back(story: Story) -> None:
    decline(story, propose(story), BRUNO)
    assert [one.state for one in shown(story)] == [State.WITHDRAWN]


def test_nobody_agrees_with_themselves(story: Story) -> None:
    posted = propose(story)
    with pytest.raises(Forbidden, match=r"agreement\.not_yours_to_confirm"):
        confirm(story, posted, BRUNO)


@pytest.mark.parametrize("then", [confirm, decline])
def test_one_answer_is_enough(story: Story, then: object) -> None:
    posted = propose(story)
    confirm(story, posted)
    with pytest.raises(Conflict, match=r"agreement\.settled"):
        then(story, posted)  # type: ignore[operator]


def test_what_was_changed_is_not_confirmed(story: Story) -> None:
    old = propose(story)
    propose(story, amount="30", amends=old.receipt.entry)
    with pytest.raises(Conflict, match=r"agreement\.changed"):
        confirm(story, old)


def test_after_its_day_nobody_confirms_it(story: Story) -> None:
    posted = propose(story)
    story.later(timedelta(days=4))
    assert [one.state for one in shown(story)] == [State.EXPIRED]
    with pytest.raises(Conflict, match=r"agreement\.expired"):
        confirm(story, posted)


def test_a_change_of_what_is_in_force_counts_once_it_is_confirmed(story: Story) -> None:
    old = propose(story)
    confirm(story, old)
    new = propose(story, amount="30", amends=old.receipt.entry)
    assert [one.state for one in shown(story)] == [State.IN_FORCE, State.WAITING]
    with pytest.raises(Conflict, match=r"agreement\.being_changed"):
        propose(story, amount="40", amends=old.receipt.entry)
    posted = confirm(story, new)
    first, second = shown(story)
    assert (first.state, first.replaced_by) == (State.CHANGED, posted.receipt.entry)
    assert second.state is State.IN_FORCE
    assert findings() == []


def test_a_declined_change_leaves_what_was_agreed(story: Story) -> None:
    old = propose(story)
    confirm(story, old)
    decline(story, propose(story, amount="30", amends=old.receipt.entry))
    assert [one.state for one in shown(story)] == [State.IN_FORCE, State.DECLINED]


def test_a_confirmation_likewise(story: Story) -> None:
    confirm(story, ask(story))
    decline(story, ask(story, CLARA), ANNA)
    assert [one.state for one in shown(story)] == [State.IN_FORCE, State.DECLINED]
    assert kinds() == [
        "confirmation.asked",
        "confirmation.given",
        "confirmation.asked",
        "confirmation.declined",
    ]
    assert findings() == []


@pytest.mark.parametrize("answer", [confirm, decline])
def test_the_sellers_yes_or_no_ends_the_clock_that_the_proposal_started(story: Story, answer: object) -> None:
    story.reply()
    posted = propose(story, CLARA)
    answer(story, posted, ANNA)  # type: ignore[operator]
    assert open_obligation() is None
    assert [row.verdict for row in obligations()] == ["met", "met"]
    assert findings() == []


def test_a_late_yes_is_late(story: Story) -> None:
    story.reply()
    posted = propose(story, CLARA, until=None)
    story.later(timedelta(days=3))
    confirm(story, posted, ANNA)
    assert [row.verdict for row in obligations()] == ["met", "late"]
    assert findings() == []


def test_a_question_asked_before_goes_on_waiting(story: Story) -> None:
    posted = propose(story, CLARA)  # the thread's first question is open
    confirm(story, posted, ANNA)
    opened = open_obligation()
    assert opened is not None
    assert opened.cause == "message"


def test_a_question_asked_since_goes_on_waiting(story: Story) -> None:
    story.reply()
    posted = propose(story, CLARA)
    story.ask("And where is my other parcel?")
    confirm(story, posted, ANNA)
    opened = open_obligation()
    assert opened is not None
    assert opened.id == posted.receipt.entry


def test_a_question_among_the_words_goes_on_waiting(story: Story) -> None:
    story.reply()
    posted = propose(story, CLARA, words="For the scratch. And when does the second parcel come?")
    confirm(story, posted, ANNA)
    opened = open_obligation()
    assert opened is not None
    assert opened.id == posted.receipt.entry


def test_what_the_buyer_takes_back_waits_for_nobody(story: Story) -> None:
    story.reply()
    decline(story, propose(story, CLARA), CLARA)
    assert [one.state for one in shown(story)] == [State(Outcome.WITHDRAWN.value)]
    assert open_obligation() is None


def test_a_buyers_yes_touches_no_question(story: Story) -> None:
    confirm(story, propose(story))
    assert open_obligation() is not None


@pytest.mark.parametrize("actor", [DMITRI, HANIA])
def test_strangers_find_nothing(story: Story, actor: Actor) -> None:
    posted = propose(story)
    for deed in (confirm, decline):
        with pytest.raises(NotFound):
            deed(story, posted, actor)


@pytest.mark.parametrize("actor", [READER, EDDA])
def test_who_may_not_write_settles_nothing(story: Story, actor: Actor) -> None:
    posted = propose(story, CLARA)
    for deed in (confirm, decline):
        with pytest.raises(Forbidden):
            deed(story, posted, actor)


def test_the_same_request_again_is_answered_as_the_first_time(story: Story) -> None:
    posted = ref_of(story, propose(story))
    first, again = (
        agreements.confirm(actor=CLARA, now=story.later(), agreement=posted, key="once") for _ in range(2)
    )
    assert again.replayed
    assert again.receipt == first.receipt
