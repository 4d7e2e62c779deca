"""Periods of the law: dates counted, the end moved to a working day, two working days at least."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.workdays.known import calendar_named
from helpdesk.workdays.periods import Period, Unit, expiry
from helpdesk.workdays.refusals import OutsideCalendar
from tests.workdays.reference import us, wall

POLAND, GERMANY, ITALY = (calendar_named(code=code) for code in ("PL", "DE", "IT"))
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("event", "period", "last"),
    [
        ("2026-11-02T09:00:00+01:00", Period(amount=14), "2026-11-16"),
        ("2026-11-01T23:59:59.999999+01:00", Period(amount=14), "2026-11-16"),  # the 15th is a Sunday
        ("2026-11-02T00:00:00+01:00", Period(amount=14), "2026-11-16"),
        ("2026-12-11T10:00:00+01:00", Period(amount=14), "2026-12-28"),  # Christmas, then a weekend
        ("2026-12-11T10:00:00+01:00", Period(amount=14, ends_on_working_day=False), "2026-12-25"),
        (
            "2026-01-31T10:00:00+01:00",
            Period(amount=1, unit=Unit.MONTHS),
            "2026-03-02",
        ),  # 28 February: Saturday
        ("2027-01-31T10:00:00+01:00", Period(amount=3, unit=Unit.MONTHS), "2027-04-30"),  # April has no 31st
        ("2024-02-29T10:00:00+01:00", Period(amount=2, unit=Unit.YEARS), "2026-03-02"),  # no 29th; a Saturday
        (
            "2026-11-04T10:00:00+01:00",
            Period(amount=2, unit=Unit.WEEKS),
            "2026-11-18",
        ),  # Wednesday to Wednesday
        ("2026-04-02T10:00:00+02:00", Period(amount=2), "2026-04-08"),  # Easter: Tuesday and Wednesday
        ("2026-04-02T10:00:00+02:00", Period(amount=2, has_two_working_days=False), "2026-04-07"),
        ("2026-11-06T10:00:00+01:00", Period(amount=1), "2026-11-09"),  # one day has no minimum
    ],
)
def test_when_a_period_ends(event: str, period: Period, last: str) -> None:
    calendar = ITALY if event.startswith("2026-01") else POLAND
    calendar = GERMANY if event.startswith("2026-04") else calendar
    assert expiry(event=us(event), period=period, calendar=calendar).on == date.fromisoformat(last)


def test_the_last_day_counts_to_its_end() -> None:
    found = expiry(event=us("2026-11-01T10:00:00+01:00"), period=Period(amount=14), calendar=POLAND)
    assert found.ends_at == us("2026-11-17T00:00:00+01:00")
    assert found.is_met(done=found.ends_at - 1)
    assert not found.is_met(done=found.ends_at)
    assert (found.counted_to, found.moved_over) == (date(2026, 11, 15), (date(2026, 11, 15),))


def test_a_period_is_at_least_one() -> None:
    with pytest.raises(ValueError, match="at least 1 days"):
        Period(amount=0)


def test_beyond_the_calendar_nothing_is_guessed() -> None:
    with pytest.raises(OutsideCalendar):
        expiry(event=us("2029-06-01T00:00:00Z"), period=Period(amount=1, unit=Unit.YEARS), calendar=POLAND)


@settings(deadline=None)
@given(st.integers(us("2024-01-02T00:00:00Z"), us("2028-06-01T00:00:00Z")), st.integers(1, 400))
def test_days_agree_with_walking_through_them(event: int, amount: int) -> None:
    found = expiry(event=event, period=Period(amount=amount), calendar=POLAND)
    began = wall("Europe/Warsaw", event).date()
    days, working = 0, 0
    on = began
    while days < amount or (amount >= 2 and working < 2) or not POLAND.is_business_day(on):
        on += DAY
        days += 1
        working += POLAND.is_business_day(on)
    assert found.on == on


@settings(deadline=None)
@given(
    st.integers(us("2024-01-02T00:00:00Z"), us("2026-06-01T00:00:00Z")),
    st.integers(1, 24),
    st.sampled_from([Unit.WEEKS, Unit.MONTHS]),
)
def test_a_longer_period_never_ends_earlier(event: int, amount: int, unit: Unit) -> None:
    ends = [
        expiry(event=event, period=Period(amount=length, unit=unit), calendar=POLAND).ends_at
        for length in (amount, amount + 1)
    ]
    assert ends[0] <= ends[1]
