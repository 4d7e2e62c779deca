"""What measures take out of a clock, from instants alone."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.deadlines.rules.measures import (
    FOR_EVER,
    hours_stopped,
    intervals_of,
    kinds_stopping,
    stands,
    stands_since,
    stopping,
    text_of,
)
from helpdesk.marketplace.terms.restrictions import RestrictionKind
from helpdesk.workdays.calendar import DAY_US
from helpdesk.workdays.exclusions import Interval, without
from helpdesk.workdays.known import calendar_named
from tests.workdays.reference import HOUR_US, us

START = us("2026-11-10T00:00:00+01:00")  # a Tuesday; Wednesday is a holiday in Poland
PL = calendar_named(code="PL")

_hours = st.integers(0, 400).map(lambda hours: START + hours * HOUR_US)
_spans = st.tuples(_hours, st.integers(1, 200)).map(lambda span: (span[0], span[0] + span[1] * HOUR_US))
_closed = st.lists(_spans, max_size=5)
_open = st.none() | _hours


def text(closed: Sequence[Interval], since: int | None = None) -> str:
    return text_of([*closed, *([] if since is None else [(since, FOR_EVER)])])


def covers(intervals: Sequence[Interval], at: int) -> bool:
    return any(start <= at < end for start, end in intervals)


def counted(stopped: Sequence[Interval], received: int = START) -> tuple[int, str]:
    return stopping(calendar=PL, received=received, budget=DAY_US, stopped=stopped)


@pytest.mark.parametrize("kind", list(RestrictionKind))
def test_about_an_order_only_a_removal_stops_answers_and_before_a_sale_a_suspension_too(
    kind: RestrictionKind,
) -> None:
    removed = kind is RestrictionKind.REMOVAL
    assert (kind in kinds_stopping(with_order=True)) is removed
    assert (kind in kinds_stopping(with_order=False)) is (removed or kind is RestrictionKind.SUSPENSION)


@given(_closed, _open, _hours)
def test_text_says_the_same_time(closed: list[Interval], since: int | None, at: int) -> None:
    said = text(closed, since)
    down = covers(closed, at) or (since is not None and at >= since)
    assert covers(intervals_of(said), at) is down
    assert text_of(intervals_of(said)) == said
    assert stands(said) is (since is not None)
    assert (stands_since(said) is None) is (since is None)


def test_text_of_nothing_is_empty() -> None:
    assert text_of([]) == text_of([(START, START)]) == ""
    assert intervals_of("") == ()


@given(_closed)
def test_a_deadline_leaves_out_exactly_the_hours_that_were_stopped(closed: list[Interval]) -> None:
    deadline, said = counted(intervals_of(text(closed)))
    assert deadline == without(calendar=PL, intervals=closed).deadline(received=START)
    assert PL.counted(start=START, end=deadline) - DAY_US == sum(
        PL.counted(start=start, end=min(end, deadline)) for start, end in intervals_of(said)
    )
    assert (deadline, said) == counted(intervals_of(said)), "what is kept is all that is needed"


@given(_closed, _closed, _open)
def test_more_measures_never_shorten_it(
    some: list[Interval], more: list[Interval], since: int | None
) -> None:
    before = counted(intervals_of(text(some)))
    after = counted(hours_stopped(told=before[1], now=text(more, since)))
    assert after[0] >= before[0]


@given(_closed, _hours)
def test_a_measure_without_an_end_stands_unless_the_deadline_came_before_it(
    closed: list[Interval], since: int
) -> None:
    plain, _ = counted(intervals_of(text(closed)))
    deadline, said = counted(intervals_of(text(closed, since)))
    assert stands(said) is (deadline == PL.day_starts[-1])
    if stands(said):
        assert (stands_since(said) or 0) <= since
    else:
        assert deadline <= plain
        assert deadline <= since


@given(_spans, st.integers(1, 400))
def test_what_was_told_is_kept_when_it_is_lifted_early_and_what_had_no_end_is_counted_anew(
    span: Interval, hours: int
) -> None:
    start, end = span
    lifted = min(start + hours * HOUR_US, end)
    told = text([span])
    assert hours_stopped(told=told, now=text([(start, lifted)])) == (span,)
    assert hours_stopped(told=text([], start), now=text([(start, lifted)])) == ((start, lifted),)


def test_a_suspension_of_a_day_moves_a_deadline_over_the_holiday() -> None:
    deadline, _ = counted([(START, START + DAY_US)])
    assert deadline - PL.deadline(received=START) == 48 * HOUR_US
