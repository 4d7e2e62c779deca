"""Poland answers a consumer's complaint in fourteen days, or has accepted it."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.law.complaint import answer_due, silence_accepts
from tests.law.reference import CALENDARS, CODES, day_of, days_after, end_of
from tests.workdays.reference import us

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("made", "last"),
    [
        ("2026-10-28T12:00:00+01:00", "2026-11-12"),  # Independence Day
        ("2026-10-28T23:30:00Z", "2026-11-12"),  # in Warsaw already the 29th
        ("2026-12-10T12:00:00+01:00", "2026-12-28"),  # Christmas Eve
        ("2026-12-23T12:00:00+01:00", "2027-01-07"),  # Epiphany
        ("2026-03-23T12:00:00+01:00", "2026-04-07"),  # Easter Monday
        ("2026-11-02T12:00:00+01:00", "2026-11-16"),
    ],
)
def test_the_last_day_to_answer(made: str, last: str) -> None:
    found = answer_due(country="PL", on=TODAY, made=us(made), calendar=CALENDARS["PL"])
    assert found
    assert found.on == date.fromisoformat(last)


def test_before_2023_it_was_thirty_days_and_before_2017_no_law() -> None:
    calendar, made = CALENDARS["PL"], us("2026-11-02T12:00:00+01:00")
    then = answer_due(country="PL", on=date(2022, 12, 31), made=made, calendar=calendar)
    assert then
    assert then.on == date(2026, 12, 2)
    assert answer_due(country="PL", on=date(2017, 1, 9), made=made, calendar=calendar) is None
    assert not silence_accepts(country="PL", on=date(2017, 1, 9))
    assert silence_accepts(country="PL", on=date(2017, 1, 10))


def test_it_protects_consumers_in_poland_and_nobody_else() -> None:
    assert silence_accepts(country="PL", on=TODAY)
    assert not silence_accepts(country="PL", on=TODAY, consumer=False)
    for country in ("DE", "FR", "IT", "GB-ENG"):
        assert not silence_accepts(country=country, on=TODAY)
        assert answer_due(country=country, on=TODAY, made=0, calendar=CALENDARS[country]) is None
    business = answer_due(country="PL", on=TODAY, made=0, calendar=CALENDARS["PL"], consumer=False)
    assert business is None
    assert set(CODES) == {"PL", "DE", "FR", "IT", "GB-ENG"}


@settings(deadline=None)
@given(st.integers(us("2024-01-10T00:00:00Z"), us("2029-11-01T00:00:00Z")))
def test_the_day_agrees_with_walking_through_the_days(made: int) -> None:
    calendar = CALENDARS["PL"]
    found = answer_due(country="PL", on=TODAY, made=made, calendar=calendar)
    expected = days_after(calendar, day_of(calendar, made), 14)
    assert found
    assert (found.on, found.ends_at) == (expected, end_of(calendar, expected))
    assert found.is_met(done=found.ends_at - 1)
    assert not found.is_met(done=found.ends_at)
