"""Excluded time does not count: against the slow reference, and in the explanation."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.exclusions import excluded_between, without
from helpdesk.workdays.explain import Span, explain
from helpdesk.workdays.known import calendar_named
from tests.workdays.reference import (
    HOUR_US,
    MINUTE_US,
    QUARTER_US,
    counted_slowly,
    custom,
    deadline_slowly,
    us,
)
from tests.workdays.test_properties import WEEK, budgets, modest, moments

DE = calendar_named(code="DE")
Interval = tuple[int, int]
lengths = st.integers(-4, 200) | st.integers(0, 3)


@st.composite
def holes(draw: st.DrawFn, cell: int = QUARTER_US) -> tuple[Calendar, int, int, list[Interval]]:
    """A calendar, two instants, and intervals about them: any order, overlapping, touching, empty."""
    calendar, start, end = draw(moments())
    base = start - start % cell
    begins = st.integers(-100, 600).map(lambda cells: base + cells * cell)
    found = draw(st.lists(st.tuples(begins, lengths), max_size=8))
    far = draw(st.sampled_from([[], [(-DAY_US, DAY_US)], [(10**17, 10**18)], [(base, base)]]))
    return calendar, start, max(start, end), [(at, at + cells * cell) for at, cells in found] + far


Drawn = tuple[Calendar, int, int, list[Interval]]


@modest
@given(holes())
def test_counted_agrees_with_the_slow_way(drawn: Drawn) -> None:
    calendar, start, end, intervals = drawn
    found = without(calendar=calendar, intervals=intervals)
    assert found.counted(start=start, end=end) == counted_slowly(calendar, start, end, excluded=intervals)


@modest
@given(holes(), budgets)
def test_deadline_agrees_with_the_slow_way(drawn: Drawn, budget: int) -> None:
    calendar, received, _, intervals = drawn
    slow = deadline_slowly(calendar, received, budget, excluded=intervals)
    if slow <= calendar.day_starts[-1]:
        found = without(calendar=calendar, intervals=intervals)
        assert found.deadline(received=received, budget=budget) == slow


@settings(max_examples=15, deadline=None)
@given(holes(cell=MINUTE_US), st.integers(1, 12 * HOUR_US))
def test_deadline_agrees_minute_by_minute(drawn: Drawn, budget: int) -> None:
    calendar, received, _, intervals = drawn
    slow = deadline_slowly(calendar, received, budget, MINUTE_US, intervals)
    if slow <= calendar.day_starts[-1]:
        found = without(calendar=calendar, intervals=intervals)
        assert found.deadline(received=received, budget=budget) == slow


@given(holes())
def test_the_table_stays_sorted_apart_and_summed(drawn: Drawn) -> None:
    calendar, _, _, intervals = drawn
    found = without(calendar=calendar, intervals=intervals)
    edges = [edge for run in zip(found.starts, found.ends, strict=True) for edge in run]
    assert edges == sorted(set(edges))
    sums = [sum(found.ends[:run]) - sum(found.starts[:run]) for run in range(len(found.starts) + 1)]
    assert list(found.counted_before) == sums
    lost = sum(end - start for start, end in found.excluded)
    assert calendar.counted_before[-1] - found.counted_before[-1] == lost


@given(holes())
def test_one_at_a_time_is_as_all_at_once(drawn: Drawn) -> None:
    calendar, _, _, intervals = drawn
    at_once = without(calendar=calendar, intervals=intervals)
    found = calendar
    for interval in intervals:
        found = without(calendar=found, intervals=[interval])
    assert (found.starts, found.ends, found.counted_before, found.excluded) == (
        at_once.starts,
        at_once.ends,
        at_once.counted_before,
        at_once.excluded,
    )


@given(holes(), budgets)
def test_more_excluded_never_ends_earlier(drawn: Drawn, budget: int) -> None:
    calendar, received, _, intervals = drawn
    deadlines = [
        without(calendar=calendar, intervals=chosen).deadline(received=received, budget=budget)
        for chosen in ([], intervals[:1], intervals)
        if received + 3 * WEEK < calendar.day_starts[-1] and not _is_far(intervals)
    ]
    assert deadlines == sorted(deadlines)


def _is_far(intervals: list[Interval]) -> bool:
    return sum(max(0, end - start) for start, end in intervals) > 4 * DAY_US


@modest
@given(holes(), st.integers(1, DAY_US))
def test_the_explanation_accounts_for_every_microsecond(drawn: Drawn, budget: int) -> None:
    calendar, received, _, intervals = drawn
    found = without(calendar=calendar, intervals=intervals)
    if deadline_slowly(calendar, received, budget, excluded=intervals) > calendar.day_starts[-1]:
        return
    told = explain(calendar=found, received=received, budget=budget)
    assert sum(span.counted_us for span in told.spans) == budget
    left_out = sum(end - start for start, end in told.excluded)
    assert sum(span.excluded_us for span in told.spans) == left_out
    assert calendar.counted(start=received, end=told.deadline) == budget + left_out


def test_an_outage_over_midnight_is_told_day_by_day() -> None:
    outage = us("2026-11-10T22:30:00+01:00"), us("2026-11-11T01:15:00+01:00")
    told = explain(
        calendar=without(calendar=DE, intervals=[outage]), received=us("2026-11-10T18:00:00+01:00")
    )
    assert told.deadline == us("2026-11-11T20:45:00+01:00")
    assert told.excluded == (outage,)
    assert told.spans == (
        Span(on=date(2026, 11, 10), counted_us=4 * HOUR_US + 30 * MINUTE_US, excluded_us=90 * MINUTE_US),
        Span(on=date(2026, 11, 11), counted_us=19 * HOUR_US + 30 * MINUTE_US, excluded_us=75 * MINUTE_US),
    )


def test_what_comes_after_the_deadline_is_not_told() -> None:
    calendar = without(
        calendar=DE, intervals=[(us("2026-11-11T20:00:00+01:00"), us("2026-11-11T21:00:00+01:00"))]
    )
    told = explain(calendar=calendar, received=us("2026-11-10T18:00:00+01:00"))
    assert told.deadline == us("2026-11-11T18:00:00+01:00")
    assert told.excluded == ()
    assert {span.excluded_us for span in told.spans} == {0}


def test_an_outage_on_closed_time_takes_nothing() -> None:
    weekend = us("2026-11-14T00:00:00+01:00"), us("2026-11-16T00:00:00+01:00")
    assert without(calendar=DE, intervals=[weekend]) is DE
    over = weekend[0] - HOUR_US, weekend[1] + HOUR_US
    calendar = without(calendar=DE, intervals=[over])
    assert calendar.excluded == ((over[0], weekend[0]), (weekend[1], over[1]))
    assert calendar.is_business_day(date(2026, 11, 13)), "a business day stays one"
    assert excluded_between(calendar=calendar, start=over[1], end=over[0]) == ()


def test_a_message_within_an_outage_waits_for_its_end() -> None:
    outage = us("2026-11-10T10:00:00+01:00"), us("2026-11-10T12:00:00+01:00")
    calendar = without(calendar=DE, intervals=[outage])
    assert (
        calendar.deadline(received=us("2026-11-10T11:00:00+01:00"))
        == us("2026-11-12T12:00:00+01:00") - DAY_US
    )
    assert calendar.deadline(received=outage[0] - HOUR_US, budget=HOUR_US) == outage[0], (
        "a tie ends before it"
    )


def test_all_open_time_excluded_leaves_no_deadline() -> None:
    calendar = custom("UTC", date(2026, 1, 1), date(2026, 1, 31))
    nothing = without(calendar=calendar, intervals=[(0, 10**18)])
    assert nothing.starts == ()
    assert nothing.counted(start=calendar.day_starts[0], end=calendar.day_starts[-1]) == 0
