"""Propose: terms that count for nothing before the other side says yes."""

from datetime import date
from typing import Any

import pytest

from helpdesk.agreements import actions as agreements
from helpdesk.agreements.terms import MAX_WAITING, MAX_WORDS, State, Type
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.conversations.models import Attempt
from helpdesk.deadlines.terms import Cause
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, Refused, TooLarge
from tests.agreements.deals import REFUND, decline, kinds, propose, ref_of, shown
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.clocks import Story, findings, obligations, open_obligation


def test_a_proposal_waits_for_the_other_side(story: Story) -> None:
    posted = propose(story)
    [one] = shown(story, CLARA)
    assert (one.ref, one.state, one.type) == (ref_of(story, posted), State.WAITING, Type.REFUND)
    assert one.amount is not None
    assert (one.amount.minor, one.amount.currency) == (2000, "EUR")  # of the order's market
    assert (one.until, one.words, one.author) == (date(2026, 11, 18), "For the scratch.", "Anna")
    assert one.due_at is not None
    assert one.due_at.isoformat() == "2026-11-18T23:00:00+00:00"  # the end of that day in Warsaw
    assert (one.owed_by, one.other, one.title) == (Side.SELLER, Side.BUYER, "A-1001")
    assert kinds() == ["agreement.proposed"]
    assert findings() == []


def test_the_leaf_says_codes_and_the_archive_keeps_the_words(story: Story) -> None:
    posted = propose(story)
    with acting(ANNA):
        leaf = bytes(Entry.objects.get(id=posted.receipt.entry).leaf).decode()
    assert '"amount":2000,"currency":"EUR"' in leaf
    assert '"until":"2026-11-18"' in leaf
    assert "scratch" not in leaf


def test_the_buyers_proposal_starts_the_sellers_clock(story: Story) -> None:
    story.reply()
    posted = propose(story, CLARA)
    opened = open_obligation()
    assert opened is not None
    assert (opened.id, opened.cause) == (posted.receipt.entry, Cause.AGREEMENT.value)
    assert findings() == []


def test_where_a_clock_runs_no_second_one_starts(story: Story) -> None:
    propose(story, CLARA)
    assert [row.cause for row in obligations()] == ["message"]


def test_a_sellers_proposal_answers_no_question(story: Story) -> None:
    propose(story)
    opened = open_obligation()
    assert opened is not None
    assert opened.answered_at is None


def test_a_sellers_proposal_starts_no_clock(story: Story) -> None:
    story.reply()
    propose(story)
    assert open_obligation() is None


def test_a_new_one_takes_the_place_of_one_that_waits(story: Story) -> None:
    old = propose(story)
    new = propose(story, amount="25", amends=old.receipt.entry)
    first, second = shown(story)
    assert (first.state, first.replaced_by) == (State.CHANGED, new.receipt.entry)
    assert (second.state, second.amends) == (State.WAITING, old.receipt.entry)
    assert findings() == []


def test_what_is_over_is_not_changed(story: Story) -> None:
    old = propose(story)
    decline(story, old)
    with pytest.raises(Conflict, match=r"agreement\.over"):
        propose(story, amends=old.receipt.entry)


def test_the_other_sides_proposal_may_be_answered_by_another(story: Story) -> None:
    story.reply()
    old = propose(story, CLARA, amount="50")
    propose(story, ANNA, amount="30", amends=old.receipt.entry)
    assert open_obligation() is None  # the Buyer's proposal was all that waited, and it has its answer
    assert [row.verdict for row in obligations()] == ["met", "met"]
    assert findings() == []


def test_the_buyers_own_change_goes_on_waiting(story: Story) -> None:
    story.reply()
    old = propose(story, CLARA, amount="50")
    propose(story, CLARA, amount="40", amends=old.receipt.entry)
    opened = open_obligation()
    assert opened is not None
    assert opened.id == old.receipt.entry


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"amount": ""}, "agreement.amount_missing"),
        ({"amount": "zwanzig"}, "agreement.amount"),
        ({"amount": "0"}, "agreement.amount"),
        ({"amount": "-5"}, "agreement.amount"),
        ({"amount": "1.234"}, "agreement.amount"),
        ({"amount": "1e3"}, "agreement.amount"),
        ({"amount": "٢٠"}, "agreement.amount"),
        ({"amount": "9" * 40}, "agreement.amount"),
        ({"until": date(2026, 11, 15)}, "agreement.past_day"),
        ({"until": date(2027, 12, 1)}, "agreement.far"),
        ({"owed_by": Side.BUYER}, "agreement.sellers_alone"),
        ({"owed_by": Side.PLATFORM}, "agreement.owed_by"),
        ({"type": Type.OTHER, "words": " "}, "agreement.words_missing"),
        ({"words": "a\x00b"}, "text.nul"),
    ],
)
def test_what_nobody_could_hold_anybody_to_is_refused(story: Story, terms: dict[str, Any], code: str) -> None:
    with pytest.raises(Invalid) as refusal:
        propose(story, **terms)
    assert refusal.value.code == code
    assert kinds() == []


def test_terms_are_no_letter(story: Story) -> None:
    with pytest.raises(TooLarge):
        propose(story, words="a" * (MAX_WORDS + 1))


def test_a_comma_is_a_point(story: Story) -> None:
    propose(story, amount="12,50")
    [one] = shown(story)
    assert one.amount is not None
    assert one.amount.minor == 1250


def test_the_words_are_read_like_a_message(story: Story) -> None:
    with pytest.raises(Refused, match=r"conduct\.refused"):
        propose(story, words="Send it to anna.private@example.com, we settle it there.")
    assert kinds() == []
    with acting(ANNA):
        assert Attempt.objects.get().code == "conduct.refused"
    assert findings() == []


@pytest.mark.parametrize("actor", [DMITRI, HANIA])
def test_strangers_find_nothing(story: Story, actor: Actor) -> None:
    with pytest.raises(NotFound):
        propose(story, actor)


@pytest.mark.parametrize("actor", [READER, EDDA])
def test_who_may_not_write_proposes_nothing(story: Story, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        propose(story, actor)


def test_a_colleague_proposes_too(story: Story) -> None:
    propose(story, BRUNO)
    assert [one.author for one in shown(story)] == ["Bruno"]


def test_another_threads_agreement_is_none_of_this_one(story: Story) -> None:
    with pytest.raises(NotFound):
        propose(story, amends=story.thread.id)


def test_ten_may_wait(story: Story) -> None:
    for _ in range(MAX_WAITING):
        propose(story)
    with pytest.raises(Conflict, match=r"agreement\.too_many"):
        propose(story)


def test_the_same_request_again_is_answered_as_the_first_time(story: Story) -> None:
    first, again = (
        agreements.propose(
            actor=ANNA, now=story.later(), conversation=story.thread, proposal=REFUND, key="once"
        )
        for _ in range(2)
    )
    assert again.replayed
    assert again.receipt == first.receipt
    with pytest.raises(KeyReused):
        agreements.ask_for_confirmation(
            actor=ANNA, now=story.later(), conversation=story.thread, words="Is it so?", key="once"
        )
