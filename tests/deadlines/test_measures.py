"""Measures: a clock stands still only where the Seller is stopped from writing in that conversation."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.deadlines.rules.measures import Interval, excluded, stops_writing
from helpdesk.deadlines.terms.measures import REMOVAL_WINDS_DOWN_US, MeasureInForce, MeasureKind
from helpdesk.workdays.exclusions import without
from helpdesk.workdays.known import calendar_named
from tests.workdays.reference import HOUR_US, us

START = us("2026-11-10T00:00:00+01:00")
PL = calendar_named(code="PL")

_hours = st.integers(0, 200)
_intervals = st.lists(st.tuples(_hours, _hours), max_size=6)
_measures = st.lists(
    st.builds(
        lambda kind, starts, lasts: MeasureInForce(
            kind=kind, starts=starts, ends=None if lasts is None else starts + lasts
        ),
        st.sampled_from(MeasureKind),
        _hours,
        st.none() | _hours,
    ),
    max_size=5,
)


def covers(intervals: tuple[Interval, ...], at: int) -> bool:
    return any(start <= at < end for start, end in intervals)


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_with_an_order_only_a_removal_stops_answers(kind: MeasureKind) -> None:
    assert stops_writing(measure=kind, with_order=True) is (kind is MeasureKind.REMOVAL)


@pytest.mark.parametrize("kind", list(MeasureKind))
def test_before_a_sale_a_suspension_stops_them_too(kind: MeasureKind) -> None:
    stopping = {MeasureKind.SUSPENSION, MeasureKind.REMOVAL}
    assert stops_writing(measure=kind, with_order=False) is (kind in stopping)


@given(outages=_intervals, measures=_measures, with_order=st.booleans(), at=_hours)
def test_an_instant_is_left_out_if_and_only_if_something_stops_it(
    outages: list[Interval], measures: list[MeasureInForce], with_order: bool, at: int
) -> None:
    down = any(start <= at < end for start, end in outages)
    stopped = any(
        measure.starts <= at
        and (measure.ends is None or at < measure.ends)
        and stops_writing(
            # hours of this test lie within a removal's first thirty days
            measure=MeasureKind.SUSPENSION if measure.kind is MeasureKind.REMOVAL else measure.kind,
            with_order=with_order,
        )
        for measure in measures
    )
    found = excluded(outages=outages, measures=measures, with_order=with_order)
    assert covers(found, at) is (down or stopped)


@given(outages=_intervals, measures=_measures, with_order=st.booleans())
def test_what_is_left_out_is_in_order_and_apart(
    outages: list[Interval], measures: list[MeasureInForce], with_order: bool
) -> None:
    found = excluded(outages=outages, measures=measures, with_order=with_order)
    assert all(start < end for start, end in found)
    assert all(before[1] < after[0] for before, after in pairwise(found))


@given(outages=_intervals, measures=_measures)
def test_a_clock_with_an_order_never_leaves_out_more(
    outages: list[Interval], measures: list[MeasureInForce]
) -> None:
    with_order = excluded(outages=outages, measures=measures, with_order=True)
    before_a_sale = excluded(outages=outages, measures=measures, with_order=False)
    assert all(any(a <= start and end <= b for a, b in before_a_sale) for start, end in with_order)


def test_a_removed_shop_ends_what_is_open_for_thirty_days() -> None:
    removal = [MeasureInForce(kind=MeasureKind.REMOVAL, starts=START)]
    turns = START + REMOVAL_WINDS_DOWN_US
    with_order = excluded(outages=(), measures=removal, with_order=True)
    before_a_sale = excluded(outages=(), measures=removal, with_order=False)
    assert [covers(with_order, at) for at in (START, turns - 1, turns)] == [False, False, True]
    assert [covers(before_a_sale, at) for at in (START - 1, START, turns)] == [False, True, True]


def test_a_removal_that_is_lifted_in_time_closes_no_order() -> None:
    lifted = [MeasureInForce(kind=MeasureKind.REMOVAL, starts=START, ends=START + HOUR_US)]
    assert excluded(outages=(), measures=lifted, with_order=True) == ()
    assert excluded(outages=(), measures=lifted, with_order=False) == ((START, START + HOUR_US),)


def test_a_suspension_of_a_day_moves_a_deadline_before_a_sale_and_no_other() -> None:
    day = 24 * HOUR_US
    suspended = [MeasureInForce(kind=MeasureKind.SUSPENSION, starts=START, ends=START + day)]
    for with_order, later in ((True, 0), (False, 48 * HOUR_US)):  # Wednesday is a holiday in Poland
        left = without(calendar=PL, intervals=excluded(outages=(), measures=suspended, with_order=with_order))
        assert left.deadline(received=START) - PL.deadline(received=START) == later
