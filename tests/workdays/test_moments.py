"""Warnings, objection windows and promises: exact, and by business days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.exclusions import without
from helpdesk.workdays.known import calendar_named
from helpdesk.workdays.moments import after_share, business_days_ahead, end_of_nth_business_day, promise_due
from helpdesk.workdays.refusals import OutsideCalendar
from tests.workdays.reference import HOUR_US, custom, us, wall
from tests.workdays.test_exclusions import Drawn, holes
from tests.workdays.test_properties import CALENDARS, modest, moments

PL = calendar_named(code="PL")
APIA = custom("Pacific/Apia", date(2011, 12, 1), date(2012, 1, 31))


@given(holes(), st.integers(1, 3 * DAY_US) | st.integers(1, 10), st.integers(1, 100))
def test_a_share_is_used_at_its_instant_and_not_before(drawn: Drawn, budget: int, percent: int) -> None:
    plain, received, _, intervals = drawn
    calendar = without(calendar=plain, intervals=intervals)
    try:
        deadline = calendar.deadline(received=received, budget=budget)
    except OutsideCalendar:
        return
    at = after_share(calendar=calendar, received=received, deadline=deadline, percent=percent)
    assert received < at <= deadline
    assert calendar.counted(start=received, end=at) * 100 >= percent * budget
    assert calendar.counted(start=received, end=at - 1) * 100 < percent * budget
    assert (at == deadline) is (-(-budget * percent // 100) == budget)


def test_half_and_four_fifths_of_a_deadline_over_a_weekend() -> None:
    received = us("2026-10-09T18:00:00+02:00")
    deadline = PL.deadline(received=received)
    half = after_share(calendar=PL, received=received, deadline=deadline, percent=50)
    assert half == us("2026-10-12T06:00:00+02:00")
    most = after_share(calendar=PL, received=received, deadline=deadline, percent=80)
    assert most == us("2026-10-12T13:12:00+02:00")


def test_half_of_a_deadline_may_be_a_tie_on_friday_s_end() -> None:
    received = us("2026-10-09T12:00:00+02:00")
    half = after_share(calendar=PL, received=received, deadline=PL.deadline(received=received), percent=50)
    assert half == us("2026-10-10T00:00:00+02:00")


def test_a_share_of_nothing_is_used_at_once() -> None:
    saturday = us("2026-10-10T12:00:00+02:00")
    assert after_share(calendar=PL, received=saturday, deadline=saturday + HOUR_US, percent=50) == saturday


@pytest.mark.parametrize("percent", [0, -1, 101])
def test_a_percentage_that_means_nothing_is_refused(percent: int) -> None:
    with pytest.raises(ValueError, match="1 to 100 percent"):
        after_share(calendar=PL, received=0, deadline=0, percent=percent)


def worked_slowly(calendar: Calendar, at: int) -> list[date]:
    """Business days after the local date of `at`, as the hours of the wall show them."""
    today = wall(calendar.zone, at).date()
    seen = {wall(calendar.zone, hour).date() for hour in range(at, calendar.day_starts[-1], HOUR_US)}
    return sorted(on for on in seen if today < on <= calendar.last_day and calendar.definition.is_open(on))


@modest
@given(moments(), st.integers(1, 8))
def test_the_nth_business_day_agrees_with_the_slow_way(moment: tuple[Calendar, int, int], n: int) -> None:
    calendar, at, _ = moment
    worked = worked_slowly(calendar, at)
    if len(worked) < n:
        with pytest.raises(OutsideCalendar):
            end_of_nth_business_day(calendar=calendar, at=at, n=n)
    else:
        end = end_of_nth_business_day(calendar=calendar, at=at, n=n)
        assert end == calendar.day_end(worked[n - 1])


@modest
@given(moments(), st.integers(-3, 12))
def test_business_days_ahead_agree_with_the_slow_way(moment: tuple[Calendar, int, int], days: int) -> None:
    calendar, at, _ = moment
    on = min(wall(calendar.zone, at).date() + timedelta(days=days), calendar.last_day)
    slow = sum(day <= on for day in worked_slowly(calendar, at))
    assert business_days_ahead(calendar=calendar, at=at, on=on) == slow


@given(st.sampled_from(CALENDARS), st.integers(0, 25))
def test_a_promise_is_due_at_the_end_of_a_business_day_not_before_its_date(
    calendar: Calendar, days: int
) -> None:
    on = calendar.first_day + timedelta(days=days)
    due = promise_due(calendar=calendar, on=on)
    kept = calendar.next_business_day(on)
    assert due >= calendar.day_end(on)
    if calendar.day_start(kept) < calendar.day_end(kept):
        assert due == calendar.day_end(kept)


def test_an_objection_has_five_business_days() -> None:
    marked = us("2026-12-22T16:00:00+01:00")
    end = end_of_nth_business_day(calendar=PL, at=marked, n=5)
    assert end == us("2027-01-01T00:00:00+01:00")  # 23, 28, 29, 30 and 31 December


def test_a_promise_for_a_holiday_is_due_at_the_end_of_the_next_business_day() -> None:
    assert promise_due(calendar=PL, on=date(2026, 11, 10)) == us("2026-11-11T00:00:00+01:00")
    assert promise_due(calendar=PL, on=date(2026, 11, 11)) == us("2026-11-13T00:00:00+01:00")
    assert promise_due(calendar=PL, on=date(2026, 11, 14)) == us("2026-11-17T00:00:00+01:00")


def test_a_date_that_the_zone_skips_is_no_day_to_do_anything_on() -> None:
    thursday = us("2011-12-29T12:00:00-10:00")
    monday = us("2012-01-02T10:00:00Z")
    assert promise_due(calendar=APIA, on=date(2011, 12, 30)) == monday
    assert end_of_nth_business_day(calendar=APIA, at=thursday, n=1) == monday
    assert business_days_ahead(calendar=APIA, at=thursday, on=date(2011, 12, 30)) == 0


def test_past_the_table_there_is_no_answer() -> None:
    last = us("2029-12-31T12:00:00+01:00")
    with pytest.raises(OutsideCalendar):
        end_of_nth_business_day(calendar=PL, at=last, n=1)
    with pytest.raises(OutsideCalendar):
        business_days_ahead(calendar=PL, at=last, on=date(2030, 1, 2))
    with pytest.raises(OutsideCalendar):
        promise_due(calendar=PL, on=date(2030, 1, 1))


def test_the_zeroth_business_day_is_refused() -> None:
    with pytest.raises(ValueError, match="counted from 1"):
        end_of_nth_business_day(calendar=PL, at=us("2026-12-22T16:00:00+01:00"), n=0)
