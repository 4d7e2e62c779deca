"""Marks of no reply needed and reopenings, as pure rules."""

from datetime import UTC, datetime
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.deadlines.rules.reopening import refusal_of_insistence, refusal_of_reopening
from helpdesk.deadlines.rules.waivers import (
    budget_after,
    enough_to_tell,
    is_sampled,
    refusal_of_objection,
    refusal_of_waiver,
    waiving,
)
from helpdesk.deadlines.terms import BUDGET_US, LEAST_LEFT_US, Cause, WaiverReason
from helpdesk.deadlines.terms.waivers import Mark
from helpdesk.kernel.clock import from_us, to_us
from helpdesk.workdays.known import calendar_named
from tests.deadlines.asked import asked

WARSAW = calendar_named(code="PL", zone="Europe/Warsaw")
THURSDAY = to_us(datetime(2026, 12, 24, 17, 0, tzinfo=UTC))
instants = st.integers(to_us(datetime(2025, 1, 1, tzinfo=UTC)), to_us(datetime(2028, 12, 1, tzinfo=UTC)))


@given(received=instants, share=st.floats(0, 1))
def test_what_counted_and_what_is_left_are_the_budget(received: int, share: float) -> None:
    obligation = asked("PL", "Europe/Warsaw", from_us(received).isoformat())
    deadline = to_us(obligation.deadline)
    at = received + int((deadline - received) * share)
    mark = waiving(
        obligation=obligation,
        deadline=deadline,
        calendar=WARSAW,
        outages=0,
        at=at,
        reason=WaiverReason.DUPLICATE,
        in_force=WARSAW,
    )
    assert mark.counted + mark.left == BUDGET_US
    assert budget_after(left=mark.left) >= max(mark.left, LEAST_LEFT_US)
    assert WARSAW.counted(start=at, end=mark.objection_until) - 23 * BUDGET_US // 24 >= 4 * BUDGET_US
    assert WARSAW.counted(start=at, end=mark.objection_until) <= 6 * BUDGET_US + BUDGET_US // 12


def test_the_window_skips_what_is_closed() -> None:
    obligation = asked("PL", "Europe/Warsaw", "2026-12-23T17:00:00+00:00")
    mark = waiving(
        obligation=obligation,
        deadline=to_us(obligation.deadline),
        calendar=WARSAW,
        outages=0,
        at=THURSDAY - 2 * 3_600_000_000,
        reason=WaiverReason.COURTESY,
        in_force=WARSAW,
    )
    # Christmas, a weekend, New Year and another weekend lie between; 24 December is a holiday in Poland
    assert from_us(mark.objection_until).isoformat() == "2027-01-04T23:00:00+00:00"


@pytest.mark.parametrize("cause", Cause)
def test_only_a_question_that_was_asked_once_is_marked(cause: Cause) -> None:
    obligation = asked("PL", "Europe/Warsaw", "2026-11-16T09:00:00+00:00")
    obligation = type(obligation)(
        **{name: getattr(obligation, name) for name in obligation.__slots__} | {"cause": cause}
    )
    code = refusal_of_waiver(obligation=obligation, is_first=False, deadline=10, at=10)
    assert code == (None if cause is Cause.MESSAGE else "waiver.asked_again")
    assert refusal_of_waiver(obligation=obligation, is_first=False, deadline=10, at=11) is not None
    assert refusal_of_waiver(obligation=obligation, is_first=True, deadline=10, at=9) == "waiver.first"


def mark(*, is_objected: bool = False) -> Mark:
    return Mark(
        id=UUID(int=1),
        question_id=UUID(int=2),
        left_us=1,
        objection_until=from_us(10),
        is_objected=is_objected,
    )


def test_one_objection_in_time_while_no_clock_runs() -> None:
    assert refusal_of_objection(mark=mark(), is_open=False, at=10) is None
    assert refusal_of_objection(mark=mark(), is_open=False, at=11) == "objection.past"
    assert refusal_of_objection(mark=mark(), is_open=True, at=10) == "objection.open"
    assert refusal_of_objection(mark=mark(is_objected=True), is_open=False, at=10) == "objection.second"


@pytest.mark.parametrize(
    ("waived", "obligations", "sampled"),
    [(0, 0, False), (19, 19, False), (4, 20, False), (5, 20, True), (20, 100, False), (21, 100, True)],
)
def test_over_a_fifth_of_twenty_are_sampled(waived: int, obligations: int, sampled: bool) -> None:
    assert is_sampled(waived=waived, obligations=obligations) is sampled


@given(waived=st.integers(0, 500), more=st.integers(0, 5_000))
def test_counting_further_than_enough_changes_nothing(waived: int, more: int) -> None:
    obligations = waived + more
    counted = min(obligations, enough_to_tell(waived=waived))
    assert is_sampled(waived=waived, obligations=obligations) == is_sampled(
        waived=waived, obligations=counted
    )


def test_twice_a_question() -> None:
    codes = [refusal_of_reopening(is_open=False, is_promised=False, reopened=n) for n in range(4)]
    assert codes == [None, None, "reopening.most", "reopening.most"]
    assert refusal_of_reopening(is_open=True, is_promised=False, reopened=0) == "reopening.open"
    assert refusal_of_reopening(is_open=False, is_promised=True, reopened=0) == "reopening.promised"


def test_courtesy_that_nobody_answered() -> None:
    assert refusal_of_insistence(is_courtesy=True, is_open=False, is_answered=False) is None
    assert refusal_of_insistence(is_courtesy=False, is_open=False, is_answered=False) is not None
    assert refusal_of_insistence(is_courtesy=True, is_open=True, is_answered=False) is not None
    assert refusal_of_insistence(is_courtesy=True, is_open=False, is_answered=True) is not None
