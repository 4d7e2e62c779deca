"""What the law wants, to the day: silence in Poland, withdrawals, refunds, the notice before a repair."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.cases.rules import engine, opening
from helpdesk.cases.terms.names import By, Effect, Ground, Kind, Owner, Situation, Verdict
from helpdesk.cases.terms.states import Lapsed
from helpdesk.law.withdrawal import refund_due
from tests.cases.rules import slow
from tests.cases.rules.played import CONSUMER, FACTS, MINUTE, Played, calendar, reckoning, us, wall

BUYER, SELLER, PLATFORM, SYSTEM = By.BUYER, By.SELLER, By.PLATFORM, By.SYSTEM
PARCEL = {"carrier": "InPost", "tracking": "642400120000000000000000"}


@pytest.mark.parametrize(
    ("made", "last"),
    [
        ("2026-12-10 00:00", "2026-12-28"),  # Thursday 24, Christmas, Saturday 26, Sunday
        ("2026-12-09 23:59", "2026-12-23"),
        ("2026-10-28 10:00", "2026-11-12"),  # Wednesday 11 November
        ("2026-10-18 10:00", "2026-11-02"),  # Sunday 1 November
        ("2026-12-23 10:00", "2027-01-07"),  # Wednesday 6 January
        ("2026-03-16 10:00", "2026-03-30"),  # over the change of the clocks
    ],
)
def test_in_poland_silence_accepts_to_the_day(made: str, last: str) -> None:
    case = Played(Kind.COMPLAINT, at=made, wanted="refund")
    assert case.due("complaint_answer") == last
    assert case.dates()["complaint_answer"].source == "complaint.answer/PL/2023-01-01"
    end = us(f"{last} 23:59") + MINUTE
    effects = [one.effect for one in lapses(case, end + MINUTE - 1)]
    assert Effect.STEP not in effects
    booked = [one for one in case.sweep(wall(end + 2 * MINUTE, "Europe/Warsaw")) if one.to == "to_send"]
    assert [(one.step, one.by, one.update) for one in booked] == [("accept_by_silence", "system", True)]
    assert case.state.facts["remedy"] == "refund"
    assert case.state.facts["by_silence"] == 1
    assert [one.verdict for one in booked[0].closed if one.code == "complaint_answer"] == [Verdict.MISSED]


def lapses(case: Played, at: int) -> tuple[Lapsed, ...]:
    return engine.lapsed(case.flow, state=case.state, reckoning=case.by, at=at)


def test_an_answer_in_the_last_microsecond_is_one_whatever_the_sweep_does() -> None:
    case = Played(Kind.COMPLAINT, at="2026-12-10 10:00", wanted="refund")
    case.at = us("2026-12-29 00:00") - 1 - MINUTE
    moved = case.step("refuse", SELLER, words=1)  # a minute later: the last microsecond
    assert [one.verdict for one in moved.closed if one.code == "complaint_answer"] == [Verdict.MET]
    assert not [one for one in case.sweep("2027-01-03 00:00") if one.step == "accept_by_silence"]


@pytest.mark.parametrize(("market", "consumer"), [("DE", True), ("GB", True), ("PL", False)])
def test_elsewhere_silence_accepts_nothing(market: str, consumer: bool) -> None:
    by = reckoning(market=market, consumer=consumer)
    case = Played(Kind.COMPLAINT, at="2026-12-10 10:00", by=by, wanted="refund")
    assert case.due("complaint_answer") == "2026-12-24"  # 14 days of the Platform
    case.sweep("2027-02-01 10:00")
    assert case.stage == "made"
    case.step("escalate", BUYER, words=1)


def test_who_answered_by_message_is_judged_by_a_person() -> None:
    case = Played(Kind.COMPLAINT, at="2026-12-10 10:00", wanted="refund")
    case.says("2026-12-11 09:00")
    case.sweep("2026-12-29 00:02")
    assert (case.stage, case.waits_for) == ("administrator", Owner.PLATFORM)
    assert case.due("platform_answer") == "2026-12-31"
    case.step("book_silence", PLATFORM, words=1)
    assert (case.stage, case.state.facts["remedy"]) == ("to_send", "refund")


def test_an_interim_note_is_no_answer() -> None:
    case = Played(Kind.COMPLAINT, at="2026-12-10 10:00", wanted="refund")
    case.says("2026-12-11 09:00", full=False)
    assert "answer" in case.dates()
    case.sweep("2026-12-29 00:02")
    assert case.stage == "to_send"


def test_a_period_that_was_over_when_the_kind_changed_is_put_before_a_person() -> None:
    case = Played(Kind.CLAIM, at="2026-11-02 10:00")
    to = Played(Kind.COMPLAINT, at="2026-11-02 10:00").flow
    by: dict[str, Any] = {"old": case.flow, "state": case.state, "side": BUYER, "reckoning": case.by}
    facts: dict[str, str | int] = {"wanted": "refund"}
    assert opening.refusal_of_change(to, facts={}, **by) is not None  # what is wanted is missing
    assert opening.refusal_of_change(to, facts=facts, **by) is None
    moved = opening.changed(to, facts=facts, at=us("2026-11-25 10:00"), **by)
    case.flow, case.state = to, moved.state
    assert moved.state.dated_at == us("2026-11-02 10:00")
    assert [one.to for one in case.sweep("2026-11-25 10:02") if one.frm != one.to] == ["administrator"]
    case.step("reject_silence", PLATFORM, words=1)
    assert (case.stage, case.waits_for, case.due("complaint_answer")) == (
        "answering",
        Owner.SELLER,
        "2026-12-09",
    )


def test_a_change_of_kind_keeps_the_first_instant_and_the_answer() -> None:
    case = Played(Kind.CLAIM, at="2026-12-10 10:00")
    case.says("2026-12-10 12:00")
    to = Played(Kind.COMPLAINT, at="2026-12-10 10:00").flow
    by: dict[str, Any] = {
        "old": case.flow,
        "state": case.state,
        "facts": {"wanted": "refund"},
        "reckoning": case.by,
    }
    assert opening.refusal_of_change(to, side=SELLER, **by) == ("case.not_your_step", "")
    assert opening.refusal_of_change(case.flow, side=BUYER, **by) == ("case.kind_same", "")
    moved = opening.changed(to, side=PLATFORM, at=us("2026-12-14 10:00"), **by)
    case.flow, case.state = to, moved.state
    assert case.due("complaint_answer") == "2026-12-28"
    assert "answer" not in case.dates()
    assert moved.asks is False


def test_goods_on_their_way_stay_there_when_a_return_becomes_a_withdrawal() -> None:
    case = Played(Kind.RETURN, at="2026-12-10 10:00")
    case.step("accept", SELLER)
    case.step("send", BUYER, "2026-12-11 10:00", **PARCEL)
    to = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00").flow
    by: dict[str, Any] = {
        "old": case.flow,
        "state": case.state,
        "side": BUYER,
        "facts": {},
        "reckoning": case.by,
    }
    assert opening.refusal_of_change(to, **by) is None
    moved = opening.changed(to, at=us("2026-12-14 10:00"), **by)
    case.flow, case.state, case.at = to, moved.state, us("2026-12-14 10:00")
    assert (case.stage, case.due("refund")) == ("sent", "2026-12-28")


@settings(deadline=None, max_examples=150)
@given(
    st.integers(us("2026-01-01 00:00"), us("2027-12-01 00:00")),
    st.integers(0, 40 * 24 * 60) | st.none(),
    st.sampled_from(["PL", "DE", "FR", "GB"]),
    st.booleans(),
)
def test_the_refund_is_due_as_the_room_of_law_says(
    declared: int, minutes: int | None, market: str, collects: bool
) -> None:
    by = reckoning(market=market, contract_on="2026-08-01")
    case = Played(Kind.WITHDRAWAL, at=wall(declared, by.market.zone), by=by)
    case.step("instruct", SELLER, words=1, collects=int(collects))
    if minutes is not None:
        case.step("receive", SELLER, wall(case.at + minutes * MINUTE, by.market.zone))
    said = refund_due(
        country=market,
        on=date(2026, 8, 1),
        declared=case.state.dated_at,
        arrived=None if minutes is None else case.at,
        calendar=by.market,
        collects=collects,
    )
    assert said
    assert case.dates()["refund"].due == (None if said.due_at is None else said.due_at - 1)
    day = slow.legal_days(14, case.state.dated_at, by.market, two_working=market != "GB")
    if market == "GB":
        day = slow.calendar_days(14, case.state.dated_at, by.market)
    arrived = slow.end_of(slow.day_of(case.at, by.market), by.market)
    if minutes is not None or collects:
        assert case.dates()["refund"].due == (day if collects else max(day, arrived))


def test_goods_that_come_late_move_the_refund_to_that_day() -> None:
    case = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00")
    case.step("instruct", SELLER, words=1)
    case.step("receive", SELLER, "2027-01-05 08:00")
    assert case.due("refund") == "2027-01-05"


@pytest.mark.parametrize(
    ("ground", "facts"),
    [
        (Ground.OUT_OF_TIME, {"in_time": 1}),
        (Ground.NO_CONSUMER, {"consumer": 1}),
        (Ground.NO_TRADER, {"trader": 1}),
    ],
)
def test_a_withdrawal_is_not_refused_against_what_is_known(ground: Ground, facts: dict[str, int]) -> None:
    case = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00")
    assert case.refusal("refuse", SELLER, ground=ground.value, words=1) == "case.ground_contradicted"
    assert case.refusal("refuse", SELLER, ground="bad_mood", words=1) == "case.field_invalid"
    assert case.refusal("refuse", SELLER, words=1) == "case.field_missing"


def test_an_exclusion_goes_by_its_letter() -> None:
    case = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00")
    assert case.refusal("refuse", SELLER, ground="exclusion", words=1) == "case.letter_unknown"
    assert case.refusal("refuse", SELLER, ground="exclusion", letter="z", words=1) == "case.letter_unknown"
    case.step("refuse", SELLER, ground="exclusion", letter="c", words=1)
    assert (case.stage, case.waits_for) == ("refused", Owner.BUYER)
    case.step("escalate", BUYER, words=1)


def test_there_is_no_step_of_acceptance() -> None:
    case = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00")
    assert "accept" not in case.flow.steps
    case.step("send", BUYER, **PARCEL)  # nobody has to allow it


def test_a_message_does_not_answer_a_withdrawal_but_instructions_do() -> None:
    case = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00")
    case.says("2026-12-10 11:00")
    assert "answer" in case.dates()
    case.step("delayed", SELLER, promised_on="2026-12-11")
    assert "answer" in case.dates()
    assert case.step("instruct", SELLER, words=1).answers
    assert "answer" not in case.dates()


def test_a_deduction_has_photo_reason_and_amount() -> None:
    case = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00")
    case.step("receive", SELLER)
    for lacking in ("photo", "words", "deduction"):
        said: dict[str, Any] = {"photo": 1, "words": 1, "deduction": 5_000}
        said.pop(lacking)
        assert case.refusal("deduct", SELLER, **said) == "case.field_missing"
    assert case.refusal("refund", SELLER, amount=15_000) == "case.amount_under"
    assert case.refusal("deduct", SELLER, photo=1, words=1, deduction=20_001) == "case.amount_over"
    case.step("deduct", SELLER, photo=1, words=1, deduction=5_000)
    assert case.refusal("refund", SELLER, amount=14_999) == "case.amount_under"
    case.step("refund", SELLER, amount=15_000)
    assert case.waits_for is Owner.NOBODY
    case.step("escalate", BUYER, words=1)  # the Buyer need not take it


def test_no_repair_before_its_notice() -> None:
    case = Played(Kind.COMPLAINT, at="2026-12-10 10:00")
    assert case.refusal("accept", SELLER, remedy="repair") == "case.repair_notice_missing"
    case.sweep("2026-12-29 00:02")  # silence accepted the repair
    case.step("receive", SELLER)
    assert case.allowed(SELLER)["start_repair"] == "case.repair_notice_missing"
    assert case.refusal("start_repair", SELLER) == "case.repair_notice_missing"
    assert case.step("repair_notice", SELLER).update
    case.step("choose", BUYER, remedy="replacement")
    assert "start_repair" not in case.allowed(SELLER)
    case.step("choose", BUYER, remedy="repair")
    case.step("start_repair", SELLER)


@pytest.mark.parametrize(("market", "on"), [("GB", "2026-09-01"), ("PL", "2026-07-30")])
def test_the_notice_is_owed_where_its_law_counts(market: str, on: str) -> None:
    case = Played(Kind.COMPLAINT, at="2026-12-10 10:00", by=reckoning(market=market, contract_on=on))
    case.step("accept", SELLER, remedy="repair")


def test_a_refurbished_one_comes_only_to_who_asked() -> None:
    case = Played(Kind.COMPLAINT, at="2026-12-10 10:00", wanted="replacement")
    case.step("accept", SELLER, remedy="replacement")
    case.step("receive", SELLER)
    assert case.refusal("start_replacement", SELLER, refurbished=1) == "case.refurbished_not_asked"
    assert case.refusal("allow_refurbished", SELLER, words=1) == "case.not_your_step"
    case.step("allow_refurbished", BUYER, words=1)
    case.step("start_replacement", SELLER, refurbished=1)


@pytest.mark.parametrize(
    ("facts", "kind"),
    [
        ({}, Kind.WITHDRAWAL),
        ({"right_ends": us("2026-12-01 23:59")}, Kind.RETURN),
        ({"right_ends": us("2026-12-02 00:00")}, Kind.WITHDRAWAL),
        ({"consumer": 0}, Kind.RETURN),
        ({"trader": 0}, Kind.RETURN),
    ],
)
def test_a_changed_mind_is_a_withdrawal_while_the_law_lets_it(facts: dict[str, int], kind: Kind) -> None:
    known_facts: dict[str, str | int] = {**CONSUMER, **facts}
    at = us("2026-12-02 00:00")
    assert opening.kind_for(Situation.CHANGED_MIND, facts=known_facts, at=at) is kind
    assert opening.kind_for(Situation.DAMAGED, facts=known_facts, at=at) is Kind.COMPLAINT


@pytest.mark.parametrize(
    ("kind", "facts", "code"),
    [
        (Kind.SHIPPING, {"expected_on": "2026-12-10"}, "case.not_expected_yet"),
        (Kind.SHIPPING, {"expected_on": "2026-12-09"}, None),
        (Kind.SHIPPING, {}, None),
        (Kind.RETURN, {"return_until": "2026-12-09"}, "case.no_return_offered"),
        (Kind.RETURN, {"return_until": "2026-12-10"}, None),
        (Kind.RETURN, {"return_until": ""}, "case.no_return_offered"),
        (Kind.WITHDRAWAL, {"consumer": 0}, "case.no_consumer"),
        (Kind.WITHDRAWAL, {"trader": 0}, "case.no_trader"),
        (Kind.WITHDRAWAL, {"right_ends": us("2026-12-09 23:59")}, "case.right_over"),
        (Kind.WITHDRAWAL, {"right_ends": us("2026-12-09 23:59"), "from_message": 1}, None),
        (Kind.COMPLAINT, {"right_ends": us("2026-12-09 23:59")}, "case.right_over"),
        (Kind.COMPLAINT, {"wanted": ""}, "case.field_missing"),
        (Kind.COMPLAINT, {"wanted": "the moon"}, "case.field_invalid"),
        (Kind.WARRANTY, {"guarantee": 0}, "case.no_guarantee"),
    ],
)
def test_who_may_open_what(kind: Kind, facts: dict[str, str | int], code: str | None) -> None:
    flow = Played(kind, at="2026-12-10 10:00").flow
    said = {**FACTS[kind], **facts}
    found = opening.refusal_of(flow, facts=said, at=us("2026-12-10 10:00"), reckoning=reckoning())
    assert (found.code if found else None) == code


def test_a_late_declaration_by_message_may_be_refused_as_late() -> None:
    case = Played(
        Kind.WITHDRAWAL,
        at="2026-12-12 10:00",
        dated="2026-12-10 10:00",
        right_ends=us("2026-12-09 23:59"),
        from_message=1,
    )
    assert case.due("answer") == "2026-12-11 10:00"
    assert case.due("goods_sent") == "2026-12-28"
    case.step("refuse", SELLER, ground="out_of_time", words=1)


def test_calendars_are_those_of_the_market_for_the_law() -> None:
    assert not calendar("PL").is_business_day(date(2026, 11, 11))
    case = Played(Kind.COMPLAINT, at="2026-10-28 10:00", by=reckoning(seller="PL", market="DE"))
    assert case.due("complaint_answer") == "2026-11-11"
