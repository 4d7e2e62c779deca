"""Missing information, promises and silence: what stops, what runs on, what is told."""

import pytest

from helpdesk.cases.terms.names import By, Kind, Owner, Verdict
from tests.cases.rules.played import Played, reckoning

BUYER, SELLER, PLATFORM = By.BUYER, By.SELLER, By.PLATFORM


def received() -> Played:
    """A return that came on a Monday: inspected within three business days."""
    case = Played(Kind.RETURN, at="2026-11-27 10:00")
    case.step("accept", SELLER)
    case.step("receive", SELLER, "2026-11-30 10:00")
    assert case.due("inspection") == "2026-12-03"
    return case


def test_a_period_of_the_platform_stops_while_somebody_is_asked() -> None:
    case = received()
    case.step("ask_information", SELLER, "2026-12-01 15:00", words=1)
    assert (case.waits_for, case.due("information")) == (Owner.BUYER, "2026-12-08")
    assert (case.due("inspection"), case.dates()["inspection"].paused) == ("", True)
    case.step("give_information", BUYER, "2026-12-03 10:00", words=1)
    # Tuesday, Wednesday and Thursday were touched: none of the three days has counted
    assert (case.waits_for, case.due("inspection")) == (Owner.SELLER, "2026-12-08")


def test_what_does_not_come_stops_nothing_for_longer() -> None:
    case = received()
    case.step("ask_information", SELLER, "2026-12-01 15:00", words=1)
    found = case.dates("2026-12-09 12:00")
    assert found["inspection"].due is not None  # whether the sweep came by or not
    (moved,) = case.sweep("2026-12-09 12:00")
    assert (moved.step, case.waits_for) == ("information_missed", Owner.SELLER)
    assert [one.verdict for one in moved.closed if one.code == "information"] == [Verdict.MISSED]
    assert case.due("inspection") == "2026-12-11"


def test_one_request_a_stage() -> None:
    case = received()
    case.step("ask_information", SELLER, words=1)
    assert case.refusal("ask_information", SELLER, words=1) == "case.asked_already"
    case.step("give_information", BUYER, words=1)
    assert case.refusal("ask_information", SELLER, words=1) == "case.asked_already"
    assert case.refusal("give_information", BUYER, words=1) == "case.nothing_asked"
    case.step("inspect", SELLER)
    case.step("ask_information", SELLER, words=1)


def test_a_period_of_the_law_never_stops() -> None:
    case = Played(Kind.COMPLAINT, at="2026-12-10 10:00", wanted="refund")
    moved = case.step("ask_information", SELLER, "2026-12-11 09:00", words=1)
    assert moved.answers  # the request itself answers the 24 h clock
    assert case.due("complaint_answer") == "2026-12-28"
    moves = case.sweep("2026-12-29 00:02")
    assert [one.step for one in moves if one.frm != one.to] == ["accept_by_silence"]
    case = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00")
    case.step("ask_information", SELLER, words=1)
    assert case.due("goods_sent") == "2026-12-28"
    case.step("send", BUYER, files=1)
    assert case.due("refund") == "2026-12-28"


def test_only_whose_turn_it_is_asks_and_only_who_is_asked_tells() -> None:
    case = received()
    assert case.refusal("ask_information", BUYER, words=1) == "case.not_your_step"
    assert case.refusal("ask_information", PLATFORM, words=1) == "case.not_your_turn"
    assert case.refusal("ask_information", SELLER) == "case.field_missing"
    case.step("ask_information", SELLER, words=1)
    assert case.refusal("give_information", SELLER, words=1) == "case.nothing_asked"


def test_the_platform_says_whom_it_asks() -> None:
    case = Played(Kind.CLAIM, at="2026-11-30 10:00", by=reckoning(seller="DE"))
    case.step("refuse", SELLER, words=1)
    case.step("escalate", BUYER, "2026-12-01 10:00", words=1)
    case.step("ask_information", PLATFORM, words=1, of="seller")
    assert (case.waits_for, case.dates()["information"].calendar.code) == (Owner.SELLER, "DE")
    assert case.dates()["decision"].due is not None  # calendar days run on
    case.step("give_information", SELLER, words=1, files=1)
    assert case.waits_for is Owner.PLATFORM


def test_whoever_waits_for_an_answer_may_still_go_on() -> None:
    case = received()
    case.step("ask_information", SELLER, words=1)
    moved = case.step("inspect", SELLER)
    assert case.waits_for is Owner.SELLER
    assert [one.verdict for one in moved.closed if one.code == "information"] == [Verdict.VOID]


def test_after_five_silent_days_the_buyer_may_ask_where_it_is() -> None:
    case = Played(Kind.COMPLAINT, at="2026-11-30 10:00")
    case.step("repair_notice", SELLER)
    case.step("accept", SELLER, remedy="repair")
    case.step("receive", SELLER)
    case.step("start_repair", SELLER, "2026-12-02 10:00")
    assert case.due("silence") == "2026-12-09"
    assert "where_is_it" not in case.allowed(BUYER, "2026-12-09 23:59")
    assert "where_is_it" in case.allowed(BUYER, "2026-12-10 00:00")
    assert [one.step for one in case.sweep("2026-12-10 00:02")] == ["remind"]
    assert case.sweep("2026-12-10 12:00") == []  # once
    moved = case.step("where_is_it", BUYER, "2026-12-10 13:00")
    assert (moved.asks, case.due("answer")) == (True, "2026-12-11 13:00")
    case.step("delayed", SELLER, "2026-12-10 14:00", promised_on="2026-12-14")
    assert "answer" not in case.dates()
    assert "where_is_it" not in case.allowed(BUYER)
    assert case.due("silence") == "2026-12-17"


def test_a_promised_day_that_passes_asks_anew() -> None:
    case = received()
    case.step("delayed", SELLER, "2026-12-01 10:00", promised_on="2026-12-05")
    assert case.due("promise") == "2026-12-07"  # Saturday: the next business day
    again = case.refusal("delayed", SELLER, promised_on="2026-12-09")
    assert again == "case.promised_already"  # a second one does not move the first
    moves = case.sweep("2026-12-08 00:02")
    assert [(one.step, one.asks) for one in moves if one.asks] == [("promise_missed", True)]
    assert case.due("answer") == "2026-12-09 00:00"


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "case.day_missing"),
        ({"promised_on": "2026-12-16"}, "case.promise_far"),
        ({"promised_on": "2026-11-30"}, "case.promise_far"),
        ({"expected_on": "2026-11-30"}, "case.past_day"),
        ({"expected_on": "soon"}, "case.field_invalid"),
        ({"promised_on": "2026-12-15"}, None),
    ],
)
def test_a_delay_names_a_day(given: dict[str, str | int], code: str | None) -> None:
    assert received().refusal("delayed", SELLER, "2026-12-01 10:00", **given) == code
