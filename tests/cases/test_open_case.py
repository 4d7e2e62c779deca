"""Open a case: what happened, what is wanted, and the Seller's 24 hours run."""

from dataclasses import replace
from datetime import timedelta

import pytest

from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Kind, Owner, Situation
from helpdesk.deadlines.terms import Cause
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, Refused
from tests.cases.told import DAMAGED, Tale, deliver, entries, leaf_of
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.clocks import findings, open_obligation


def test_a_complaint_waits_for_the_seller(tale: Tale) -> None:
    posted = tale.open()
    one = tale.shown(ANNA)
    assert (one.kind, one.stage, one.waiting_on) == (Kind.COMPLAINT, "made", Owner.SELLER)
    assert (one.opened_by, one.at, one.dated_at) == (Side.BUYER, posted.receipt.at, posted.receipt.at)
    assert one.facts["wanted"] == "repair"
    assert one.until is not None
    assert entries() == ["case.opened"]
    assert findings() == []


def test_it_opens_the_thread_of_its_order_and_starts_the_clock(tale: Tale) -> None:
    posted = tale.open()
    opened = open_obligation()
    assert opened is not None
    assert (opened.id, opened.cause, opened.chain) == (posted.receipt.entry, Cause.CASE, tale.thread.id)
    assert opened.deadline == posted.receipt.at + timedelta(days=1)


def test_the_leaf_says_codes_and_the_archive_keeps_the_words(tale: Tale) -> None:
    leaf = leaf_of(tale.open().receipt.entry)
    assert '"situation":"damaged"' in leaf
    assert '"law":"DE"' in leaf
    assert "handle" not in leaf
    [step] = queries.steps_of(actor=ANNA, case=tale.shown().ref)
    assert (step.words, step.author, step.step, step.stage) == (
        "The handle is broken.",
        "Clara",
        "open",
        "made",
    )


@pytest.mark.parametrize(
    ("situation", "kind"),
    [
        (Situation.CHANGED_MIND, Kind.WITHDRAWAL),
        (Situation.STOPPED_WORKING, Kind.COMPLAINT),
        (Situation.OTHER, Kind.CLAIM),
    ],
)
def test_the_kind_follows_from_the_situation(tale: Tale, situation: Situation, kind: Kind) -> None:
    wanted = "refund" if kind is Kind.COMPLAINT else ""
    tale.open(Opening(situation=situation, wanted=wanted, amount=500 if kind is Kind.CLAIM else None))
    assert tale.shown().kind is kind
    assert findings() == []


def test_a_parcel_that_is_expected_today_is_no_problem_yet(tale: Tale) -> None:
    deliver(tale.order, CLARA, at=None, expected_on=tale.now.date())
    with pytest.raises(Conflict, match=r"case\.not_expected_yet"):
        tale.open(Opening(situation=Situation.NOT_ARRIVED))
    tale.later(timedelta(days=1))
    tale.open(Opening(situation=Situation.NOT_ARRIVED))
    assert tale.shown().kind is Kind.SHIPPING


BACK = Opening(situation=Situation.CHANGED_MIND)


def test_nobody_withdraws_twice_from_the_same_pieces(tale: Tale) -> None:
    tale.open(replace(BACK, items="1:1"))
    with pytest.raises(Conflict, match=r"case\.goes_back_already"):
        tale.open(replace(BACK, items="1:2"))
    rest = tale.open(BACK, key="rest")
    assert tale.shown().facts["items"] == "1:1"  # who names none means what is left
    with pytest.raises(Conflict, match=r"case\.goes_back_already"):
        tale.open(BACK)
    assert tale.open(BACK, key="rest").receipt == rest.receipt
    assert findings() == []


def test_what_was_taken_back_may_be_withdrawn_from_again(tale: Tale) -> None:
    tale.open(BACK)
    tale.step("drop", CLARA)
    tale.open(BACK)
    assert tale.shown().kind is Kind.WITHDRAWAL


def test_goods_that_go_back_may_be_complained_of(tale: Tale) -> None:
    tale.open(BACK)
    tale.open()
    assert tale.shown().kind is Kind.COMPLAINT


def test_some_pieces_of_some_lines(tale: Tale) -> None:
    tale.open(Opening(situation=Situation.DAMAGED, wanted="refund", items="1:1"))
    assert tale.shown().facts["items"] == "1:1"
    for items in ("2:1", "1:3", "1:0", "1", "1:1 1:1"):
        with pytest.raises(Invalid, match=r"case\.items"):
            tale.open(Opening(situation=Situation.DAMAGED, wanted="refund", items=items))


def test_what_must_not_be_said_is_not_sent_and_opens_nothing(tale: Tale) -> None:
    with pytest.raises(Refused):
        tale.open(words="Write to clara.private@example.com instead.")
    assert entries() == []
    assert queries.cases_of(actor=CLARA, now=tale.now, limit=9) == []


def test_without_words_it_is_a_case_too(tale: Tale) -> None:
    tale.open(words="")
    assert tale.shown().stage == "made"


def test_a_message_that_declared_it_dates_it(tale: Tale) -> None:
    said = tale.ask("The handle is broken. I want it repaired.")
    tale.later(timedelta(hours=5))
    tale.open(actor=BRUNO, from_message=said.n, words="")
    one = tale.shown()
    assert (one.dated_at, one.opened_by, one.message) == (said.receipt.at, Side.SELLER, said.receipt.entry)
    assert one.facts["from_message"] == 1
    assert findings() == []
    with pytest.raises(Conflict, match=r"case\.message_taken"):
        tale.open(from_message=said.n)


def test_a_seller_opens_nothing_of_their_own(tale: Tale) -> None:
    with pytest.raises(Forbidden, match=r"case\.not_yours_to_open"):
        tale.open(actor=ANNA)


def test_the_same_request_again_is_answered_as_the_first_time(tale: Tale) -> None:
    first, again = tale.open(key="once"), tale.open(key="once")
    assert again.replayed
    assert again.receipt == first.receipt
    with pytest.raises(KeyReused):
        tale.open(Opening(situation=Situation.DAMAGED, wanted="refund"), key="once")
    assert entries() == ["case.opened"]


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [(DMITRI, NotFound), (HANIA, NotFound), (READER, Forbidden), (EDDA, Forbidden)],
)
def test_strangers_find_nothing(tale: Tale, actor: Actor, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        tale.open(DAMAGED, actor=actor)
