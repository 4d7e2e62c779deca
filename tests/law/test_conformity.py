"""How long a seller answers: to the day, per market and condition, with a repair and past the calendar."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.law.conformity import Conformity, conformity
from tests.law.reference import CALENDARS, CODES, day_of, days_after, end_of, months_after
from tests.workdays.reference import us

BEFORE, AFTER = date(2026, 7, 30), date(2026, 7, 31)  # contracts: the repair rules are of the 31st
YEARS = {"PL": (24, 24), "DE": (24, 12), "FR": (24, 24), "IT": (24, 12), "GB-ENG": (72, 6)}


def periods(code: str, delivered: str, on: date = AFTER, **more: object) -> Conformity:
    found = conformity(
        country=code,
        on=on,
        delivered=us(delivered),
        calendar=CALENDARS[code],
        **more,  # type: ignore[arg-type]
    )
    assert found
    return found


@pytest.mark.parametrize(
    ("code", "delivered", "ends", "burden"),
    [
        ("PL", "2026-05-01T12:00:00+02:00", "2028-05-02", "2028-05-02"),  # Labour Day, a Monday
        ("PL", "2026-11-11T12:00:00+01:00", "2028-11-13", "2028-11-13"),  # a Saturday and a holiday
        ("PL", "2026-12-25T12:00:00+01:00", "2028-12-27", "2028-12-27"),
        ("DE", "2026-12-25T12:00:00+01:00", "2028-12-27", "2027-12-27"),
        ("FR", "2026-07-14T12:00:00+02:00", "2028-07-17", "2028-07-17"),  # a Friday: the bridge is a weekend
        ("IT", "2027-04-25T12:00:00+02:00", "2029-04-26", "2028-04-26"),
        ("GB-ENG", "2026-12-25T12:00:00Z", "2032-12-25", "2027-06-25"),
        ("DE", "2024-02-29T12:00:00+01:00", "2026-03-02", "2025-02-28"),
    ],
)
def test_the_last_day(code: str, delivered: str, ends: str, burden: str) -> None:
    found = periods(code, delivered)
    assert found.burden_ends
    assert [found.ends.on.isoformat(), found.burden_ends.on.isoformat()] == [ends, burden]


@pytest.mark.parametrize(
    ("code", "on", "months"),
    [
        *(("PL", on, 24 + 12 * (on == AFTER)) for on in (BEFORE, AFTER)),
        *(("DE", on, 24 + 12 * (on == AFTER)) for on in (BEFORE, AFTER)),
        ("FR", BEFORE, 30),
        ("FR", AFTER, 36),
        ("GB-ENG", AFTER, 72),
    ],
)
def test_a_repair_adds_its_months_once(code: str, on: date, months: int) -> None:
    calendar, delivered = CALENDARS[code], "2026-03-10T12:00:00Z"
    found = periods(code, delivered, on, repaired=True)
    assert found.ends.on == months_after(calendar, day_of(calendar, us(delivered)), months)
    plain = periods(code, delivered, on)
    assert {row.key for row in found.rows} - {row.key for row in plain.rows} == (
        {"conformity.after_repair"} if found.ends != plain.ends else set()
    )


@pytest.mark.parametrize(
    ("code", "condition", "agreed", "ends"),
    [
        ("DE", "used", None, "2028-11-10"),
        ("DE", "used", 12, "2027-11-10"),
        ("DE", "used", 6, "2027-11-10"),  # not under a year
        ("DE", "refurbished", 18, "2028-05-10"),
        ("DE", "used", 60, "2028-11-10"),  # what the law gives; more is a guarantee
        ("DE", "new", 12, "2028-11-10"),
        ("PL", "used", 12, "2028-11-10"),  # Poland lets nobody agree on less
        ("FR", "used", 12, "2028-11-10"),
        ("IT", "used", 12, "2027-11-10"),
    ],
)
def test_less_may_be_agreed_for_used_goods_where_the_law_lets_it(
    code: str, condition: str, agreed: int | None, ends: str
) -> None:
    found = periods(code, "2026-11-10T12:00:00+01:00", condition=condition, agreed_months=agreed)
    assert found.ends.on.isoformat() == ends


def test_burden_of_used_goods_in_france() -> None:
    found = periods("FR", "2026-11-10T12:00:00+01:00", condition="used")
    assert found.burden_ends
    assert found.burden_ends.on == date(2027, 11, 10)


def test_great_britain_lets_buyers_reject_and_italy_gives_time_to_sue() -> None:
    british, italian = periods("GB-ENG", "2026-11-10T12:00:00Z"), periods("IT", "2026-11-10T12:00:00+01:00")
    assert british.reject_ends
    assert british.reject_ends.on == date(2026, 12, 10)
    assert italian.action_ends
    assert italian.action_ends.on == date(2029, 1, 10)
    assert (italian.reject_ends, british.action_ends) == (None, None)


def test_past_the_calendar_the_day_is_counted_and_said_to_be_open() -> None:
    found = periods("PL", "2028-11-11T12:00:00+01:00")
    assert (found.ends.on, found.ends.is_settled) == (date(2030, 11, 11), False)
    assert found.ends.ends_at == us("2030-11-12T00:00:00+01:00")
    plain = periods("GB-ENG", "2028-11-11T12:00:00Z").ends
    assert (plain.on, plain.is_settled) == (date(2034, 11, 11), True)  # no holiday can move it


def test_a_market_without_such_a_law_has_no_periods() -> None:
    assert conformity(country="US", on=AFTER, delivered=0, calendar=CALENDARS["PL"]) is None


@settings(deadline=None)
@given(
    st.sampled_from(CODES),
    st.integers(us("2024-01-10T00:00:00Z"), us("2026-06-01T00:00:00Z")),
    st.booleans(),
)
def test_periods_agree_with_walking_through_the_days(code: str, delivered: int, repaired: bool) -> None:
    calendar, (months, burden) = CALENDARS[code], YEARS[code]
    found = conformity(country=code, on=AFTER, delivered=delivered, calendar=calendar, repaired=repaired)
    began = day_of(calendar, delivered)
    more = 12 if repaired and code != "GB-ENG" else 0
    expected = [months_after(calendar, began, months + more), months_after(calendar, began, burden)]
    assert found
    assert found.burden_ends
    assert [found.ends.on, found.burden_ends.on] == expected
    assert [found.ends.ends_at, found.burden_ends.ends_at] == [end_of(calendar, on) for on in expected]
    if found.reject_ends:
        assert found.reject_ends.on == days_after(calendar, began, 30)
