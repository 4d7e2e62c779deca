"""The law over HTTP: what holds where on a day, what changes after it, in the same words as the page."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from helpdesk.law import table
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA
from tests.past import any_present
from tests.shops import Shops
from tests.statements import statements

NOW = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)


@pytest.fixture(autouse=True)
def monday(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    any_present(monkeypatch).set(NOW)


def rules(answer: Any) -> dict[str, dict[str, Any]]:
    return {rule["key"]: rule for rule in answer["rules"]}


def test_everything_that_is_in_force_today(call: CallAs) -> None:
    law = call(CLARA).get("/law").json()
    assert (law["on"], law["country"]) == ("2026-11-16", None)
    assert [rule["id"] for rule in law["rules"]] == [row.id for row in table.rows(on=NOW.date())]
    [change] = law["changes"]
    assert (change["on"], change["begins"], change["rule"]["key"]) == (
        "2028-09-20",
        True,
        "dispute.adr_renewed",
    )


def test_a_market_has_its_own_rules_before_the_unions(call: CallAs) -> None:
    poland = rules(call(ANNA).get("/law?country=PL").json())
    assert poland["complaint.answer"] == {
        "id": "complaint.answer/PL/2023-01-01",
        "key": "complaint.answer",
        "country": "PL",
        "condition": None,
        "consumer": True,
        "unit": "days",
        "amount": 14,
        "letters": {},
        "counted": "last-working-day",
        "starts_on": "2023-01-01",
        "ends_on": None,
        "article": "Ustawa o prawach konsumenta, Art. 7a(1)",
        "confirmed": True,
        "note": "",
    }
    assert poland["withdrawal.period"]["country"] == "EU"
    assert poland["withdrawal.exclusions"]["letters"]["c"] == "made_to_order"


def test_great_britain_has_nothing_of_the_unions(call: CallAs) -> None:
    found = rules(call(EDDA).get("/law?country=GB-SCT").json())
    assert {rule["country"] for rule in found.values()} == {"GB", "GB-SCT"}
    assert not any(rule["confirmed"] for rule in found.values())
    assert "withdrawal.function" not in found
    assert found["conformity.period"]["amount"] == 5


def test_another_day_has_another_table(call: CallAs) -> None:
    before = call(EDDA).get("/law?country=FR&on=2026-07-30").json()
    assert rules(before)["conformity.after_repair"]["amount"] == 6
    changes = [(one["on"], one["begins"], one["rule"]["country"]) for one in before["changes"]]
    assert changes[:2] == [("2026-07-31", False, "FR"), ("2026-07-31", True, "EU")]
    after = call(EDDA).get("/law?country=FR&on=2026-07-31").json()
    assert rules(after)["conformity.after_repair"]["amount"] == 12
    assert rules(call(EDDA).get("/law?country=US").json()) == {}


@pytest.mark.parametrize(
    "asked", ["country=Poland", "country=pl", "on=tomorrow", "on=2026-02-30", "country="]
)
def test_what_means_nothing_is_refused(call: CallAs, asked: str) -> None:
    answer = call(EDDA).get(f"/law?{asked}")
    assert answer.status_code == 422
    assert answer.json()["errors"]


def test_strangers_are_asked_who_they_are() -> None:
    assert Client().get("/api/v1/law").status_code == 401


def test_it_asks_the_database_for_the_token_only(call: CallAs) -> None:
    edda = call(EDDA)
    with statements() as count:
        assert edda.get("/law?country=PL").status_code == 200
    assert count() <= 3, count()
