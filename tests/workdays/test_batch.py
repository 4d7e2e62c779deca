"""A batch answers what one by one answers, with numpy and without, in any order; so do its refusals."""

from array import array
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.workdays import batch, vectors
from helpdesk.workdays.batch import Way, deadlines, in_plain_python
from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.exclusions import without
from helpdesk.workdays.known import calendar_named
from helpdesk.workdays.refusals import OutsideCalendar
from helpdesk.workdays.steps import steps_of
from tests.workdays.reference import HOUR_US, custom, us

WAYS: list[Way] = [in_plain_python, vectors.in_numpy]
WARSAW = calendar_named(code="PL")
HAVANA = custom("America/Havana", date(2024, 10, 1), date(2024, 12, 15), weekdays="0123456")
SHORT = custom("UTC", date(2025, 1, 3), date(2025, 1, 6))
CLOSED = custom("UTC", date(2025, 1, 1), date(2025, 1, 31), weekdays="")
CUT = without(
    calendar=custom("Europe/Warsaw", date(2026, 10, 1), date(2026, 11, 10), holidays=["2026-10-20"]),
    intervals=[
        (us(f"2026-10-{day}T10:{minute:02d}:00Z"), us(f"2026-10-{day}T10:{minute:02d}:30Z") + minute)
        for day in (16, 19, 23)
        for minute in range(40)
    ],
)
budgets = st.sampled_from([1, HOUR_US, DAY_US, 3 * DAY_US]) | st.integers(1, 3 * DAY_US)


@st.composite
def batches(draw: st.DrawFn) -> tuple[Calendar, list[int], int]:
    """A calendar, receipts in it, often at an edge or a budget before one, and a budget."""
    calendar, budget = draw(st.sampled_from([WARSAW, HAVANA, SHORT, CUT])), draw(budgets)
    first, last = calendar.day_starts[0], calendar.day_starts[-1]
    edges = st.builds(
        lambda edge, before, nudge: edge - before + nudge,
        st.sampled_from([*calendar.starts, *calendar.ends, *calendar.day_starts]),
        st.sampled_from([0, budget]),
        st.sampled_from([-1, 0, 1]),
    )
    inside = st.one_of(st.integers(first, last), edges.filter(lambda at: first <= at <= last))
    return calendar, draw(st.lists(inside, max_size=30)), budget


@pytest.mark.parametrize("way", WAYS)
@settings(deadline=None)
@given(batches(), st.booleans())
def test_a_batch_is_one_by_one(way: Way, batch: tuple[Calendar, list[int], int], in_order: bool) -> None:
    calendar, received, budget = batch
    given = sorted(received) if in_order else received
    found = way(steps_of(calendar=calendar, budget=budget), memoryview(array("q", given)))
    singles = [_single(calendar, one, budget) for one in given]
    assert (found is None) == (None in singles)
    if found is not None:
        assert found.tolist() == singles


@settings(deadline=None)
@given(batches())
def test_the_first_receipt_without_a_deadline_is_named(batch: tuple[Calendar, list[int], int]) -> None:
    calendar, received, budget = batch
    singles = [_single(calendar, one, budget) for one in received]
    if None not in singles:
        assert deadlines(calendar=calendar, received=array("q", received), budget=budget).tolist() == singles
        return
    index = singles.index(None)
    with pytest.raises(OutsideCalendar, match=f"^receipt {index}: {calendar.code}"):
        deadlines(calendar=calendar, received=array("q", received), budget=budget)


@pytest.mark.parametrize("way", WAYS)
def test_receipts_beside_the_table_have_no_deadline(way: Way) -> None:
    for outside in (WARSAW.day_starts[0] - 1, WARSAW.day_starts[-1] + 1, -(2**63), 2**63 - 1):
        assert way(steps_of(calendar=WARSAW, budget=DAY_US), memoryview(array("q", [outside]))) is None
        received = array("q", [us("2026-10-09T10:00:00Z"), outside])
        with pytest.raises(OutsideCalendar, match="receipt 1"):
            deadlines(calendar=WARSAW, received=received)


@pytest.mark.parametrize("way", WAYS)
def test_a_calendar_that_is_always_closed_has_none(way: Way) -> None:
    steps = steps_of(calendar=CLOSED, budget=1)
    assert way(steps, memoryview(array("q", [CLOSED.day_starts[0]]))) is None
    assert way(steps, memoryview(array("q"))) == array("q")


def test_more_than_one_block() -> None:
    first = us("2024-02-01T00:00:00Z")
    received = array("q", range(first, first + 50_000 * 2_700_000_001, 2_700_000_001))
    singles = [WARSAW.deadline(received=one) for one in received]
    assert deadlines(calendar=WARSAW, received=received).tolist() == singles
    assert deadlines(calendar=WARSAW, received=memoryview(received)[::-1]).tolist() == singles[::-1]


def test_without_numpy_the_answers_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "find_spec", lambda _: None)
    monkeypatch.setattr(vectors, "in_numpy", None)
    received = array("q", [us("2026-10-09T10:00:00Z")])
    assert deadlines(calendar=WARSAW, received=received).tolist() == [us("2026-10-12T10:00:00Z")]


def test_what_is_no_row_of_integers_is_refused() -> None:
    square = memoryview(bytes(32)).cast("q", [2, 2])
    floats, halves = memoryview(array("d", [1.0])), memoryview(array("i", [1]))
    for received in (floats, halves, memoryview(bytes(8)), square):
        with pytest.raises(ValueError, match="64-bit integers"):
            deadlines(calendar=WARSAW, received=received)
    with pytest.raises(ValueError, match="more than 0"):
        deadlines(calendar=WARSAW, received=array("q"), budget=0)


def _single(calendar: Calendar, received: int, budget: int) -> int | None:
    try:
        return calendar.deadline(received=received, budget=budget)
    except OutsideCalendar:
        return None
