"""Markets over HTTP: what holds, what a decision would do, and the decision, once."""

from dataclasses import replace
from typing import Any

import pytest

from helpdesk.kernel.actor import Role
from tests.api.conftest import CallAs
from tests.cast import ANNA, EDDA, GRETA, PLATFORM, person
from tests.shops import Shops

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))
pytestmark = pytest.mark.usefixtures("shops")


def usual(call: CallAs, country: str = "CZ") -> dict[str, Any]:
    found: dict[str, Any] = call(ROOT).get(f"/markets/new/usual?country={country}").json()
    return found


def test_usual_looked_at_published_on_record(call: CallAs, shops: Shops) -> None:
    root, found = call(ROOT), usual(call)
    assert (found["code"], found["market"]["currency"]) == ("cz", "CZK")
    looked = root.post("/markets/cz/previews", found["market"]).json()
    assert (looked["seen"], looked["law"]["place"], looked["days"]["calendar"]) == ("", "CZ", "CZ")
    assert {"what": "translation", "of": "cs"} in looked["missing"]
    assert looked["days"]["example"]["due"] > looked["days"]["example"]["received"]
    first, again = (root.post("/markets/cz/versions", found["market"], key="k") for _ in range(2))
    assert (first.status_code, first.json()) == (201, {"code": "cz", "n": 1})
    assert again.json() == first.json()
    assert again["Idempotency-Replayed"] == "true"
    held = call(GRETA).get("/markets/cz").json()
    assert (held["decision"]["by"], held["version"], held["decision_holds"]) == ("Root", "", True)
    assert "cz" in {one["code"] for one in call(GRETA).get("/markets").json()["data"]}


def test_a_change_says_back_what_was_seen(call: CallAs) -> None:
    root = call(ROOT)
    held = root.get("/markets/de").json()
    wanted = held["market"] | {"currency": "CHF"}
    assert root.post("/markets/de/versions", wanted, key="1").json()["code"] == "market.exists"
    stale = root.post("/markets/de/versions", wanted | {"seen": "0123"}, key="2")
    assert (stale.status_code, stale.json()["code"]) == (409, "market.moved")
    changed = root.post("/markets/de/versions", wanted | {"seen": held["seen"]}, key="3")
    assert changed.status_code == 201
    assert root.get("/markets/de").json()["decisions"][0]["changed"] == ["currency"]


def test_flaws_are_named_by_their_place(call: CallAs) -> None:
    wanted = usual(call)["market"] | {"currency": "XXQ", "languages": ["cs", "klingon"]}
    refused = call(ROOT).post("/markets/cz/previews", wanted)
    assert refused.status_code == 422
    assert {one["pointer"] for one in refused.json()["errors"]} == {"#/currency", "#/languages/1"}


def test_who_may(call: CallAs) -> None:
    market = usual(call)["market"]
    assert call(EDDA).post("/markets/cz/versions", market, key="k").status_code == 403
    for stranger in (ANNA, PLATFORM):
        for path in ("/markets", "/markets/de", "/markets/new/usual?country=CZ"):
            assert call(stranger).get(path).status_code in (403, 404), path
