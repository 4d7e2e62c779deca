"""States, verdicts, lateness and lanes, from instants alone."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.deadlines import rules
from helpdesk.deadlines.terms import DueState, Lane, Verdict
from helpdesk.workdays.calendar import DAY_US
from helpdesk.workdays.known import calendar_named
from tests.workdays.reference import HOUR_US, MINUTE_US, us

PL = calendar_named(code="PL")
RECEIVED = us("2026-11-19T10:40:00+01:00")  # a Thursday
DEADLINE = PL.deadline(received=RECEIVED)


def state(now: str, answered_at: int | None = None) -> DueState:
    return rules.due_state(
        received=RECEIVED, deadline=DEADLINE, now=us(now), answered_at=answered_at, calendar=PL
    )


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        ("2026-11-19T10:40:00+01:00", DueState.OK),
        ("2026-11-19T22:39:59.999999+01:00", DueState.OK),
        ("2026-11-19T22:40:00+01:00", DueState.SOON),
        ("2026-11-20T05:51:59.999999+01:00", DueState.SOON),
        ("2026-11-20T05:52:00+01:00", DueState.STRONG),
        ("2026-11-20T10:40:00+01:00", DueState.STRONG),
        ("2026-11-20T10:40:00.000001+01:00", DueState.LATE),
        ("2099-01-01T00:00:00+01:00", DueState.LATE),  # long after the calendar's last day
    ],
)
def test_a_running_deadline_raises_its_voice_step_by_step(now: str, expected: DueState) -> None:
    assert state(now) is expected


def test_an_answered_deadline_no_longer_moves() -> None:
    for now in ("2026-11-20T10:00:00+01:00", "2099-01-01T00:00:00+01:00"):
        assert state(now, answered_at=DEADLINE) is DueState.MET
        assert state(now, answered_at=DEADLINE + 1) is DueState.LATE


def test_an_answer_on_the_saturday_after_a_tie_has_counted_24_hours_and_is_late() -> None:
    received = us("2026-02-06T00:00:00+01:00")
    deadline, saturday = PL.deadline(received=received), us("2026-02-07T09:00:00+01:00")
    assert PL.counted(start=received, end=saturday) == DAY_US
    assert rules.verdict(answered=saturday, deadline=deadline) is Verdict.LATE
    assert rules.overrun(deadline=deadline, answered=saturday, calendar=PL) == 0
    assert rules.verdict(answered=deadline, deadline=deadline) is Verdict.MET


def test_overrun_and_time_left_are_counted_time() -> None:
    friday = us("2026-11-20T18:00:00+01:00")
    monday = us("2026-11-23T10:40:00+01:00")
    assert rules.time_left(deadline=monday, now=friday, calendar=PL) == 16 * HOUR_US + 40 * MINUTE_US
    assert rules.time_left(deadline=friday, now=monday, calendar=PL) == 0
    assert rules.overrun(deadline=friday, answered=monday, calendar=PL) == 16 * HOUR_US + 40 * MINUTE_US
    assert rules.overrun(deadline=monday, answered=friday, calendar=PL) == 0


@given(st.integers(-DAY_US, 5 * DAY_US))
def test_the_share_used_stays_between_0_and_1(after: int) -> None:
    now = RECEIVED + after
    share = rules.share_used(received=RECEIVED, deadline=DEADLINE, now=now, calendar=PL)
    assert 0.0 <= share <= 1.0
    assert (share == 1.0) == (now >= DEADLINE)


def test_closed_time_uses_nothing_up() -> None:
    received = us("2026-11-20T12:00:00+01:00")
    deadline = PL.deadline(received=received)
    shares = {
        rules.share_used(received=received, deadline=deadline, now=us(now), calendar=PL)
        for now in ("2026-11-21T00:00:00+01:00", "2026-11-22T15:00:00+01:00", "2026-11-23T00:00:00+01:00")
    }
    assert shares == {0.5}


@pytest.mark.parametrize(
    ("now", "deadline", "expected", "day"),
    [
        ("2026-11-20T10:00:00+01:00", "2026-11-20T09:59:00+01:00", Lane.LATE, date(2026, 11, 20)),
        ("2026-11-20T10:00:00+01:00", "2026-11-20T10:00:00+01:00", Lane.DUE_TODAY, date(2026, 11, 20)),
        ("2026-11-20T10:00:00+01:00", "2026-11-21T00:00:00+01:00", Lane.DUE_TODAY, date(2026, 11, 20)),
        ("2026-11-20T10:00:00+01:00", "2026-11-23T09:00:00+01:00", Lane.LATER, date(2026, 11, 20)),
        ("2026-11-21T10:00:00+01:00", "2026-11-23T09:00:00+01:00", Lane.DUE_TODAY, date(2026, 11, 23)),
        ("2026-11-21T10:00:00+01:00", "2026-11-24T09:00:00+01:00", Lane.LATER, date(2026, 11, 23)),
        ("2026-11-11T10:00:00+01:00", "2026-11-12T09:00:00+01:00", Lane.DUE_TODAY, date(2026, 11, 12)),
    ],
)
def test_lanes(now: str, deadline: str, expected: Lane, day: date) -> None:
    assert rules.lane(deadline=us(deadline), now=us(now), calendar=PL) is expected
    assert rules.due_day(now=us(now), calendar=PL) == day
