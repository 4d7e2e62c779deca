"""Markets at the desk: the list, the form with what is usual, its flaws, the preview, the publication."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from django.test import Client

from helpdesk.accounts import actions as accounts
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.marketplace import queries
from tests.cast import ANNA, EDDA, GRETA, person
from tests.marketplace import samples
from tests.portal.conftest import SignIn
from tests.shops import Shops

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))


@pytest.fixture(autouse=True)
def desk(shops: Shops) -> None:
    for one in (ROOT, GRETA):
        accounts.enrol_person(
            actor=SYSTEM, now=clock.now(), id=one.person, display_name=one.name, language="en"
        )
        for role in one.roles:
            accounts.grant_role(actor=SYSTEM, now=clock.now(), person_id=one.person, role=role)


@pytest.fixture
def root(sign_in: SignIn) -> Client:
    return sign_in(ROOT)


def page(answer: Any, status: int = 200) -> str:
    assert answer.status_code == status, answer.content.decode()[:2000]
    return " ".join(unescape(answer.content.decode()).split())


def form_of(shown: str) -> dict[str, str]:
    """Every field of the form as a browser would send it."""
    form = shown.split('id="market"')[1].split("</form>", maxsplit=1)[0]
    found = dict(re.findall(r'<input[^>]* name="(\w+)" value="([^"]*)"', form))
    for name, inside in re.findall(r'<select[^>]* name="(\w+)"[^>]*>(.*?)</select>', form):
        chosen = re.findall(r'value="([^"]*)" selected', inside)
        found[name] = chosen[0] if chosen else re.findall(r'value="([^"]*)"', inside)[0]
    found["allowed_hosts"] = re.findall(r"<textarea[^>]*>(.*?)</textarea>", form)[0]
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}


def carried(shown: str) -> dict[str, str]:
    """The hidden fields behind the button."""
    form = shown.split('action="/administrator/markets/versions"')[1].split("</form>", maxsplit=1)[0]
    found = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form))
    return {name: value for name, value in found.items() if name != "csrfmiddlewaretoken"}


def begun(root: Client, country: str = "CZ") -> dict[str, str]:
    return form_of(page(root.get(f"/administrator/markets/new?country={country}")))


def test_a_country_fills_the_form(root: Client) -> None:
    form = begun(root)
    assert (form["code"], form["currency"], form["time_zone"]) == ("cz", "CZK", "Europe/Prague")
    assert (form["languages"], form["delivery_countries"], form["law"]) == ("cs", "CZ", "CZ")
    assert form["seen"] == ""
    shown = page(root.get("/administrator/markets/new?country=CZ"))
    assert "Next days off" in shown
    assert "/administrator/calendars/CZ" in shown
    assert 'id="market"' not in page(root.get("/administrator/markets/new?country=nowhere"))


def test_the_preview_says_what_follows_and_stores_nothing(root: Client) -> None:
    shown = page(root.post("/administrator/markets/previews", begun(root)))
    assert "What would be opened" in shown
    assert "(CZK)" in shown
    assert "is to be answered by" in shown
    assert "Helpdesk's pages do not speak this language yet: Czech" in shown
    assert "Only rules of the European Union are known here" in shown
    assert "cz" not in {market.code for market in queries.markets_for_system()}


def test_published_it_is_in_the_list_with_who_decided(root: Client, sign_in: SignIn) -> None:
    form = carried(page(root.post("/administrator/markets/previews", begun(root))))
    for _ in range(2):
        answer = root.post("/administrator/markets/versions", form)
        assert (answer.status_code, answer["Location"]) == (302, "/administrator/markets?published=cz")
    shown = page(sign_in(GRETA).get("/administrator/markets"))
    assert "Czechia" in shown
    assert "Decided here: <bdi>Root</bdi>" in shown
    assert "Open a market" not in shown
    assert len(queries.market_held(actor=GRETA, code="cz")[1]) == 1


def test_flaws_stand_beside_their_fields_and_nothing_is_lost(root: Client) -> None:
    typed = begun(root) | {
        "languages": "cs klingon",
        "currency": "",
        "allowed_hosts": "not_a_host",
        "code": "c z",
    }
    for address in ("previews", "versions"):
        shown = page(root.post(f"/administrator/markets/{address}", typed), status=400)
        again = form_of(shown)
        assert {name: again[name] for name in ("languages", "allowed_hosts", "code", "law")} == {
            "languages": "cs klingon",
            "allowed_hosts": "not_a_host",
            "code": "c z",
            "law": "CZ",
        }
        for field in ("languages", "allowed_hosts", "code", "currency"):
            assert f'id="{field}-flaw"' in shown
        assert "klingon: This is not a language tag" in shown
        assert "Please look at 4 fields again." in shown


def test_somebody_may_go_back_and_change_something(root: Client) -> None:
    typed = begun(root) | {"delivery_countries": "cz, sk"}
    form = carried(page(root.post("/administrator/markets/previews", typed)))
    back = form_of(page(root.post("/administrator/markets/previews", form | {"again": "1"})))
    assert back["delivery_countries"] == "cz, sk"
    assert page(root.post("/administrator/markets/previews", back)).count("Slovakia")


def test_a_change_shows_what_was_and_refuses_what_moved(root: Client) -> None:
    held = form_of(page(root.get("/administrator/market/de")))
    assert held["seen"]
    form = carried(page(root.post("/administrator/markets/previews", held | {"currency": "CHF"})))
    shown = page(root.post("/administrator/markets/previews", held | {"currency": "CHF"}))
    assert "before: <s><bdi>Euro (EUR)</bdi></s>" in shown
    samples.put(samples.market(version=99, languages=["de"]))
    refused = page(root.post("/administrator/markets/versions", form), status=409)
    assert "was changed by somebody else in the meantime" in refused
    assert form_of(refused)["currency"] == "CHF"
    fresh = form_of(page(root.get("/administrator/market/de"))) | {"currency": "CHF"}
    assert root.post("/administrator/markets/versions", fresh).status_code == 302
    shown = page(root.get("/administrator/market/de"))
    assert "Decision 1" in shown
    assert "It stands on version 99 of the Platform" in shown


def test_what_is_there_already_is_said(root: Client) -> None:
    refused = page(root.post("/administrator/markets/versions", begun(root) | {"code": "de"}), status=409)
    assert "There is a market with this code already" in refused


def test_only_the_desk_looks_and_only_platform_administrators_decide(sign_in: SignIn) -> None:
    edda, anna = sign_in(EDDA), sign_in(ANNA)
    assert page(edda.get("/administrator/markets"))
    assert 'id="market"' not in page(edda.get("/administrator/market/de"))
    assert edda.get("/administrator/markets/new").status_code == 403
    assert edda.post("/administrator/markets/previews", {}).status_code == 403
    assert edda.post("/administrator/markets/versions", {}).status_code == 403
    assert anna.get("/administrator/markets").status_code == 404
    assert page(edda.get("/administrator/market/nowhere"), status=404)


def test_what_is_not_usual_is_asked_for(root: Client) -> None:
    """Several zones, no currency, no calendar: the form says which fields a person must fill."""
    for country, missing in {
        "US": {"time_zone"},
        "AQ": {"time_zone"},
        "CH": set(),
        "BG": set(),
        "UA": set(),
    }.items():
        form = begun(root, country)
        answer = root.post("/administrator/markets/previews", form)
        shown = page(answer, status=400 if missing else 200)
        assert missing <= set(re.findall(r'id="(\w+)-flaw"', shown))
    assert begun(root, "BG")["currency"] == "EUR"
    spoken = {country: begun(root, country)["languages"] for country in ("UA", "CH", "NZ")}
    assert spoken == {"UA": "uk", "CH": "de fr it", "NZ": "en mi"}
