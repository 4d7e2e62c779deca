"""The row that holds: the most specific country's, the condition's own, on the day that is asked about."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.law import table as law
from helpdesk.law.countries import places
from helpdesk.law.refusals import UnknownKey

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
KEYS = sorted({row.key for row in law.rows()})
COUNTRIES = ["PL", "DE", "FR", "IT", "ES", "GB", "GB-ENG", "GB-SCT", "US"]
days = st.dates(date(2000, 1, 1), date(2035, 1, 1))


def found(key: str, country: str, on: date = TODAY, condition: str | None = None) -> str | None:
    row = law.find(key=key, country=country, on=on, condition=condition)
    return f"{row.country} {row.amount} {row.unit.value}" if row else None


@pytest.mark.parametrize(
    ("key", "country", "condition", "expected"),
    [
        ("withdrawal.period", "PL", None, "EU 14 days"),
        ("withdrawal.period", "GB-ENG", None, "GB 14 days"),
        ("withdrawal.period", "US", None, None),
        ("conformity.period", "ES", "used", "EU 2 years"),
        ("conformity.period", "GB-SCT", None, "GB-SCT 5 years"),
        ("conformity.period", "GB-ENG", None, "GB 6 years"),
        ("conformity.burden", "FR", "new", "FR 2 years"),
        ("conformity.burden", "FR", "used", "FR 1 years"),
        ("conformity.burden", "PL", "used", "PL 2 years"),
        ("conformity.agreed_minimum", "PL", "used", "PL 2 years"),
        ("conformity.agreed_minimum", "ES", "refurbished", "EU 1 years"),
        ("conformity.agreed_minimum", "ES", None, None),
        ("conformity.after_repair", "FR", None, "EU 12 months"),
        ("complaint.answer", "PL", None, "PL 14 days"),
        ("complaint.answer", "DE", None, None),
        ("withdrawal.function", "GB-ENG", None, None),
        ("p2b.reasons", "GB-ENG", None, None),
        ("dsa.reasons", "GB-ENG", None, None),
    ],
)
def test_the_row_that_holds(key: str, country: str, condition: str | None, expected: str | None) -> None:
    assert found(key, country, condition=condition) == expected


@pytest.mark.parametrize(
    ("key", "country", "last_day_without", "before", "after"),
    [
        ("withdrawal.function", "DE", date(2026, 6, 18), None, "EU 1 flag"),
        ("complaint.answer", "PL", date(2022, 12, 31), "PL 30 days", "PL 14 days"),
        ("complaint.silence_accepts", "PL", date(2017, 1, 9), None, "PL 1 flag"),
        ("conformity.after_repair", "FR", date(2026, 7, 30), "FR 6 months", "EU 12 months"),
        ("conformity.after_repair", "DE", date(2026, 7, 30), None, "EU 12 months"),
        ("conformity.choice_notice", "IT", date(2026, 7, 30), None, "EU 1 flag"),
        ("dispute.adr_renewed", "PL", date(2028, 9, 19), None, "EU 1 flag"),
    ],
)
def test_a_rule_begins_with_its_day(
    key: str, country: str, last_day_without: date, before: str | None, after: str | None
) -> None:
    assert found(key, country, last_day_without) == before
    assert found(key, country, last_day_without + DAY) == after


def test_consumers_rules_are_not_for_businesses() -> None:
    where = {"country": "PL", "on": TODAY, "consumer": False}
    assert law.find(key="complaint.answer", **where) is None  # type: ignore[arg-type]
    assert law.find(key="p2b.termination_notice", **where) is not None  # type: ignore[arg-type]


def test_a_slip_in_a_key_is_an_error() -> None:
    with pytest.raises(UnknownKey, match=r"withdrawl\.period"):
        law.find(key="withdrawl.period", country="PL", on=TODAY)
    with pytest.raises(UnknownKey):
        law.row_named("withdrawal.period/EU/2014-06-14")


def test_every_row_is_found_by_its_id() -> None:
    assert [law.row_named(row.id) for row in law.rows()] == [*law.rows()]


@settings(deadline=None)
@given(st.sampled_from(KEYS), st.sampled_from(COUNTRIES), days, st.sampled_from([None, "new", "used"]))
def test_what_is_found_holds_and_is_the_most_specific(
    key: str, country: str, on: date, condition: str | None
) -> None:
    row = law.find(key=key, country=country, on=on, condition=condition)
    fitting = [
        one
        for one in law.rows(on=on)
        if one.key == key and one.country in places(country) and one.condition in (None, condition)
    ]
    if row is None:
        assert fitting == []
        return
    ranks = [(places(country).index(one.country), one.condition is None) for one in fitting]
    assert (places(country).index(row.country), row.condition is None) == min(ranks)


@settings(deadline=None)
@given(days, days)
def test_the_table_of_a_day_is_that_of_another_with_the_changes_between(one: date, other: date) -> None:
    first, last = sorted((one, other))
    table = {row.id for row in law.rows(on=first)}
    for change in law.changes(after=first):
        if change.on <= last:
            assert (change.row.id in table) != change.begins
            table ^= {change.row.id}
    assert table == {row.id for row in law.rows(on=last)}


def test_changes_stand_in_order_of_time() -> None:
    ahead = law.changes(after=date(2026, 7, 1))
    assert [change.on for change in ahead] == sorted(change.on for change in ahead)
    assert ahead[0].row.id == "conformity.after_repair/FR/2022-01-01"
    assert not ahead[0].begins
    assert law.changes(after=date(2026, 7, 31))[0].row.key == "dispute.adr_renewed"


@settings(deadline=None)
@given(st.sampled_from(COUNTRIES), days)
def test_what_holds_somewhere_is_what_can_be_found_there(country: str, on: date) -> None:
    held = law.holding(country=country, on=on)
    found = {
        row.id
        for key in KEYS
        for condition in (None, "new", "used", "refurbished")
        if (row := law.find(key=key, country=country, on=on, condition=condition))
    }
    assert {row.id for row in held} == found
    assert [*held] == [row for row in law.rows(on=on) if row in held]
