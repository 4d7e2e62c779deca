"""Deadlines and counted time on worked cases: ties, holidays, lost and doubled hours, missing dates."""

from datetime import date

import pytest

from helpdesk.workdays.calendar import DAY_US, Calendar
from helpdesk.workdays.known import calendar_named
from helpdesk.workdays.refusals import InvalidDefinition, OutsideCalendar, UnknownZone
from tests.workdays.reference import HOUR_US, MINUTE_US, counted_slowly, custom, deadline_slowly, us

JERUSALEM = custom("Asia/Jerusalem", date(2025, 1, 1), date(2025, 12, 31), weekdays="601234")
APIA = custom("Pacific/Apia", date(2011, 12, 1), date(2012, 1, 31))


@pytest.mark.parametrize(
    ("code", "received", "deadline"),
    [
        ("PL", "2026-10-09T23:59:59.999999+02:00", "2026-10-12T23:59:59.999999+02:00"),
        ("PL", "2026-02-06T00:00:00+01:00", "2026-02-07T00:00:00+01:00"),
        ("PL", "2025-12-24T09:30:00+01:00", "2025-12-30T00:00:00+01:00"),
        ("PL", "2024-12-24T09:30:00+01:00", "2024-12-27T09:30:00+01:00"),
        ("DE", "2026-12-24T18:00:00+01:00", "2026-12-28T18:00:00+01:00"),
        ("PL", "2026-11-10T18:00:00+01:00", "2026-11-12T18:00:00+01:00"),
        ("GB-ENG", "2026-12-24T12:00:00+00:00", "2026-12-29T12:00:00+00:00"),
        ("GB-ENG", "2027-12-24T12:00:00+00:00", "2027-12-29T12:00:00+00:00"),
        ("IT", "2027-10-01T12:00:00+02:00", "2027-10-05T12:00:00+02:00"),
        ("FR", "2026-05-22T08:00:00+02:00", "2026-05-26T08:00:00+02:00"),
    ],
)
def test_worked_cases(code: str, received: str, deadline: str) -> None:
    assert calendar_named(code=code).deadline(received=us(received)) == us(deadline)


@pytest.mark.parametrize(
    ("received", "deadline"),
    [
        ("2025-03-28T06:00:00+03:00", "2025-03-30T06:00:00+03:00"),
        ("2025-03-27T12:00:00+02:00", "2025-03-28T13:00:00+03:00"),
    ],
)
def test_a_week_from_sunday_to_friday_that_loses_an_hour(received: str, deadline: str) -> None:
    assert JERUSALEM.deadline(received=us(received)) == us(deadline)


def test_a_date_that_the_zone_skips_counts_nothing() -> None:
    gone = date(2011, 12, 30)
    assert APIA.day_start(gone) == APIA.day_end(gone) == us("2011-12-30T10:00:00Z")
    assert APIA.counted(start=APIA.day_start(date(2011, 12, 29)), end=APIA.day_end(gone)) == DAY_US


@pytest.mark.parametrize(
    ("zone", "on", "start", "hours"),
    [
        ("Asia/Beirut", date(2024, 3, 31), "2024-03-30T22:00:00Z", 23),  # 00:00 does not exist
        ("Asia/Beirut", date(2024, 10, 26), "2024-10-25T21:00:00Z", 25),  # 24:00 exists twice
        ("America/Havana", date(2024, 11, 3), "2024-11-03T04:00:00Z", 25),  # 00:00 exists twice
        ("Africa/Cairo", date(2024, 4, 26), "2024-04-25T22:00:00Z", 23),
        ("Australia/Lord_Howe", date(2024, 4, 7), "2024-04-06T13:00:00Z", 24.5),
        ("Europe/Warsaw", date(2024, 10, 27), "2024-10-26T22:00:00Z", 25),
    ],
)
def test_days_of_unusual_length(zone: str, on: date, start: str, hours: float) -> None:
    calendar = custom(zone, date(2024, 1, 1), date(2024, 12, 31), weekdays="0123456")
    assert calendar.day_start(on) == us(start)
    assert calendar.day_end(on) - calendar.day_start(on) == hours * HOUR_US


def test_a_clock_set_back_over_midnight_counts_by_the_date_on_the_wall() -> None:
    """St. John's went from Sunday 00:01 back to Saturday 23:01: a minute of Sunday before Saturday's end."""
    calendar = custom("America/St_Johns", date(2010, 10, 1), date(2010, 12, 31), weekdays="60123")
    received = us("2010-11-07T00:00:30-02:30")
    assert calendar.deadline(received=received, budget=HOUR_US) == deadline_slowly(
        calendar, received, HOUR_US, MINUTE_US
    )
    assert calendar.counted(start=received, end=received + HOUR_US) == counted_slowly(
        calendar, received, received + HOUR_US, MINUTE_US
    )


def test_an_answer_before_the_question_has_counted_nothing() -> None:
    assert JERUSALEM.counted(start=us("2025-06-02T12:00:00Z"), end=us("2025-06-02T11:00:00Z")) == 0


@pytest.mark.parametrize("budget", [0, -1])
def test_no_budget_is_no_question(budget: int) -> None:
    with pytest.raises(ValueError, match="more than 0"):
        JERUSALEM.deadline(received=us("2025-06-02T12:00:00Z"), budget=budget)


def test_outside_the_table_there_is_no_answer() -> None:
    first, last = JERUSALEM.day_starts[0], JERUSALEM.day_starts[-1]
    for received in (first - 1, last, last - DAY_US + 1, last + 1, 0, 10**30):
        with pytest.raises(OutsideCalendar, match="custom 1"):
            JERUSALEM.deadline(received=received)
    with pytest.raises(OutsideCalendar):
        JERUSALEM.counted(start=first, end=last + 1)


def test_the_table_answers_up_to_its_last_instant() -> None:
    last = JERUSALEM.day_starts[-1]
    assert JERUSALEM.deadline(received=last - DAY_US) == last
    assert JERUSALEM.counted(start=last - DAY_US, end=last) == DAY_US


def test_a_calendar_that_is_always_closed_has_no_deadline() -> None:
    calendar = custom("UTC", date(2025, 1, 1), date(2025, 1, 31), weekdays="")
    assert calendar.counted(start=calendar.day_starts[0], end=calendar.day_starts[-1]) == 0
    with pytest.raises(OutsideCalendar):
        calendar.deadline(received=calendar.day_starts[0])


@pytest.mark.parametrize("zone", ["Europe/Atlantis", "", "Europe", "../../etc/passwd", "Europe/War\0saw"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(UnknownZone):
        custom(zone, date(2025, 1, 1), date(2025, 1, 31))


def test_a_definition_that_means_nothing_is_refused() -> None:
    first, last = date(2025, 1, 1), date(2025, 1, 31)
    with pytest.raises(InvalidDefinition, match="weekday"):
        custom("UTC", first, last, weekdays="7")
    with pytest.raises(InvalidDefinition, match="2025-02-30"):
        custom("UTC", first, last, holidays=["2025-02-30"])
    with pytest.raises(InvalidDefinition, match="before it begins"):
        custom("UTC", last, first)


def test_a_calendar_prints_short() -> None:
    calendar: Calendar = JERUSALEM
    assert len(repr(calendar)) < 200
