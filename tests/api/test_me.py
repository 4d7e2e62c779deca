"""Who the caller is, and their choices of language and market."""

import pytest

from helpdesk.accounts.models import Person
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace.rules.changing import address_of
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, PLATFORM, READER
from tests.marketplace.abroad import BERLIN, WARSAW, choice, move_in
from tests.shops import Shops

MOVE = {"was": "de", "to": "pl", "address": None}


def test_everybody_learns_who_they_are(call: CallAs, shops: Shops) -> None:
    anna = call(ANNA).get("/me").json()
    assert (anna["name"], anna["side"], anna["roles"], anna["language"]) == (
        "Anna",
        "seller",
        ["owner"],
        "pl",
    )
    assert (anna["market"], anna["time_zone"]) == (None, "Europe/Warsaw")
    assert anna["hats"] == [
        {"side": "seller", "roles": ["owner"], "shop": "Anna's Espresso Parts", "worn": True}
    ]
    clara = call(CLARA).get("/me").json()
    assert (clara["market"], clara["time_zone"]) == ("de", "Europe/Berlin")


@pytest.mark.parametrize(
    ("actor", "may"),
    [
        (ANNA, ["reply", "manage_team"]),
        (READER, []),
        (CLARA, ["ask", "change_market"]),
        (EDDA, ["read_files", "verify"]),
        (PLATFORM, ["manage_team", "send_records"]),
    ],
)
def test_it_says_what_each_may_do(call: CallAs, shops: Shops, actor: Actor, may: list[str]) -> None:
    assert call(actor).get("/me").json()["may"] == may


def test_language_and_filter_are_chosen_independently(call: CallAs, shops: Shops) -> None:
    anna = call(ANNA)
    chosen = anna.send("PATCH", "/me", {"market": "de"}).json()
    assert (chosen["market"], chosen["language"]) == ("de", "pl")
    chosen = anna.send("PATCH", "/me", {"language": "fr"}).json()
    assert (chosen["market"], chosen["language"]) == ("de", "fr")
    assert anna.send("PATCH", "/me", {"market": None}).json()["market"] is None
    assert anna.send("PATCH", "/me", {}).json()["language"] == "fr"


@pytest.mark.parametrize(
    ("actor", "body", "status", "code"),
    [
        (ANNA, {"language": "xx"}, 422, "language.not_offered"),
        (ANNA, {"language": ""}, 422, "language.not_offered"),
        (ANNA, {"market": "xx"}, 404, "market.not_found"),
        (ANNA, {"market": "\x00"}, 400, "text.nul"),
        (ANNA, {"name": "x"}, 422, "input.unknown_field"),
        (CLARA, {"market": "pl"}, 403, "market.no_filter"),
        (PLATFORM, {"market": "pl"}, 403, "market.no_filter"),
    ],
)
def test_what_is_not_there_cannot_be_chosen(
    call: CallAs, shops: Shops, actor: Actor, body: object, status: int, code: str
) -> None:
    answer = call(actor).send("PATCH", "/me", body)
    problem = answer.json()
    codes = [problem["code"], *(error["code"] for error in problem.get("errors", []))]
    assert (answer.status_code, code in codes) == (status, True), problem
    assert not Person.objects.exclude(market_filter="").exists()


def test_a_change_of_market_is_shown_as_data(call: CallAs, shops: Shops) -> None:
    offer = move_in(shops, BERLIN, WARSAW)
    clara = call(CLARA)
    clara.post(f"/offers/{offer}/questions", {"text": "Does it fit the E61?"})
    shown = clara.get("/me/market-change?to=pl").json()
    assert shown["now"] == {"code": "de", "country": "DE", "currency": "EUR"}
    assert shown["after"] == {"code": "pl", "country": "PL", "currency": "PLN"}
    assert (shown["delivery"]["kept"], shown["delivery"]["present"]["country"]) == (False, "DE")
    assert [one["id"] for one in shown["delivery"]["choices"]] == [address_of(WARSAW).id]
    (one,) = shown["offers"]
    assert (one["id"], one["now"]["price"]) == (str(offer), {"amount": "12.90", "currency": "EUR"})
    assert one["after"] == {"availability": "limited", "price": {"amount": "54.90", "currency": "PLN"}}
    unsold = clara.get("/me/market-change?to=it").json()["offers"][0]["after"]
    assert unsold == {"availability": "not_sold", "price": None}


def test_a_change_is_made_once_under_its_key(call: CallAs, shops: Shops) -> None:
    move_in(shops, BERLIN, WARSAW)
    clara = call(CLARA)
    body = MOVE | {"address": address_of(WARSAW).id}
    first = clara.post("/me/market-changes", body, key="k")
    again = clara.post("/me/market-changes", body, key="k")
    assert (first.status_code, again.status_code, first.content) == (201, 201, again.content)
    assert ("Idempotency-Replayed" in first.headers, again.headers["Idempotency-Replayed"]) == (False, "true")
    assert clara.get("/me").json()["market"] == "pl"
    made = choice()
    assert made
    assert made.delivery_address == WARSAW
    assert clara.post("/me/market-changes", body | {"to": "it"}, key="k").status_code == 422
    assert clara.post("/me/market-changes", body).json()["code"] == "market.moved_on"


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (MOVE | {"to": "xx"}, 404),
        (MOVE | {"to": "\x00"}, 400),
        (MOVE | {"to": "a" * 21}, 422),
        (MOVE | {"to": None}, 422),
        (MOVE | {"to": "de"}, 422),
        (MOVE | {"was": "pl"}, 409),
        (MOVE | {"address": "0" * 16}, 422),
        (MOVE | {"more": 1}, 422),
        ({}, 422),
        ([], 422),
    ],
)
def test_what_cannot_be_changes_nothing(call: CallAs, shops: Shops, body: object, status: int) -> None:
    move_in(shops, BERLIN, WARSAW)
    assert call(CLARA).post("/me/market-changes", body).status_code == status
    assert choice() is None


def test_a_key_is_needed(call: CallAs, shops: Shops) -> None:
    assert call(CLARA).send("POST", "/me/market-changes", MOVE).json()["code"] == "idempotency.missing"


@pytest.mark.parametrize("actor", [ANNA, EDDA, PLATFORM])
def test_only_buyers_change_their_market(call: CallAs, shops: Shops, actor: Actor) -> None:
    assert call(actor).get("/me/market-change?to=pl").status_code == 403
    assert call(actor).post("/me/market-changes", MOVE).status_code == 403
    assert call(CLARA).get("/me/market-change?to=xx").status_code == 404
