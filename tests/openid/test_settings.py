"""How an operator names the houses by whose word people sign in."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from helpdesk.config.environment import Environment

ONE = {
    "name": "market",
    "title": "Acme Market",
    "issuer": "https://id.example",
    "client_id": "helpdesk",
    "client_secret": "of nobody's business",
    "side": "buyer",
}


def read(monkeypatch: pytest.MonkeyPatch, *given: dict[str, Any]) -> Environment:
    monkeypatch.setenv("HELPDESK_SIGN_IN_WITH", json.dumps(given))
    return Environment()


def test_nobody_else_signs_people_in_unless_it_is_said() -> None:
    assert Environment().providers == ()


def test_several_stand_in_their_order_and_ask_for_no_more_than_they_need(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    staff = ONE | {"name": "staff", "side": "administrator", "amr": ["otp"], "acr": ["gold"]}
    own = ONE | {"name": "own", "scope": "openid customer", "claim": "customer_number"}
    found = read(monkeypatch, staff, ONE, own).providers
    assert [one.name for one in found] == ["staff", "market", "own"]
    assert [one.scope for one in found] == ["openid email", "openid", "openid customer"]
    assert (found[0].amr, found[0].acr, found[1].claim) == (frozenset({"otp"}), ("gold",), "sub")


def test_the_secret_is_not_printed(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = read(monkeypatch, ONE)
    assert environment.providers[0].client_secret == ONE["client_secret"]
    assert ONE["client_secret"] not in f"{environment!r} {environment.model_dump_json()}"


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "Market"},
        {"name": "a/b"},
        {"title": ""},
        {"title": "a\nb"},
        {"issuer": "id.example"},
        {"issuer": "https://id.example?x=1"},
        {"issuer": "https://id.example#x"},
        {"issuer": "https://user@id.example"},
        {"client_id": ""},
        {"side": "platform"},
        {"scope": "email"},
        {"roles": ["platform_admin"]},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_said_at_once(monkeypatch: pytest.MonkeyPatch, wrong: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        read(monkeypatch, ONE | wrong)


def test_names_are_of_one_each(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValidationError, match="the same name"):
        read(monkeypatch, ONE, ONE | {"side": "seller"})
