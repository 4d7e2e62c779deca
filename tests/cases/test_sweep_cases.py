"""Sweep: what time itself does in cases, and what is never decided by it."""

from datetime import UTC, datetime, timedelta

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.cases import actions as cases
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Owner, Situation
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.clock import from_us
from helpdesk.marketplace.models import Shipment
from tests.cases.test_take_step import DHL, repaired
from tests.cases.told import DAY, Tale, closed, deliver, entries
from tests.cast import ANNA, CLARA, HANIA, PLATFORM
from tests.conversations.clocks import findings, open_obligation
from tests.past import any_present
from tests.shops import Shops

WANTS_REFUND = Opening(situation=Situation.DAMAGED, wanted="refund")


@pytest.fixture
def polish(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """Hania's order, in Poland: there silence accepts a complaint."""
    any_present(monkeypatch)
    return Tale(shops.hanias_order, HANIA)


def due(tale: Tale, code: str) -> datetime:
    """The last instant in which the date is met."""
    found = {one.code: one.due for one in tale.shown().dates}[code]
    assert found is not None
    return from_us(found)


def until(tale: Tale, at: datetime) -> None:
    """The tale goes on at this instant."""
    tale.later(at - tale.now)


def test_nothing_has_passed(tale: Tale) -> None:
    tale.open()
    assert tale.sweep() == 0
    assert entries() == ["case.opened"]


def test_a_missed_answer_is_put_on_record_once_and_opens_the_way_to_the_platform(tale: Tale) -> None:
    tale.open()
    assert "escalate" not in tale.may(CLARA)
    until(tale, due(tale, "answer") + timedelta(seconds=30))
    assert tale.sweep(timedelta(0)) == 0  # the minute of grace
    assert tale.sweep() == 1
    assert entries() == ["case.opened", "case.lapsed"]
    assert tale.sweep() == 0
    assert "escalate" in tale.may(CLARA)
    assert findings() == []


def test_in_poland_silence_accepts(polish: Tale) -> None:
    polish.open(WANTS_REFUND)
    end = due(polish, "complaint_answer")
    assert end == datetime(2026, 11, 30, 22, 59, 59, 999999, tzinfo=UTC)  # the end of 30 November in Warsaw
    until(polish, end + timedelta(seconds=61))
    polish.sweep(timedelta(0))
    one = polish.shown()
    assert (one.stage, one.facts["remedy"], one.facts["by_silence"]) == ("to_send", "refund", 1)
    assert ("complaint_answer", "seller", "missed") in closed()
    assert entries()[-1] == "case.lapsed"
    assert findings() == []


def test_an_answer_in_the_last_instant_is_an_answer(polish: Tale) -> None:
    polish.open(WANTS_REFUND)
    until(polish, due(polish, "complaint_answer") - timedelta(minutes=1))
    polish.step("refuse", words="It was dropped: the photo shows it.")
    assert polish.now == datetime(2026, 11, 30, 22, 59, 59, 999999, tzinfo=UTC)
    polish.sweep()
    assert polish.shown().stage == "refused"
    assert ("complaint_answer", "seller", "met") in closed()
    assert findings() == []


def test_elsewhere_silence_accepts_nothing(tale: Tale) -> None:
    tale.open(WANTS_REFUND)
    until(tale, due(tale, "complaint_answer") + timedelta(minutes=2))
    tale.sweep()
    assert tale.shown().stage == "made"
    assert "escalate" in tale.may(CLARA)


def test_a_message_meanwhile_puts_the_silence_before_an_administrator(polish: Tale) -> None:
    polish.open(WANTS_REFUND)
    polish.reply()
    until(polish, due(polish, "complaint_answer") + timedelta(minutes=2))
    polish.sweep()
    assert (polish.shown().stage, polish.shown().waiting_on) == ("administrator", Owner.PLATFORM)


def test_five_silent_days_remind_the_seller_and_let_the_buyer_ask(tale: Tale) -> None:
    repaired(tale)
    assert "where_is_it" not in tale.may(CLARA)
    until(tale, due(tale, "silence") + timedelta(minutes=2))
    tale.sweep()
    assert "where_is_it" in tale.may(CLARA)
    tale.step("where_is_it", CLARA)
    opened = open_obligation()
    assert opened is not None
    assert opened.cause == "case"
    assert findings() == []


def test_a_promised_day_that_passes_starts_a_clock_from_its_end(tale: Tale) -> None:
    repaired(tale)
    tale.step("delayed", promised_on="2026-11-18")
    until(tale, due(tale, "promise") + timedelta(minutes=2))
    tale.sweep()
    opened = open_obligation()
    assert opened is not None
    assert opened.received_at == datetime(2026, 11, 18, 23, 0, tzinfo=UTC)
    assert findings() == []


def test_a_buyer_who_says_nothing_has_received_it(tale: Tale) -> None:
    repaired(tale)
    tale.step("dispatch", **DHL, expected_on="2026-11-18")
    deliver(tale.order, CLARA, at=tale.now + DAY)
    assert cases.note_scans(actor=SYSTEM, now=tale.later(2 * DAY), limit=9) == 1
    assert cases.note_scans(actor=SYSTEM, now=tale.later(), limit=9) == 0
    until(tale, due(tale, "confirmation") + timedelta(minutes=2))
    tale.sweep()
    one = tale.shown()
    assert (one.stage, one.outcome) == ("done", "done")
    assert findings() == []


def test_a_carriers_scan_starts_the_sellers_two_days(tale: Tale) -> None:
    tale.open(WANTS_REFUND)
    tale.step("accept", remedy="refund")
    tale.step("send", CLARA, **DHL)
    assert "receipt" not in {one.code for one in tale.shown().dates}
    deliver_back(tale)
    assert cases.note_scans(actor=SYSTEM, now=tale.later(), limit=9) == 1
    assert tale.shown(ANNA).due is not None
    assert "receipt" in {one.code for one in tale.shown().dates}
    assert findings() == []


def deliver_back(tale: Tale) -> None:
    """Clara's parcel to the shop."""
    assert CLARA.buyer_id is not None
    with acting(PLATFORM):
        Shipment.objects.create(
            seller_id=tale.order.seller_id,
            order_id=tale.order.id,
            buyer_id=CLARA.buyer_id,
            external_id="back",
            lines=[],
            direction="back",
            carrier="DHL",
            tracking=DHL["tracking"],
            delivered_at=tale.later(DAY),
        )


def test_two_sweeps_at_once_write_one_entry(tale: Tale) -> None:
    tale.open()
    until(tale, due(tale, "answer") + timedelta(minutes=2))
    for _ in range(2):
        cases.sweep_cases(actor=SYSTEM, now=tale.now, limit=9)
    assert entries() == ["case.opened", "case.lapsed"]
