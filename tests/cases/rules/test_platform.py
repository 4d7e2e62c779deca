"""The Platform: evidence 3 business days, answer 2, decision 14 days, appeal 14 by another person."""

from typing import Any

import pytest

from helpdesk.cases.terms.names import By, Kind, Owner
from tests.cases.rules.played import Played, reckoning

BUYER, SELLER, PLATFORM, SYSTEM = By.BUYER, By.SELLER, By.PLATFORM, By.SYSTEM


def escalated(kind: Kind = Kind.COMPLAINT, **facts: Any) -> Played:
    case = Played(kind, at="2026-12-01 10:00", by=reckoning(seller="DE"), **facts)
    case.step("refuse", SELLER, "2026-12-02 10:00", words=1)
    case.step("escalate", BUYER, "2026-12-22 10:00", words=1)
    return case


def test_its_dates() -> None:
    case = escalated()
    assert case.waits_for is Owner.PLATFORM
    assert case.due("platform_answer") == "2026-12-28"  # the market's days: 24 and 25 are closed
    assert case.due("buyer_evidence") == "2026-12-29"
    assert case.due("seller_evidence") == "2026-12-28"  # a German seller works on the 24th
    assert case.due("decision") == "2027-01-05"
    case.step("add_evidence", BUYER, files=1, words=1)
    assert case.dates().keys() >= {"seller_evidence", "decision"}
    assert "buyer_evidence" not in case.dates()
    case.step("take_up", PLATFORM)
    assert case.due("decision") == "2027-01-05"
    assert case.due("seller_evidence") == "2026-12-28"


def test_nobody_is_called_without_a_miss_or_a_refusal() -> None:
    case = Played(Kind.CLAIM, at="2026-12-01 10:00")
    case.says("2026-12-01 12:00")
    assert case.refusal("escalate", BUYER, "2026-12-15 23:59", words=1) == "case.nothing_missed"
    assert case.refusal("escalate", BUYER, "2026-12-16 00:00", words=1) is None
    assert case.refusal("escalate", SELLER, "2026-12-16 00:00", words=1) == "case.nothing_missed"


def test_a_seller_calls_it_where_the_buyer_lets_a_date_pass() -> None:
    case = Played(Kind.COMPLAINT, at="2026-12-01 10:00", wanted="refund")
    case.step("accept", SELLER, "2026-12-01 12:00", remedy="refund")
    assert case.refusal("escalate", SELLER, "2026-12-15 23:59", words=1) == "case.nothing_missed"
    case.step("escalate", SELLER, "2026-12-16 00:00", words=1)


def test_a_missed_first_answer_is_a_miss() -> None:
    case = Played(Kind.CLAIM, at="2026-12-01 10:00")
    assert case.refusal("escalate", BUYER, "2026-12-02 10:00", words=1) == "case.nothing_missed"
    case.step("escalate", BUYER, "2026-12-02 10:01", words=1)


@pytest.mark.parametrize(
    ("decision", "stage", "appeals"),
    [
        ("for_buyer", "decided_for_buyer", [SELLER]),
        ("in_part", "decided_for_buyer", [BUYER, SELLER]),
        ("for_seller", "decided_for_seller", [BUYER]),
    ],
)
def test_who_lost_may_appeal(decision: str, stage: str, appeals: list[By]) -> None:
    case = escalated()
    remedy = {} if decision == "for_seller" else {"remedy": "refund"}
    case.step("decide", PLATFORM, "2026-12-29 12:00", decision=decision, words=1, decider="e", **remedy)
    assert (case.stage, case.due("appeal")) == (stage, "2027-01-12")
    can = [side for side in (BUYER, SELLER) if case.refusal("appeal", side, words=1) is None]
    assert can == appeals
    assert case.refusal("appeal", appeals[0], "2027-01-12 23:59", words=1) is None
    assert case.refusal("appeal", appeals[0], "2027-01-13 00:00", words=1) == "case.appeal_over"
    final = case.sweep("2027-01-13 00:02")[-1]
    assert final.to == ("closed_for_seller" if decision == "for_seller" else "to_send")


def test_another_person_decides_the_appeal() -> None:
    case = escalated()
    case.step("decide", PLATFORM, decision="for_seller", words=1, decider="edda")
    case.step("appeal", BUYER, "2026-12-30 10:00", words=1)
    assert case.due("appeal_decision") == "2027-01-13"
    said: dict[str, Any] = {"decision": "for_buyer", "remedy": "price_reduction", "words": 1}
    assert case.refusal("decide_appeal", PLATFORM, **said, decider="edda") == "case.same_person"
    assert case.refusal("decide_appeal", PLATFORM, **said) == "case.field_missing"
    moved = case.step("decide_appeal", PLATFORM, **said, decider="felix", amount=500)
    assert moved.to == "refunding"


def test_who_has_lost_may_accept_at_once_but_not_for_the_other_side() -> None:
    case = escalated()
    case.step("decide", PLATFORM, decision="for_buyer", remedy="refund", words=1, decider="e")
    assert case.refusal("accept_decision", BUYER) == "case.not_your_turn"
    assert case.step("accept_decision", SELLER).to == "to_send"
    case = escalated()
    case.step("decide", PLATFORM, decision="in_part", remedy="price_reduction", words=1, decider="e")
    assert case.refusal("accept_decision", SELLER) == "case.appeal_open"


def test_a_decision_says_what_is_to_be_done() -> None:
    case = escalated(Kind.CLAIM)
    said: dict[str, Any] = {"words": 1, "decider": "e"}
    assert case.refusal("decide", PLATFORM, decision="for_buyer", **said) == "case.remedy_missing"
    assert (
        case.refusal("decide", PLATFORM, decision="for_buyer", remedy="repair", **said)
        == "case.remedy_missing"
    )
    assert (
        case.refusal("decide", PLATFORM, decision="for_seller", remedy="refund", **said)
        == "case.remedy_missing"
    )
    case.step("decide", PLATFORM, decision="for_buyer", remedy="carry_out", **said)
    case.step("accept_decision", SELLER)
    assert (case.stage, case.waits_for) == ("ordered", Owner.SELLER)
    assert case.step("carry_out", SELLER, words=1).outcome == "carried_out"


def test_a_seller_may_give_in_but_only_whole() -> None:
    case = escalated(wanted="replacement")
    assert case.refusal("concede", SELLER, remedy="price_reduction") == "case.not_what_was_wanted"
    assert case.step("concede", SELLER, remedy="replacement").to == "to_send"


def test_goods_that_are_back_are_not_sent_again() -> None:
    case = Played(Kind.RETURN, at="2026-12-01 10:00")
    case.step("accept", SELLER)
    case.step("receive", SELLER)
    case.step("deduct", SELLER, deduction=5_000, photo=1, words=1)
    case.step("escalate", BUYER, words=1)
    case.step("decide", PLATFORM, decision="for_buyer", remedy="goods_back", words=1, decider="e")
    assert case.step("accept_decision", SELLER).to == "received"
