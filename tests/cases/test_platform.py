"""Escalation: a refusal or a missed date goes to the Platform, which decides; an appeal another person."""

from dataclasses import replace

import pytest

from helpdesk.cases.terms.names import Owner
from helpdesk.kernel.actor import Role
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid
from tests.cases.test_sweep_cases import due, until
from tests.cases.told import Tale, closed, leaf_of
from tests.cast import ANNA, CLARA, EDDA, FELIX, person
from tests.conversations.clocks import findings

IDA = replace(EDDA, person=person("Ida"), name="Ida")
FOR_BUYER = {"decision": "for_buyer", "remedy": "refund"}


@pytest.fixture
def escalated(tale: Tale) -> Tale:
    """Refused, and put before the Platform."""
    tale.open()
    tale.step("refuse", words="It was dropped: the photo shows it.")
    tale.step("escalate", CLARA, words="It came so.")
    return tale


def test_a_refusal_opens_the_way_to_the_platform(escalated: Tale) -> None:
    one = escalated.shown()
    assert (one.stage, one.waiting_on) == ("escalated", Owner.PLATFORM)
    codes = {date.code for date in one.dates}
    assert {"platform_answer", "buyer_evidence", "seller_evidence", "decision"} <= codes


def test_both_sides_bring_evidence(escalated: Tale) -> None:
    escalated.step("add_evidence", ANNA, words="The photo of the carton.")
    escalated.step("add_evidence", CLARA, words="The photo of the handle.")
    codes = {date.code for date in escalated.shown().dates}
    assert not {"buyer_evidence", "seller_evidence"} & codes
    assert findings() == []


def test_the_platform_asks_one_side(escalated: Tale) -> None:
    escalated.step("ask_information", EDDA, words="When did it arrive?", of="buyer")
    assert escalated.shown().waiting_on is Owner.BUYER


def test_a_decision_has_reasons_and_a_remedy(escalated: Tale) -> None:
    escalated.step("take_up", EDDA)
    with pytest.raises(Invalid, match=r"case\.field_missing"):
        escalated.step("decide", EDDA, **FOR_BUYER)
    with pytest.raises(Invalid, match=r"case\.remedy_missing"):
        escalated.step("decide", EDDA, decision="for_buyer", words="It came broken.")
    posted = escalated.step("decide", EDDA, **FOR_BUYER, words="It came broken: refund.")
    assert escalated.shown().stage == "decided_for_buyer"
    leaf = leaf_of(posted.receipt.entry)
    assert '"decision":"for_buyer"' in leaf
    assert str(EDDA.person) not in leaf
    assert ("decision", "platform", "met") in closed()
    assert findings() == []


def test_another_person_decides_the_appeal(escalated: Tale) -> None:
    escalated.step("decide", EDDA, **FOR_BUYER, words="It came broken: refund.")
    escalated.step("appeal", ANNA, words="The carton was whole.")
    with pytest.raises((Invalid, Conflict), match=r"case\.same_person"):
        escalated.step("decide_appeal", EDDA, decision="for_seller", words="The carton was whole.")
    escalated.step("decide_appeal", IDA, decision="for_seller", words="The carton was whole.")
    assert escalated.shown().outcome == "for_seller"
    assert "decider" not in escalated.shown().facts
    assert findings() == []


def test_nobody_appeals_and_it_becomes_final(escalated: Tale) -> None:
    escalated.step("decide", EDDA, **FOR_BUYER, words="It came broken: refund.")
    until(escalated, due(escalated, "appeal"))
    escalated.sweep()
    assert escalated.shown().stage == "to_send"
    assert findings() == []


def test_only_support_decides(escalated: Tale) -> None:
    for actor in (FELIX, replace(EDDA, roles=frozenset({Role.REVIEWER}))):
        with pytest.raises(Forbidden):
            escalated.step("take_up", actor)


def test_a_decision_must_not_say_what_nobody_may(escalated: Tale) -> None:
    with pytest.raises(Exception, match=r"conduct\."):
        escalated.step("decide", EDDA, **FOR_BUYER, words="Write to me: edda.private@example.com.")
    assert escalated.shown().stage == "escalated"
