"""What the sweep does about one clock, from its instants alone."""

import pytest

from helpdesk.deadlines.rules.promises import promise_due
from helpdesk.deadlines.rules.sweeping import correcting, moving, step
from helpdesk.deadlines.terms.sweeping import MoveCause, Moving, Step
from helpdesk.kernel.clock import to_us
from helpdesk.workdays.calendar import DAY_US
from helpdesk.workdays.exclusions import without
from helpdesk.workdays.known import calendar_named
from tests.deadlines.asked import asked

POLAND = calendar_named(code="PL", zone="Europe/Warsaw")
ASKED = asked("PL", "Europe/Warsaw", "2026-11-16T09:00:00+00:00")  # a Monday
RECEIVED, DEADLINE = to_us(ASKED.received_at), to_us(ASKED.deadline)
HALF, STRONG, GRACE = RECEIVED + DAY_US // 2, RECEIVED + DAY_US * 4 // 5, 60_000_000


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (RECEIVED, Step(next_at=HALF)),
        (HALF - 1, Step(next_at=HALF)),
        (HALF, Step(warns=50, next_at=STRONG)),
        (STRONG - 1, Step(warns=50, next_at=STRONG)),
        (STRONG, Step(warns=80, next_at=DEADLINE + GRACE)),
        (DEADLINE, Step(warns=80, next_at=DEADLINE + GRACE)),
        (DEADLINE + 1, Step(next_at=DEADLINE + GRACE)),
        (DEADLINE + GRACE - 1, Step(next_at=DEADLINE + GRACE)),
        (DEADLINE + GRACE, Step(books=True)),
        (DEADLINE + DAY_US, Step(books=True)),
    ],
)
def test_a_step_is_decided_to_the_microsecond(now: int, expected: Step) -> None:
    found = step(received=RECEIVED, budget=DAY_US, deadline=DEADLINE, now=now, grace=GRACE, calendar=POLAND)
    assert found == expected


def move(deadline: int, now: int, version: int = 1, outages: int = 1) -> Moving | None:
    return moving(
        obligation=ASKED,
        deadline=deadline,
        calendar_version=version,
        outages=outages,
        missed_by=ASKED.id,
        now=now,
    )


@pytest.mark.parametrize("by", [0, -1, -DAY_US])
def test_nothing_moves_to_earlier(by: int) -> None:
    assert move(DEADLINE + by, now=DEADLINE) is None


def test_a_miss_is_taken_back_up_to_the_new_deadline() -> None:
    in_time, too_late = move(DEADLINE + 10, now=DEADLINE + 10), move(DEADLINE + 10, now=DEADLINE + 11)
    assert in_time is not None
    assert too_late is not None
    assert (in_time.voids, too_late.voids) == (ASKED.id, None)
    assert (in_time.cause, in_time.facts()["before"]) == (MoveCause.OUTAGE, DEADLINE)


def test_a_late_answer_is_corrected_up_to_the_new_deadline() -> None:
    later = move(DEADLINE + 10, now=DEADLINE + DAY_US, version=1001)
    found = correcting(moving=later, answered=DEADLINE + 10, missed_by=ASKED.id)
    assert found is not None
    assert (found.facts()["verdict"], found.cause.value, found.voids) == ("met", "calendar", ASKED.id)
    assert correcting(moving=later, answered=DEADLINE + 11, missed_by=None) is None
    assert correcting(moving=None, answered=DEADLINE, missed_by=None) is None


def test_hours_of_an_outage_are_given_back_to_a_promise() -> None:
    on = ASKED.received_at.date()
    due = promise_due(made=RECEIVED, on=on, whole=POLAND, calendar=POLAND)
    assert due.deadline == POLAND.day_end(on)
    cut = without(calendar=POLAND, intervals=((RECEIVED + 1, RECEIVED + 3_600_000_001),))
    assert promise_due(made=RECEIVED, on=on, whole=POLAND, calendar=cut).deadline == (
        due.deadline + 3_600_000_000
    )
