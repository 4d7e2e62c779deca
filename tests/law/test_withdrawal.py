"""The last day of the right, the way back and the refund: to the day, over the holidays of five markets."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.law.withdrawal import (
    Reason,
    exclusion,
    exclusions,
    goods_back_by,
    refund_due,
    right_to_withdraw,
)
from tests.law.reference import CALENDARS, CODES, day_of, days_after, end_of, months_after
from tests.workdays.reference import us

TODAY = date(2026, 11, 23)
codes = st.sampled_from(CODES)
instants = st.integers(us("2024-01-10T00:00:00Z"), us("2028-06-01T00:00:00Z"))


def last_day(code: str, possession: str | None, informed: str | None = "2024-01-01T00:00:00Z") -> str:
    found = right_to_withdraw(
        country=code,
        on=TODAY,
        possession=us(possession) if possession else None,
        informed=us(informed) if informed else None,
        calendar=CALENDARS[code],
    )
    assert found
    return f"{found.ends.on if found.ends else 'never'} {found.reason.value}"


@pytest.mark.parametrize(
    ("code", "possession", "last"),
    [
        ("PL", "2026-10-27T12:00:00+01:00", "2026-11-10"),
        ("PL", "2026-10-28T12:00:00+01:00", "2026-11-12"),  # the 11th is Independence Day
        ("PL", "2026-10-28T00:00:00+01:00", "2026-11-12"),
        ("PL", "2026-10-28T23:59:59.999999+01:00", "2026-11-12"),
        ("PL", "2026-10-18T12:00:00+02:00", "2026-11-02"),  # All Saints, a Sunday
        ("PL", "2026-12-10T12:00:00+01:00", "2026-12-28"),  # Christmas Eve is a day off since 2025
        ("PL", "2026-12-11T12:00:00+01:00", "2026-12-28"),  # Christmas, then a weekend
        ("PL", "2026-03-22T12:00:00+01:00", "2026-04-07"),  # Easter Sunday and Monday
        ("DE", "2026-12-10T12:00:00+01:00", "2026-12-24"),  # worked in Germany
        ("DE", "2026-03-20T12:00:00+01:00", "2026-04-07"),  # Good Friday to Easter Monday
        ("DE", "2026-04-17T12:00:00+02:00", "2026-05-04"),  # 1 May, a Friday
        ("DE", "2026-10-28T12:00:00+01:00", "2026-11-11"),
        ("FR", "2026-03-20T12:00:00+01:00", "2026-04-03"),  # Good Friday is worked
        ("FR", "2026-03-23T12:00:00+01:00", "2026-04-07"),  # Easter Monday is not
        ("FR", "2026-10-28T12:00:00+01:00", "2026-11-12"),  # the armistice
        ("FR", "2026-06-30T12:00:00+02:00", "2026-07-15"),  # 14 July
        ("IT", "2026-11-24T12:00:00+01:00", "2026-12-09"),  # the Immaculate Conception
        ("IT", "2026-12-12T12:00:00+01:00", "2026-12-28"),  # St Stephen, a Saturday
        ("IT", "2026-04-11T12:00:00+02:00", "2026-04-27"),  # Liberation Day, a Saturday
        ("GB-ENG", "2026-12-11T12:00:00Z", "2026-12-25"),  # nothing moves
        ("GB-ENG", "2026-03-20T12:00:00Z", "2026-04-03"),
    ],
)
def test_the_last_day_of_the_right(code: str, possession: str, last: str) -> None:
    assert last_day(code, possession) == f"{last} usual"


@pytest.mark.parametrize(
    ("code", "possession", "informed", "last"),
    [
        ("PL", "2026-10-28T12:00:00+01:00", None, "2027-11-12 not_informed"),
        ("PL", "2026-10-27T12:00:00+01:00", None, "2027-11-10 not_informed"),
        ("DE", "2025-12-11T12:00:00+01:00", None, "2026-12-29 not_informed"),  # from 29 December 2025 on
        ("GB-ENG", "2025-12-11T12:00:00Z", None, "2026-12-25 not_informed"),
        ("PL", "2026-01-05T12:00:00+01:00", "2026-10-28T12:00:00+01:00", "2026-11-12 informed_late"),
        ("PL", "2026-10-28T12:00:00+01:00", "2026-10-29T12:00:00+01:00", "2026-11-12 informed_late"),
        ("PL", "2026-10-28T12:00:00+01:00", "2026-10-28T12:00:00+01:00", "2026-11-12 usual"),
        # told on the last day of the twelve months, and on the day after
        ("DE", "2025-11-10T12:00:00+01:00", "2026-11-10T23:59:00+01:00", "2026-11-24 informed_late"),
        ("DE", "2025-11-10T12:00:00+01:00", "2026-11-11T00:00:00+01:00", "2026-11-24 not_informed"),
        ("DE", "2025-11-20T12:00:00+01:00", "2026-11-21T12:00:00+01:00", "2026-12-04 not_informed"),
        ("IT", None, "2026-10-28T12:00:00+01:00", "never not_delivered"),
        ("IT", None, None, "never not_delivered"),
    ],
)
def test_who_is_not_told_has_longer(
    code: str, possession: str | None, informed: str | None, last: str
) -> None:
    assert last_day(code, possession, informed) == last


def test_the_rule_behind_the_day_is_named() -> None:
    found = right_to_withdraw(country="PL", on=TODAY, possession=0, informed=None, calendar=CALENDARS["PL"])
    assert found
    assert (found.row.article, found.reason) == ("Directive 2011/83/EU, Art. 10(1)", Reason.NOT_INFORMED)


def test_where_no_law_knows_the_right_there_is_none() -> None:
    calendar = CALENDARS["PL"]
    assert not right_to_withdraw(country="US", on=TODAY, possession=0, informed=0, calendar=calendar)
    assert not right_to_withdraw(
        country="PL", on=date(2014, 6, 12), possession=0, informed=0, calendar=calendar
    )
    assert not goods_back_by(country="US", on=TODAY, declared=0, calendar=calendar)
    assert not refund_due(country="US", on=TODAY, declared=0, arrived=0, calendar=calendar)
    assert exclusions(country="US", on=TODAY) == ()


@pytest.mark.parametrize(
    ("code", "declared", "arrived", "due"),
    [
        ("PL", "2026-10-28T12:00:00+01:00", "2026-11-03T12:00:00+01:00", "2026-11-13T00:00:00+01:00"),
        ("PL", "2026-10-28T12:00:00+01:00", "2026-11-12T23:59:00+01:00", "2026-11-13T00:00:00+01:00"),
        ("PL", "2026-10-28T12:00:00+01:00", "2026-11-13T00:00:00+01:00", "2026-11-14T00:00:00+01:00"),
        ("PL", "2026-10-28T12:00:00+01:00", "2026-11-22T09:00:00+01:00", "2026-11-23T00:00:00+01:00"),
        ("DE", "2026-03-20T12:00:00+01:00", "2026-03-24T12:00:00+01:00", "2026-04-08T00:00:00+02:00"),
        ("GB-ENG", "2026-12-11T12:00:00Z", "2026-12-14T12:00:00Z", "2026-12-26T00:00:00Z"),
        ("GB-ENG", "2026-12-11T12:00:00Z", "2026-12-26T12:00:00Z", "2026-12-27T00:00:00Z"),
    ],
)
def test_the_refund_is_due_at_the_later_of_two_days(code: str, declared: str, arrived: str, due: str) -> None:
    found = refund_due(
        country=code, on=TODAY, declared=us(declared), arrived=us(arrived), calendar=CALENDARS[code]
    )
    assert found
    assert found.due_at == us(due)


def test_the_refund_waits_for_goods_or_proof_unless_the_seller_fetches_them() -> None:
    declared, calendar = us("2026-10-28T12:00:00+01:00"), CALENDARS["PL"]
    held = refund_due(country="PL", on=TODAY, declared=declared, arrived=None, calendar=calendar)
    fetched = refund_due(
        country="PL", on=TODAY, declared=declared, arrived=None, calendar=calendar, collects=True
    )
    assert held
    assert fetched
    assert (held.day.on, held.due_at) == (date(2026, 11, 12), None)
    assert fetched.due_at == held.day.ends_at == us("2026-11-13T00:00:00+01:00")


def test_an_exclusion_is_one_of_the_laws_letters() -> None:
    found = exclusion(country="PL", on=TODAY, letter="c")
    assert found
    assert found.reason == "made_to_order"
    assert exclusion(country="PL", on=TODAY, letter="n") is None
    assert exclusion(country="GB-ENG", on=TODAY, letter="c") is None
    british = exclusion(country="GB-ENG", on=TODAY, letter="28(1)(b)")
    assert british
    assert british.reason == "made_to_order"


@settings(deadline=None)
@given(codes, instants, st.integers(-40, 500))
def test_the_right_agrees_with_walking_through_the_days(code: str, possession: int, told_after: int) -> None:
    calendar = CALENDARS[code]
    informed = possession + told_after * 86_400_000_000
    found = right_to_withdraw(
        country=code, on=TODAY, possession=possession, informed=informed, calendar=calendar
    )
    began, told = day_of(calendar, possession), day_of(calendar, informed)
    first = days_after(calendar, began, 14)
    if told_after <= 0:
        expected = first
    elif told <= months_after(calendar, began, 12):
        expected = days_after(calendar, told, 14)
    else:
        expected = months_after(calendar, first, 12)
    assert found
    assert found.ends
    assert (found.ends.on, found.ends.ends_at) == (expected, end_of(calendar, expected))
    assert found.ends.is_settled


@settings(deadline=None)
@given(codes, instants, st.none() | st.integers(0, 60 * 86_400_000_000))
def test_the_refund_agrees_with_walking_through_the_days(code: str, declared: int, after: int | None) -> None:
    calendar = CALENDARS[code]
    arrived = None if after is None else declared + after
    found = refund_due(country=code, on=TODAY, declared=declared, arrived=arrived, calendar=calendar)
    day = days_after(calendar, day_of(calendar, declared), 14)
    assert found
    assert found.day.on == day
    if arrived is None:
        assert found.due_at is None
    else:
        assert found.due_at == end_of(calendar, max(day, day_of(calendar, arrived)))


@settings(deadline=None)
@given(codes, instants, st.integers(0, 86_400_000_000 * 3))
def test_nobody_loses_time_by_telling_the_buyer_earlier_or_delivering_later(
    code: str, possession: int, later: int
) -> None:
    calendar = CALENDARS[code]
    ends = [
        goods_back_by(country=code, on=TODAY, declared=at, calendar=calendar)
        for at in (possession, possession + later)
    ]
    assert ends[0]
    assert ends[1]
    assert ends[0].ends_at <= ends[1].ends_at
    assert ends[0].on - day_of(calendar, possession) >= timedelta(days=14)
