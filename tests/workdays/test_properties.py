"""What must hold for every calendar and instant, against the slow reference."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.explain import explain
from helpdesk.workdays.known import calendar_named, calendars
from tests.workdays.reference import HOUR_US, counted_slowly, custom, deadline_slowly, us


def around(zone: str, day: date, weekdays: str = "01234") -> Calendar:
    return custom(zone, day - timedelta(days=20), day + timedelta(days=20), weekdays=weekdays)


# Each around a day on which its clock does something odd.
CALENDARS = [
    around("Asia/Jerusalem", date(2025, 3, 28), weekdays="601234"),
    around("Asia/Jerusalem", date(2025, 10, 26), weekdays="601234"),
    around("Pacific/Apia", date(2011, 12, 30)),
    around("Asia/Beirut", date(2024, 3, 31), weekdays="0123456"),
    around("Asia/Beirut", date(2024, 10, 27), weekdays="60123"),
    around("America/Havana", date(2024, 11, 3), weekdays="601"),
    around("America/Santiago", date(2025, 9, 7), weekdays="0123456"),
    around("Africa/Cairo", date(2025, 10, 31), weekdays="601234"),
    around("Africa/Casablanca", date(2024, 4, 14), weekdays="6"),
    around("Australia/Lord_Howe", date(2024, 4, 7), weekdays="56"),
    around("America/Nuuk", date(2024, 10, 27), weekdays="0123456"),
    custom("Asia/Kathmandu", date(2026, 10, 1), date(2026, 11, 10), holidays=["2026-10-20", "2026-10-21"]),
    custom("Europe/Warsaw", date(2026, 10, 1), date(2026, 11, 10), workdays=["2026-10-25"]),
]
WEEK = 7 * DAY_US


@st.composite
def moments(draw: st.DrawFn) -> tuple[Calendar, int, int]:
    """A calendar and two instants, often at the very edge of a day or of an hour."""
    calendar = draw(st.sampled_from(CALENDARS))
    first, last = calendar.day_starts[0], calendar.day_starts[-1] - 2 * WEEK
    edges = st.builds(
        lambda start, hours, nudge: start + hours * HOUR_US + nudge,
        st.sampled_from([start for start in calendar.day_starts if first + DAY_US < start < last]),
        st.integers(-3, 25),
        st.sampled_from([-1, 0, 1]),
    )
    one = draw(st.integers(first, last) | edges)
    return calendar, one, draw(st.integers(one, one + WEEK) | edges)


budgets = st.sampled_from([HOUR_US, 8 * HOUR_US, DAY_US, 2 * DAY_US]) | st.integers(1, 3 * DAY_US)
modest = settings(max_examples=60, deadline=None)


@modest
@given(moments())
def test_counted_agrees_with_the_slow_way(moment: tuple[Calendar, int, int]) -> None:
    calendar, start, end = moment
    assert calendar.counted(start=start, end=end) == counted_slowly(calendar, start, end)


@modest
@given(moments(), budgets)
def test_deadline_agrees_with_the_slow_way(moment: tuple[Calendar, int, int], budget: int) -> None:
    calendar, received, _ = moment
    slow = deadline_slowly(calendar, received, budget)
    if slow <= calendar.day_starts[-1]:
        assert calendar.deadline(received=received, budget=budget) == slow


@given(moments(), st.integers(0, WEEK))
def test_counted_is_additive_and_never_negative(moment: tuple[Calendar, int, int], more: int) -> None:
    calendar, start, middle = moment
    middle = max(start, middle)
    end = min(middle + more, calendar.day_starts[-1])
    left, right = calendar.counted(start=start, end=middle), calendar.counted(start=middle, end=end)
    assert min(left, right) >= 0
    assert left + right == calendar.counted(start=start, end=end)
    assert left <= middle - start


@given(moments(), st.integers(1, DAY_US), st.integers(0, DAY_US))
def test_a_later_question_or_a_larger_budget_never_ends_earlier(
    moment: tuple[Calendar, int, int], budget: int, more: int
) -> None:
    calendar, received, _ = moment
    deadline = calendar.deadline(received=received, budget=budget)
    assert calendar.deadline(received=received + more, budget=budget) >= deadline
    assert calendar.deadline(received=received, budget=budget + more) >= deadline + more


@given(moments(), st.integers(1, DAY_US))
def test_the_deadline_is_the_earliest_instant_that_uses_the_budget_up(
    moment: tuple[Calendar, int, int], budget: int
) -> None:
    calendar, received, _ = moment
    deadline = calendar.deadline(received=received, budget=budget)
    assert calendar.counted(start=received, end=deadline) == budget
    assert calendar.counted(start=received, end=deadline - 1) == budget - 1


@settings(deadline=None)  # the first example of a country reads its file
@given(st.sampled_from(calendars()), st.integers(us("2024-01-02T00:00:00Z"), us("2029-11-30T00:00:00Z")))
def test_packaged_calendars_explain_every_microsecond(code: str, received: int) -> None:
    found = explain(calendar=calendar_named(code=code), received=received)
    assert sum(span.counted_us for span in found.spans) == DAY_US
    assert all(span.counted_us == 0 for span in found.spans if span.skipped)
    assert 2 <= len(found.spans) <= 8 or found.spans[0].counted_us == DAY_US


@modest
@given(moments(), st.integers(1, DAY_US))
def test_custom_calendars_explain_every_microsecond(moment: tuple[Calendar, int, int], budget: int) -> None:
    calendar, received, _ = moment
    found = explain(calendar=calendar, received=received, budget=budget)
    assert sum(span.counted_us for span in found.spans) == budget
