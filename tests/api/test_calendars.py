"""Calendars over HTTP: the year for everybody, the lists for the desk, a change by who may."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from helpdesk.conversations import actions as conversations
from helpdesk.kernel.actor import Role
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, GRETA, person
from tests.past import any_present
from tests.shops import Shops
from tests.statements import statements

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
MONDAY = datetime(2026, 11, 16, 9, 0, tzinfo=UTC)
DAY: dict[str, Any] = {"added": {"2026-11-17": {"en": "Day of mourning", "pl": "Żałoba narodowa"}}}


@pytest.fixture(autouse=True)
def monday(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> None:
    any_present(monkeypatch).set(MONDAY)
    conversations.ask_about_order(
        actor=CLARA, now=MONDAY, order=shops.claras_order, draft="When?", key="clara-1"
    )


def test_the_year_is_for_everybody() -> None:
    year = Client().get("/api/v1/calendars/PL?year=2026").json()
    assert (year["code"], year["version"], year["zone"]) == ("PL", 1, "Europe/Warsaw")
    assert year["holidays"]["2026-11-11"]["de"]
    assert Client().get("/api/v1/calendars/PL").json()["year"] == 2026
    for path in ("PL?year=1999", "XX"):
        assert Client().get(f"/api/v1/calendars/{path}").status_code == 404


def test_looked_at_then_published_then_on_record(call: CallAs) -> None:
    root = call(ROOT)
    looked = root.post("/calendars/PL/previews", DAY).json()
    assert (looked["moved"], looked["rescued"], looked["versions"]) == (1, 0, {"PL": 1})
    assert looked["calendars"] == {"PL": {"moved": 1, "rescued": 0, "corrected": 0}}
    for _ in range(2):
        published = root.post("/calendars/PL/versions", DAY | {"expected_version": 1}, key="k")
        assert (published.status_code, published.json()) == (201, {"version": 1001, "waiting": 1})
    last, first = call(GRETA).get("/calendars/PL/versions").json()["data"]
    assert (last["version"], last["by"], last["added"]) == (1001, "Root", DAY["added"])
    assert (first["version"], first["published_at"], first["added"]) == (1, None, {})
    assert Client().get("/api/v1/calendars/PL?year=2026").json()["added"] == ["2026-11-17"]
    rules = Client().get("/api/v1/rules").json()["calendars"]
    assert {one["version"] for one in rules if one["code"] == "PL"} == {1001}


def test_a_country_with_its_parts(call: CallAs) -> None:
    looked = call(ROOT).post("/calendars/DE/previews", {**DAY, "parts": True}).json()
    assert len(looked["versions"]) == 18


def test_the_list_says_what_waits(call: CallAs) -> None:
    listed = call(EDDA).get("/calendars").json()
    poland = next(one for one in listed["data"] if one["code"] == "PL")
    assert (poland["sellers"], poland["open"], poland["markets"]) == (1, 1, ["pl"])
    assert listed["waiting"] == 0


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 422, "calendar.empty"),
        ({"added": {"2026-11-11": "x"}}, 422, "calendar.known"),
        ({"added": {"tomorrow": "x"}}, 422, "calendar.day"),
        ({"added": {"2026-11-17": ""}}, 422, "calendar.nameless"),
        ({"added": {"2026-11-17": {"xx": "y"}}}, 422, "calendar.language"),
        ({"removed": ["2026-11-17"]}, 422, "calendar.unknown"),
        ({"added": {"2026-11-17": "x"}, "expected_version": 3}, 409, "calendar.moved_on"),
    ],
)
def test_what_means_nothing_is_refused(call: CallAs, body: Any, status: int, code: str) -> None:
    answer = call(ROOT).post("/calendars/PL/versions", {"expected_version": 1} | body)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"added": []},
        {"added": {"2026-11-17": 1}},
        {"added": {"2026-11-17": {"en": ["x"]}}},
        {"added": {"2026-11-17": "x" * 121}},
        {"added": {f"{year}-01-02": "x" for year in range(1000, 1401)}},
        {"removed": "2026-12-25"},
        {"parts": "yes"},
        {"other": 1},
        {"expected_version": 0},
        {"expected_version": 10**12},
    ],
)
def test_bodies_of_another_shape_are_refused(call: CallAs, body: Any) -> None:
    usual = {"expected_version": 1, "added": {"2026-11-17": "x"}}
    answer = call(ROOT).post("/calendars/PL/versions", usual | body if isinstance(body, dict) else body)
    assert 400 <= answer.status_code < 500


def test_others_look_and_do_not_change(call: CallAs) -> None:
    for actor in (EDDA, GRETA, ANNA, CLARA):
        assert call(actor).post("/calendars/PL/previews", DAY).status_code == 403
        publication = DAY | {"expected_version": 1}
        assert call(actor).post("/calendars/PL/versions", publication).status_code == 403
    for actor in (ANNA, CLARA):
        assert call(actor).get("/calendars").status_code == 403
        assert call(actor).get("/calendars/PL/versions").status_code == 403


# As measured; everything counts: the token's question, BEGIN, COMMIT, the scope's setting, savepoints.
@pytest.mark.parametrize(
    ("ceiling", "line", "body"),
    [
        (22, "GET /calendars", None),
        (5, "GET /calendars/PL?year=2026", None),
        (6, "GET /calendars/PL/versions", None),
        (7, "POST /calendars/DE/previews", {**DAY, "parts": True}),
        (40, "POST /calendars/PL/versions", DAY | {"expected_version": 1}),
    ],
)
def test_each_endpoint_keeps_its_ceiling(call: CallAs, ceiling: int, line: str, body: Any) -> None:
    root, (method, path) = call(ROOT), line.split(" ")
    with statements() as count:
        assert root.send(method, path, body, **{"Idempotency-Key": "s"}).status_code < 300
    assert count() <= ceiling, count()
