"""The data that ships: what must hold of every row, and what a lawyer still has to see."""

from collections import defaultdict
from datetime import date
from itertools import combinations

import pytest

from helpdesk.law.countries import EU, MEMBERS
from helpdesk.law.row import PERIODS, Counting, Row, Unit
from helpdesk.law.table import rows

# The markets of which law.md says that it comes from general knowledge, and the single rules.
UNCONFIRMED_COUNTRIES = {"DE", "FR", "IT", "GB", "GB-SCT"}
UNCONFIRMED_KEYS = {
    "withdrawal.exclusions",
    "dsa.notice_receipt",
    "dsa.notice_decision",
    "dsa.reasons_for_buyers",
    "conduct.accessibility_statement",
    "data.notice",
    "periods.two_working_days",
}
UNCONFIRMED_ROWS = {
    "conformity.agreed_minimum/PL/used/2023-01-01",
    "conformity.agreed_minimum/PL/refurbished/2023-01-01",
}


def test_ids_are_of_one_row_each() -> None:
    assert len({row.id for row in rows()}) == len(rows()) > 80


def test_no_question_has_two_answers() -> None:
    alike: dict[tuple[str, str, str | None], list[Row]] = defaultdict(list)
    for row in rows():
        alike[row.key, row.country, row.condition].append(row)
    twice = [(a.id, b.id) for found in alike.values() for a, b in combinations(found, 2) if a.overlaps(b)]
    assert twice == []


def test_every_row_cites_something_that_can_be_looked_up() -> None:
    assert {row.id for row in rows() if not any(sign.isdigit() for sign in row.article)} == set()


def test_what_nobody_confirmed_says_so() -> None:
    unconfirmed = {row.id for row in rows() if not row.confirmed}
    expected = {
        row.id
        for row in rows()
        if row.country in UNCONFIRMED_COUNTRIES or row.key in UNCONFIRMED_KEYS or row.id in UNCONFIRMED_ROWS
    }
    assert unconfirmed == expected


def test_great_britain_has_its_own_law_only() -> None:
    british = [row for row in rows() if row.country.startswith("GB")]
    assert british
    for row in british:
        assert not row.confirmed
        assert row.counted in (None, Counting.PLAIN)
        for name in ("EU", "Directive", "Regulation (", "1182"):
            assert name not in row.article, row.article


def test_only_periods_are_counted() -> None:
    for row in rows():
        assert (row.counted is not None) == (row.unit in PERIODS), row.id
        if row.unit not in PERIODS:
            with pytest.raises(ValueError, match="is no period"):
                row.period()


def test_a_key_means_the_same_kind_of_thing_everywhere() -> None:
    kinds: dict[str, set[str]] = defaultdict(set)
    for row in rows():
        kinds[row.key].add("period" if row.unit in PERIODS else row.unit.value)
    assert {key: found for key, found in kinds.items() if len(found) > 1} == {}


def test_countries_are_known() -> None:
    assert {row.country for row in rows()} <= {EU, "GB", "GB-SCT"} | MEMBERS
    assert len(MEMBERS) == 27


def test_letters_are_those_of_the_article() -> None:
    union = next(row for row in rows() if row.key == "withdrawal.exclusions" and row.country == EU)
    assert "".join(one.letter for one in union.letters) == "abcdefghijklm"
    british = next(row for row in rows() if row.key == "withdrawal.exclusions" and row.country == "GB")
    assert {one.reason for one in british.letters} == {one.reason for one in union.letters}
    assert (union.unit, union.amount) == (Unit.LETTERS, 13)


def test_dates_of_the_acts() -> None:
    begins = {row.key: row.starts_on for row in rows() if row.country == EU}
    assert begins["withdrawal.function"] == date(2026, 6, 19)
    assert begins["conformity.after_repair"] == date(2026, 7, 31)
    assert begins["conformity.choice_notice"] == date(2026, 7, 31)
    assert begins["dispute.odr_closed"] == date(2025, 7, 20)
    assert begins["dispute.adr_renewed"] == date(2028, 9, 20)
