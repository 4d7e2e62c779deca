"""Each kind from its opening to its closing, with its dates, across the holidays of Poland and Germany."""

from helpdesk.cases.terms.names import By, Kind, Owner, Verdict
from tests.cases.rules.played import Played, reckoning

BUYER, SELLER, PLATFORM = By.BUYER, By.SELLER, By.PLATFORM
PARCEL = {"carrier": "InPost", "tracking": "642400120000000000000000"}


def test_a_parcel_that_did_not_come() -> None:
    case = Played(Kind.SHIPPING, at="2026-11-09 10:00", expected_on="2026-11-06")
    assert (case.stage, case.waits_for) == ("reported", Owner.SELLER)
    assert case.due("answer") == "2026-11-10 10:00"
    assert "enquiry" not in case.dates()
    moved = case.step("enquire", SELLER, "2026-11-10 09:00")
    assert [(one.code, one.verdict) for one in moved.closed if one.code == "answer"] == [
        ("answer", Verdict.MET)
    ]
    assert case.due("enquiry") == "2026-11-18"  # Wednesday 11 is Independence Day
    case.step("resend", SELLER, "2026-11-12 12:00", **PARCEL, expected_on="2026-11-16")
    assert (case.stage, case.waits_for) == ("resent", Owner.BUYER)
    assert case.due("confirmation") == "2026-11-23"
    assert [one.to for one in case.sweep("2026-11-24 00:02")] == ["done"]
    assert case.waits_for is Owner.NOBODY
    assert case.dates() == {}


def test_an_answer_by_message_starts_the_days_of_the_enquiry() -> None:
    case = Played(Kind.SHIPPING, at="2026-11-09 10:00", expected_on="2026-11-06")
    case.says("2026-11-10 09:00")
    assert "answer" not in case.dates()
    assert case.due("enquiry") == "2026-11-18"
    assert case.refusal("escalate", BUYER, "2026-11-18 23:59", words=1) == "case.nothing_missed"
    assert case.refusal("escalate", BUYER, "2026-11-19 00:00", words=1) is None


def test_goods_sent_back_of_goodwill() -> None:
    case = Played(Kind.RETURN, at="2026-12-10 10:00")
    assert case.due("acceptance") == case.due("answer") == "2026-12-11 10:00"
    case.step("accept", SELLER, "2026-12-10 15:00")
    assert (case.due("goods_sent"), case.waits_for) == ("2026-12-24", Owner.BUYER)
    case.step("send", BUYER, "2026-12-16 08:00", **PARCEL)
    assert "receipt" not in case.dates()  # until the carrier's scan nobody knows
    case.step("scanned", By.SYSTEM, "2026-12-18 11:00")
    assert case.due("receipt") == "2026-12-22"
    case.step("receive", SELLER, "2026-12-21 11:00")
    assert case.due("inspection") == "2026-12-28"  # 24 and 25 are holidays
    case.step("inspect", SELLER, "2026-12-22 11:00")
    assert case.due("refund") == "2026-12-31"
    moved = case.step("refund", SELLER, "2026-12-31 23:00", amount=20_000)
    assert (moved.outcome, case.waits_for) == ("refunded", Owner.NOBODY)
    assert {(one.code, one.verdict) for one in moved.closed} >= {("refund", Verdict.MET)}


def test_a_return_that_nobody_sends_lapses() -> None:
    case = Played(Kind.RETURN, at="2026-12-10 10:00")
    case.step("accept", SELLER, "2026-12-10 15:00")
    assert case.sweep("2026-12-25 00:00") == []  # within the grace
    assert [one.outcome for one in case.sweep("2026-12-25 00:02")] == ["not_sent"]


def test_a_return_is_refused_with_its_term() -> None:
    case = Played(Kind.RETURN, at="2026-12-10 10:00")
    assert case.refusal("refuse", SELLER, words=1) == "case.field_missing"
    case.step("refuse", SELLER, term="4.2 Opened boxes are not taken back")
    assert (case.stage, case.waits_for) == ("refused", Owner.BUYER)
    case.step("escalate", BUYER, words=1)
    assert case.waits_for is Owner.PLATFORM


def test_a_withdrawal() -> None:
    case = Played(Kind.WITHDRAWAL, at="2026-12-10 10:00", by=reckoning(seller="DE"))
    assert case.due("answer") == "2026-12-11 10:00"
    assert case.due("goods_sent") == "2026-12-28"  # 24 to 27 December are closed in Poland
    assert (case.due("refund"), case.dates()["refund"].held) == ("", True)
    case.step("instruct", SELLER, "2026-12-10 14:00", words=1)
    assert "answer" not in case.dates()
    case.step("send", BUYER, "2026-12-14 09:00", files=1)
    assert case.due("refund") == "2026-12-28"
    case.step("scanned", By.SYSTEM, "2026-12-23 16:00")
    assert case.due("receipt") == "2026-12-28"  # a German seller works on the 24th
    case.step("receive", SELLER, "2026-12-28 09:00")
    case.step("inspect", SELLER, "2026-12-28 10:00")
    assert case.due("refund") == "2026-12-28"
    assert case.step("refund", SELLER, "2026-12-28 23:59", amount=20_000).outcome == "refunded"


def test_a_complaint_that_ends_in_a_repair() -> None:
    case = Played(Kind.COMPLAINT, at="2026-11-30 10:00", by=reckoning(seller="DE"))
    assert case.due("complaint_answer") == "2026-12-14"
    case.step("repair_notice", SELLER, "2026-12-01 09:00")
    case.step("accept", SELLER, "2026-12-01 09:05", remedy="repair")
    assert case.due("goods_sent") == "2026-12-15"
    case.step("send", BUYER, "2026-12-02 09:00", **PARCEL)
    case.step("receive", SELLER, "2026-12-04 09:00")
    assert (case.stage, case.due("start")) == ("starting", "2026-12-11")
    case.step("start_repair", SELLER, "2026-12-10 09:00")
    assert case.due("completion") == "2026-12-24"
    case.step("complete", SELLER, "2026-12-23 09:00")
    assert case.due("dispatch") == "2026-12-28"  # Thursday 24 counts in Germany, 25 and the weekend do not
    case.step("dispatch", SELLER, "2026-12-28 09:00", **PARCEL, expected_on="2026-12-30")
    assert case.due("confirmation") == "2027-01-08"  # 1 and 6 January are closed in Poland
    assert case.step("confirm", BUYER, "2027-01-04 09:00").outcome == "done"


def test_a_repair_that_did_not_help_begins_anew() -> None:
    case = Played(Kind.COMPLAINT, at="2026-11-30 10:00")
    case.step("repair_notice", SELLER)
    case.step("accept", SELLER, remedy="repair")
    case.step("receive", SELLER)
    case.step("start_repair", SELLER)
    case.step("complete", SELLER)
    case.step("dispatch", SELLER, **PARCEL, expected_on="2026-12-03")
    moved = case.step("still_wrong", BUYER, "2026-12-07 10:00", wanted="refund", words=1)
    assert (case.stage, moved.asks) == ("made", True)
    assert case.due("complaint_answer") == "2026-12-21"
    assert case.due("answer") == "2026-12-08 10:00"
    assert case.refusal("accept", SELLER, remedy="repair", words=1) == "case.repair_notice_missing"
    case.step("accept", SELLER, remedy="refund")
    assert case.stage == "to_send"  # the goods are with the Buyer again


def test_a_complaint_that_ends_in_a_refund_or_a_reduction() -> None:
    case = Played(Kind.COMPLAINT, at="2026-11-30 10:00", wanted="refund")
    case.step("accept", SELLER, remedy="refund")
    case.step("receive", SELLER, "2026-12-07 10:00")
    assert case.due("refund") == "2026-12-21"
    assert case.step("refund", SELLER, amount=20_000).outcome == "refunded"
    case = Played(Kind.COMPLAINT, at="2026-11-30 10:00", wanted="price_reduction")
    assert case.refusal("accept", SELLER, remedy="price_reduction") == "case.amount_missing"
    case.step("accept", SELLER, "2026-12-01 10:00", remedy="price_reduction", amount=4_000)
    assert (case.stage, case.due("refund")) == ("refunding", "2026-12-15")


def test_another_remedy_than_the_wanted_one_needs_its_reason() -> None:
    case = Played(Kind.COMPLAINT, at="2026-11-30 10:00", wanted="replacement")
    case.step("repair_notice", SELLER)
    assert case.refusal("accept", SELLER, remedy="repair") == "case.reason_missing"
    case.step("accept", SELLER, remedy="repair", words=1)


def test_a_warranty_has_no_effects_of_law() -> None:
    case = Played(Kind.WARRANTY, at="2026-12-10 10:00")
    assert case.flow.opening.notice == "statutory_rights_stay"
    assert case.due("guarantee_answer") == "2026-12-24"  # a period of the Platform ends on its day
    assert case.dates()["guarantee_answer"].article == ""
    case.sweep("2026-12-30 10:00")
    assert case.stage == "made"  # silence accepts nothing
    case.step("escalate", BUYER, words=1)


def test_a_claim_ends_in_an_agreement() -> None:
    case = Played(Kind.CLAIM, at="2026-11-30 10:00")
    assert case.due("claim_answer") == "2026-12-14"
    case.step("offer", SELLER, "2026-12-02 10:00", amount=3_000, words=1)
    assert (case.waits_for, case.due("offer_answer")) == (Owner.BUYER, "2026-12-16")
    assert case.step("agree", BUYER).outcome == "agreed"


def test_a_claim_that_is_refused_goes_to_the_platform() -> None:
    case = Played(Kind.CLAIM, at="2026-11-30 10:00")
    case.step("refuse", SELLER, "2026-12-02 10:00", words=1)
    assert case.due("rest") == "2026-12-16"
    case.sweep("2026-12-17 00:02")
    assert (case.stage, case.waits_for) == ("rested", Owner.NOBODY)
    case.step("escalate", BUYER, "2026-12-20 10:00", words=1)  # what rests is not lost
    assert case.waits_for is Owner.PLATFORM
