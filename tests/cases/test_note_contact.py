"""Contacts outside: one side notes what was said, the other confirms or disputes it."""

from datetime import date
from typing import Any

import pytest

from helpdesk.cases import actions as cases
from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import Channel, ContactOutcome
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound, Refused
from tests.cases.told import Tale, entries
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, HANIA, READER
from tests.conversations.clocks import findings, open_obligation

SUNDAY = date(2026, 11, 15)


def note(tale: Tale, actor: Actor = ANNA, words: str = "She asked for a new handle.", **more: Any) -> Posted:
    thread = tale.thread
    terms = {"channel": Channel.PHONE, "on_day": SUNDAY, "case": tale.case, "key": tale.key(), **more}
    return cases.note_contact(actor=actor, now=tale.later(), conversation=thread, words=words, **terms)


def settle(
    tale: Tale, posted: Posted, outcome: ContactOutcome = ContactOutcome.CONFIRMED, **more: Any
) -> Posted:
    return cases.settle_contact(
        actor=more.pop("actor", CLARA),
        now=tale.later(),
        contact=Ref(tale.order.seller_id, posted.receipt.entry),
        outcome=outcome,
        key=tale.key(),
        **more,
    )


@pytest.fixture
def opened(tale: Tale) -> Tale:
    """With a case."""
    tale.open()
    return tale


def test_a_note_waits_for_the_other_side(opened: Tale) -> None:
    note(opened)
    [one] = queries.contacts_in(actor=CLARA, conversation=opened.thread)
    assert (one.side, one.channel, one.on_day) == (Side.SELLER, Channel.PHONE, SUNDAY)
    assert (one.words, one.author, one.outcome) == ("She asked for a new handle.", "Anna", None)
    assert one.case == opened.case
    assert findings() == []


def test_confirmed_it_was_so(opened: Tale) -> None:
    settle(opened, note(opened))
    [one] = queries.contacts_in(actor=ANNA, conversation=opened.thread)
    assert (one.outcome, one.settled_at) == (ContactOutcome.CONFIRMED, opened.now)
    assert entries() == ["case.opened", "contact.noted", "contact.settled"]
    assert findings() == []


def test_whoever_disputes_says_how_it_was(opened: Tale) -> None:
    posted = note(opened)
    with pytest.raises(Invalid, match=r"contact\.reason_missing"):
        settle(opened, posted, ContactOutcome.DISPUTED)
    settle(opened, posted, ContactOutcome.DISPUTED, words="I never called.")
    [one] = queries.contacts_in(actor=ANNA, conversation=opened.thread)
    assert (one.outcome, one.reason) == (ContactOutcome.DISPUTED, "I never called.")
    assert findings() == []


def test_each_side_has_said_it_in_its_own_language(opened: Tale) -> None:
    posted = note(opened)
    [one] = queries.contacts_in(actor=CLARA, conversation=opened.thread)
    assert (one.language, one.reason_language) == (ANNA.language, "")
    settle(opened, posted, ContactOutcome.DISPUTED, words="Ich habe nie angerufen.")
    [one] = queries.contacts_in(actor=ANNA, conversation=opened.thread)
    assert (one.language, one.reason_language) == (ANNA.language, CLARA.language)
    assert ANNA.language != CLARA.language


def test_it_is_said_once(opened: Tale) -> None:
    posted = note(opened)
    settle(opened, posted)
    with pytest.raises(Conflict, match=r"contact\.settled"):
        settle(opened, posted, ContactOutcome.DISPUTED, words="No.")


def test_nobody_confirms_their_own_note(opened: Tale) -> None:
    with pytest.raises(Forbidden, match=r"contact\.not_yours_to_settle"):
        settle(opened, note(opened), actor=BRUNO)


def test_no_clock_starts_or_stops(opened: Tale) -> None:
    before = open_obligation()
    note(opened, CLARA)
    after = open_obligation()
    assert before is not None
    assert after is not None
    assert after.id == before.id


@pytest.mark.parametrize(
    ("day", "code"), [(date(2026, 11, 17), "contact.future_day"), (date(2024, 1, 1), "contact.old_day")]
)
def test_a_day_that_cannot_be(opened: Tale, day: date, code: str) -> None:
    with pytest.raises(Invalid, match=code.replace(".", r"\.")):
        note(opened, on_day=day)


def test_the_words_are_read_like_a_message(opened: Tale) -> None:
    with pytest.raises(Refused):
        note(opened, words="Write to anna.private@example.com instead.")
    with pytest.raises(Invalid, match=r"contact\.words_missing"):
        note(opened, words=" ")


def test_of_another_threads_case_nothing_is_noted(opened: Tale) -> None:
    with pytest.raises(NotFound):
        note(opened, case=Ref(opened.order.seller_id, opened.thread.id))


@pytest.mark.parametrize(("actor", "refusal"), [(DMITRI, NotFound), (HANIA, NotFound), (READER, Forbidden)])
def test_strangers_find_nothing(opened: Tale, actor: Actor, refusal: type[Exception]) -> None:
    posted = note(opened)
    with pytest.raises(refusal):
        note(opened, actor)
    with pytest.raises(refusal):
        settle(opened, posted, actor=actor)
    if refusal is NotFound:
        assert queries.contacts_in(actor=actor, conversation=opened.thread) == []
