"""Take a step: whoever's turn it is, as the flow says; each one is an entry."""

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.cases import queries
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Owner, Situation
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused, NotFound, Refused
from tests.cases.told import DAY, Tale, closed, entries, leaf_of
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, GRETA, HANIA, READER
from tests.conversations.clocks import findings, obligations, open_obligation

DHL: dict[str, Any] = {"carrier": "DHL", "tracking": "JJD000390007382915046"}


def repaired(tale: Tale) -> None:
    """A complaint up to the repaired thing, ready to go."""
    tale.open()
    tale.step("repair_notice")
    tale.step("accept", remedy="repair", words="We repair it. Please send it to us.")
    tale.step("send", CLARA, **DHL)
    for step in ("receive", "start_repair", "complete"):
        tale.step(step)


def test_a_repair_from_the_first_word_to_the_last_parcel(tale: Tale) -> None:
    repaired(tale)
    tale.step("dispatch", **DHL, expected_on="2026-11-20")
    one = tale.shown(ANNA)
    assert (one.stage, one.waiting_on) == ("dispatched", Owner.BUYER)
    tale.step("confirm", CLARA)
    one = tale.shown()
    assert (one.stage, one.outcome, one.waiting_on) == ("done", "done", Owner.NOBODY)
    assert one.ended_at == tale.now
    assert (one.dates, one.until) == ((), None)
    assert entries() == ["case.opened", *["case.step"] * 8]
    assert findings() == []


def test_no_repair_before_the_buyer_knows_of_the_choice(tale: Tale) -> None:
    tale.open()
    with pytest.raises(Conflict, match=r"case\.repair_notice_missing"):
        tale.step("accept", remedy="repair")


def test_what_is_done_in_time_is_met(tale: Tale) -> None:
    tale.open()
    posted = tale.step("refuse", words="It was dropped: the photo shows it.")
    assert ("complaint_answer", "seller", "met") in closed()
    assert '"closed":"' in leaf_of(posted.receipt.entry)
    assert findings() == []


def test_what_is_done_after_its_date_is_late(tale: Tale) -> None:
    tale.open()
    tale.later(20 * DAY)
    tale.step("refuse", words="It was dropped: the photo shows it.")
    assert ("complaint_answer", "seller", "late") in closed()
    assert findings() == []


def test_the_first_step_of_the_seller_ends_the_clock_of_the_case(tale: Tale) -> None:
    tale.open()
    tale.step("repair_notice")
    assert open_obligation() is None
    assert [row.verdict for row in obligations()] == ["met"]
    assert findings() == []


def test_a_message_ends_it_too(tale: Tale) -> None:
    tale.open()
    tale.reply()
    assert open_obligation() is None
    assert "answer" not in {one.code for one in tale.shown().dates}


def test_a_question_of_a_message_before_goes_on_waiting(tale: Tale) -> None:
    tale.ask("Is it 8 mm?")
    tale.open()
    tale.step("repair_notice")
    opened = open_obligation()
    assert opened is not None
    assert opened.cause == "message"


def test_a_message_that_became_a_case_is_answered_by_a_step(tale: Tale) -> None:
    said = tale.ask("The handle is broken. I want it repaired.")
    tale.open(from_message=said.n)
    tale.step("repair_notice")
    assert open_obligation() is None
    assert findings() == []


def test_out_of_turn_nothing_is_stored(tale: Tale) -> None:
    tale.open()
    for actor, step in ((CLARA, "accept"), (ANNA, "send"), (ANNA, "dispatch"), (ANNA, "no_such_step")):
        with pytest.raises(Conflict, match=r"case\."):
            tale.step(step, actor)
    assert entries() == ["case.opened"]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({}, "remedy"),
        ({"remedy": "gold"}, "remedy"),
        ({"remedy": "refund", "letter": "a"}, "letter"),
        ({"remedy": "refund", "decider": "me"}, "decider"),
        ({"remedy": "refund", "colour": "red"}, "colour"),
    ],
)
def test_a_wrong_field_is_named(tale: Tale, given: dict[str, Any], field: str) -> None:
    tale.open()
    with pytest.raises(Invalid) as refused:
        tale.step("accept", **given)
    assert refused.value.field == field


def test_a_number_that_cannot_be_the_carriers_is_not_taken(tale: Tale) -> None:
    tale.open()
    tale.step("repair_notice")
    tale.step("accept", remedy="repair")
    with pytest.raises(Invalid, match=r"tracking\."):
        tale.step("send", CLARA, carrier="UPS", tracking="1Z999AA10123456785")
    assert tale.shown().stage == "to_send"


def test_a_parcels_number_stands_in_no_leaf(tale: Tale) -> None:
    tale.open()
    tale.step("repair_notice")
    tale.step("accept", remedy="repair")
    posted = tale.step("send", CLARA, **DHL)
    assert DHL["tracking"] not in leaf_of(posted.receipt.entry)
    told = queries.steps_of(actor=ANNA, case=tale.shown().ref)[-1]
    assert told.given["tracking"] == DHL["tracking"]


def test_what_must_not_be_said_is_not_sent(tale: Tale) -> None:
    tale.open()
    with pytest.raises(Refused):
        tale.step("refuse", words="Call me on +48 601 234 567 instead.")
    assert tale.shown().stage == "made"


def test_whoever_has_not_seen_the_last_step_is_told(tale: Tale) -> None:
    tale.open()
    seen = tale.shown().last_n
    tale.step("repair_notice")
    with pytest.raises(Conflict, match=r"case\.moved"):
        tale.step("accept", BRUNO, remedy="repair", seen_n=seen)


def test_a_question_stops_the_platforms_periods_and_no_period_of_law(tale: Tale) -> None:
    tale.open()
    due = {one.code: one.due for one in tale.shown().dates}["complaint_answer"]
    tale.step("ask_information", words="Which of the two handles is it?")
    one = tale.shown()
    assert one.waiting_on is Owner.BUYER
    assert {date.code: date.due for date in one.dates}["complaint_answer"] == due
    with pytest.raises(Conflict, match=r"case\.(asked_already|not_your_turn)"):
        tale.step("ask_information", words="And when did it break?")
    tale.step("give_information", CLARA, words="The left one.")
    assert tale.shown().waiting_on is Owner.SELLER
    assert findings() == []


def test_the_same_request_again_is_answered_as_the_first_time(tale: Tale) -> None:
    tale.open()
    first, again = (tale.step("repair_notice", key="once") for _ in range(2))
    assert (again.replayed, again.receipt) == (True, first.receipt)
    with pytest.raises(KeyReused):
        tale.step("refuse", key="once", words="No.")


def test_each_side_sees_what_it_may_do(tale: Tale) -> None:
    tale.open()
    assert {"accept", "refuse", "ask_information", "repair_notice"} <= set(tale.may(ANNA))
    assert "accept" not in tale.may(CLARA)
    assert tale.may(READER) == tale.may(GRETA) == []


@pytest.mark.parametrize(
    ("actor", "refusal"),
    [(DMITRI, NotFound), (HANIA, NotFound), (READER, Forbidden), (GRETA, Forbidden), (EDDA, Conflict)],
)
def test_strangers_find_nothing(tale: Tale, actor: Actor, refusal: type[Exception]) -> None:
    tale.open()
    with pytest.raises(refusal):
        tale.step("repair_notice", actor)
    assert entries() == ["case.opened"]


def test_a_withdrawal_holds_without_anybodys_leave(tale: Tale) -> None:
    tale.open(Opening(situation=Situation.CHANGED_MIND), words="")
    refund = {one.code: one for one in tale.shown().dates}["refund"]
    assert (refund.held, refund.due) == (True, None)
    tale.step("instruct", words="Please send it to the address on the label.")
    tale.step("send", CLARA, **DHL)
    assert {one.code: one.due for one in tale.shown().dates}["refund"] is not None
    tale.step("receive")
    tale.step("inspect")
    paid = tale.shown().facts["paid"]
    tale.step("refund", amount=paid)
    assert tale.shown().outcome == "refunded"
    assert ("refund", "seller", "met") in closed()
    assert findings() == []


def test_time_passes_between_steps(tale: Tale) -> None:
    tale.open()
    tale.later(timedelta(days=2))
    one = tale.shown(ANNA)
    assert one.due is not None
    assert one.due.code == "answer"  # it has passed, and waits all the same


def test_a_part_withdrawn_from_is_refunded_at_its_own_price(tale: Tale) -> None:
    """One gasket of two: the other one's price is nobody's measure."""
    tale.open(Opening(situation=Situation.CHANGED_MIND, items="1:1"), words="")
    assert (tale.shown().facts["price"], tale.shown().facts["paid"]) == (1290, 2580)
    tale.step("receive")
    with pytest.raises(Invalid, match=r"case\.amount_under"):
        tale.step("refund", amount=1289)
    tale.step("refund", amount=1290)
    assert tale.shown().outcome == "refunded"
