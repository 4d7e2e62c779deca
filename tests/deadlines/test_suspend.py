"""A measure that keeps a Seller from answering, and the clocks of what was asked before a sale."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import msgspec
import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import thread, thread_clocks
from helpdesk.deadlines import queries
from helpdesk.deadlines.terms import GRACE, DueState, Happened, OpenObligation
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.conversations.clocks import HOUR, MONDAY
from tests.deadlines import swept
from tests.deadlines.measured import findings, remove, said, suspend
from tests.past import any_present
from tests.shops import Shops

DEADLINE = MONDAY + 24 * HOUR
START, END = MONDAY + 4 * HOUR, MONDAY + 14 * HOUR
US = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    clock = any_present(monkeypatch)
    clock.set(MONDAY)
    queries.forget()
    yield clock
    queries.forget()


@pytest.fixture
def asked(shops: Shops) -> Ref:
    """Clara asks about an offer."""
    return conversations.ask_about_offer(
        actor=CLARA, now=MONDAY, offer=shops.offer, draft="Is it for 8 mm?", key="offer"
    ).conversation


def answer(to: Ref, at: datetime) -> None:
    conversations.post_reply(
        actor=ANNA, now=at, conversation=to, draft="It is for 8 mm, and it fits.", key=f"answer {at}"
    )


def facts() -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(bytes(swept.entries("deadline.moved")[-1].leaf))["f"]
    return found


def seen(of: Ref) -> OpenObligation:
    due = thread(actor=ANNA, conversation=of).obligation
    assert due is not None
    return due


def test_the_hours_are_given_back_by_an_entry_that_says_why(asked: Ref) -> None:
    suspend(START, END)
    assert swept.settle(START) > 0
    row = swept.obligation()
    assert row.deadline == DEADLINE + 10 * HOUR
    assert row.stopped == said(START, END)
    assert facts() == {
        "before": to_us(DEADLINE),
        "calendar_version": 1,
        "cause": "measure",
        "deadline": to_us(DEADLINE + 10 * HOUR),
        "outages": 0,
        "stopped": said(START, END),
    }
    assert not findings()


def test_nothing_is_booked_by_the_deadline_before_and_everything_by_the_moved_one(asked: Ref) -> None:
    suspend(START, END)
    swept.settle(DEADLINE + GRACE)
    assert swept.misses() == []
    swept.settle(DEADLINE + 10 * HOUR + GRACE)
    assert [miss.deadline for miss in swept.misses()] == [DEADLINE + 10 * HOUR]
    assert not findings()


@pytest.mark.parametrize("looked", [True, False], ids=["swept", "not swept"])
@pytest.mark.parametrize(("late", "verdict"), [(timedelta(0), "met"), (US, "late")])
def test_an_answer_is_judged_by_the_moved_deadline_whatever_the_sweep_did(
    asked: Ref, late: timedelta, verdict: str, *, looked: bool
) -> None:
    suspend(START, END)
    if looked:
        swept.settle(END)
    answer(asked, DEADLINE + 10 * HOUR + late)
    row = swept.obligation()
    assert (row.verdict, row.deadline, row.stopped) == (verdict, DEADLINE + 10 * HOUR, said(START, END))
    swept.settle(DEADLINE + 12 * HOUR)
    assert (swept.obligation().verdict, swept.misses()) == (verdict, [])
    [clock] = thread_clocks(actor=CLARA, conversation=asked).clocks
    assert clock.obligation.stopped == said(START, END)
    assert not findings()


def test_threads_of_orders_go_on(shops: Shops) -> None:
    conversations.ask_about_order(
        actor=CLARA, now=MONDAY, order=shops.claras_order, draft="Where is it?", key="order"
    )
    suspend(START, END)
    swept.settle(DEADLINE + GRACE)
    assert swept.moves() == []
    assert [miss.deadline for miss in swept.misses()] == [DEADLINE]


def test_what_was_late_before_stays_late(asked: Ref) -> None:
    swept.settle(DEADLINE + GRACE)
    suspend(DEADLINE + HOUR, DEADLINE + 5 * HOUR)
    swept.settle(DEADLINE + 2 * HOUR)
    assert (swept.moves(), len(swept.misses())) == ([], 1)


def test_what_is_asked_after_it_is_counted_as_ever(shops: Shops) -> None:
    suspend(START, END)
    conversations.ask_about_offer(actor=CLARA, now=END, offer=shops.offer, draft="8 mm?", key="after")
    swept.settle(END + 25 * HOUR)
    assert swept.moves() == []
    assert [miss.deadline for miss in swept.misses()] == [END + 24 * HOUR]


def test_hours_that_two_measures_share_are_given_back_once(asked: Ref) -> None:
    suspend(START, END)
    swept.settle(START)
    suspend(START + 6 * HOUR, END + 3 * HOUR)
    swept.settle(START + 6 * HOUR)
    assert swept.obligation().deadline == DEADLINE + 13 * HOUR
    assert swept.obligation().stopped == said(START, END + 3 * HOUR)
    assert [move.cause for move in swept.moves()] == ["measure", "measure"]
    assert not findings()


def test_an_outage_within_it_is_given_back_once(asked: Ref) -> None:
    suspend(START, END)
    swept.settle(START)
    swept.outage(END - HOUR, END + HOUR, now=END + HOUR)
    swept.settle(END + HOUR)
    assert swept.obligation().deadline == DEADLINE + 11 * HOUR
    assert [move.cause for move in swept.moves()] == ["measure", "outage"]


def test_without_an_end_the_clock_stands_and_nothing_is_ever_booked(asked: Ref) -> None:
    remove(START)
    swept.settle(START)
    for days in (2, 40, 900):
        swept.settle(MONDAY + timedelta(days=days))
    assert (swept.misses(), swept.warnings(), swept.next_at()) == ([], [], None)
    assert swept.obligation().stopped == said(START, None)
    look = queries.look(obligation=seen(asked), now=MONDAY + timedelta(days=40))
    assert (look.state, look.left_us) == (DueState.HELD, 20 * 3_600_000_000)
    assert queries.explained(obligation=seen(asked)).stands_since == to_us(START)
    assert not findings()


def test_a_removal_stops_answers_about_orders_too(shops: Shops) -> None:
    conversations.ask_about_order(
        actor=CLARA, now=MONDAY, order=shops.claras_order, draft="Where is it?", key="order"
    )
    remove(START)
    swept.settle(DEADLINE + GRACE)
    assert swept.misses() == []


def test_both_sides_are_told_of_the_hours(asked: Ref) -> None:
    suspend(START, END)
    swept.settle(START)
    for reader in (ANNA, CLARA):
        [event] = thread_clocks(actor=reader, conversation=asked).events
        assert event.kind is Happened.MOVED
        assert event.stopped == ((START, END),)
    days = queries.explained(obligation=seen(asked)).days
    assert [part for day in days for part in day.stopped] == [(to_us(START), to_us(END))]


def test_a_promised_day_waits_too(asked: Ref) -> None:
    conversations.post_reply(
        actor=ANNA,
        now=MONDAY + HOUR,
        conversation=asked,
        draft="I will measure it and write on Tuesday.",
        key="promise",
        promise_on=(MONDAY + timedelta(days=1)).date(),
    )
    due = swept.promise().due_at
    suspend(START, END)
    swept.settle(START)
    assert swept.promise().due_at == due + 10 * HOUR
    swept.settle(due + GRACE)
    assert swept.entries("promise.missed") == []
    assert not findings()
