"""A measure that ends before its time, and what becomes of the deadlines that it had moved."""

from collections.abc import Iterator
from typing import Any

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import buyer_list, inbox
from helpdesk.deadlines import queries
from helpdesk.deadlines.terms import GRACE, DueState
from helpdesk.kernel.ids import Ref
from tests.cast import ANNA, CLARA
from tests.conversations.clocks import HOUR, MONDAY
from tests.deadlines import swept
from tests.deadlines.measured import findings, lift, remove, said, suspend
from tests.past import any_present
from tests.shops import Shops

DEADLINE = MONDAY + 24 * HOUR
START, END, EARLY = MONDAY + 4 * HOUR, MONDAY + 14 * HOUR, MONDAY + 7 * HOUR


@pytest.fixture(autouse=True)
def present(database: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    any_present(monkeypatch).set(MONDAY)
    queries.forget()
    yield
    queries.forget()


@pytest.fixture(autouse=True)
def asked(shops: Shops, present: None) -> Ref:
    """Clara asks about an offer."""
    return conversations.ask_about_offer(
        actor=CLARA, now=MONDAY, offer=shops.offer, draft="Is it for 8 mm?", key="offer"
    ).conversation


def test_what_was_moved_stays_moved() -> None:
    measure = suspend(START, END)
    swept.settle(START)
    lift(measure, EARLY)
    swept.settle(EARLY)
    assert swept.obligation().deadline == DEADLINE + 10 * HOUR
    assert len(swept.moves()) == 1
    assert not findings()


def test_where_the_sweep_had_not_looked_yet_only_what_was_lost_is_given_back() -> None:
    lift(suspend(START, END), EARLY)
    swept.settle(EARLY)
    assert swept.obligation().deadline == DEADLINE + 3 * HOUR
    assert swept.obligation().stopped == said(START, EARLY)
    assert not findings()


def test_a_clock_that_stood_goes_on_with_all_that_was_left(asked: Ref) -> None:
    measure = remove(START)
    swept.settle(START)
    lift(measure, END)
    assert swept.settle(END) > 0
    row = swept.obligation()
    assert (row.deadline, row.stopped) == (DEADLINE + 10 * HOUR, said(START, END))
    assert [move.cause for move in swept.moves()] == ["measure", "measure"]
    swept.settle(DEADLINE + 10 * HOUR + GRACE)
    assert [miss.deadline for miss in swept.misses()] == [DEADLINE + 10 * HOUR]
    assert not findings()


def test_an_answer_before_the_sweep_looks_is_judged_by_what_was_left(asked: Ref) -> None:
    measure = remove(START)
    swept.settle(START)
    lift(measure, END)
    conversations.post_reply(
        actor=ANNA, now=DEADLINE + 11 * HOUR, conversation=asked, draft="It is for 8 mm.", key="answer"
    )
    row = swept.obligation()
    assert (row.verdict, row.deadline) == ("late", DEADLINE + 10 * HOUR)
    assert not findings()


def test_a_clock_may_stand_twice(asked: Ref) -> None:
    for start, end in ((START, EARLY), (END, END + 2 * HOUR)):
        measure = remove(start)
        swept.settle(start)
        lift(measure, end)
        swept.settle(end)
    assert swept.obligation().deadline == DEADLINE + 5 * HOUR
    assert len(swept.moves()) == 4
    assert not findings()


def test_a_second_measure_adds_to_what_was_told_of_the_first() -> None:
    measure = suspend(START, END)
    swept.settle(START)
    lift(measure, EARLY)
    swept.settle(EARLY)
    suspend(DEADLINE, DEADLINE + 12 * HOUR)
    swept.settle(DEADLINE)
    assert swept.obligation().deadline == DEADLINE + 22 * HOUR
    assert not findings()


def test_a_promise_that_stood_is_due_again(shops: Shops) -> None:
    asked = conversations.ask_about_offer(
        actor=CLARA, now=MONDAY, offer=shops.offer, draft="And for 9 mm?", key="again"
    ).conversation
    conversations.post_reply(
        actor=ANNA,
        now=MONDAY + HOUR,
        conversation=asked,
        draft="I will measure it and write on Tuesday.",
        key="promise",
        promise_on=(MONDAY + 24 * HOUR).date(),
    )
    due = swept.promise().due_at
    measure = remove(START)
    swept.settle(due + 100 * HOUR)
    assert (swept.entries("promise.missed"), swept.promise().stopped) == ([], said(START, None))
    lift(measure, due + 100 * HOUR)
    swept.settle(due + 100 * HOUR)
    assert swept.promise().due_at > due + 100 * HOUR
    assert not findings()


def test_lists_say_that_it_stands(asked: Ref) -> None:
    remove(START)
    swept.settle(START)
    now = MONDAY + 100 * HOUR
    [mine] = inbox(actor=ANNA)
    [hers] = buyer_list(actor=CLARA)
    assert hers.obligation is not None
    for due in (mine.obligation, hers.obligation):
        assert queries.state(obligation=due, now=now) is DueState.HELD
