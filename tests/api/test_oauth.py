"""Client credentials: the Platform's machines trade a secret for a token that lasts an hour."""

from base64 import b64encode
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

import pytest
from django.test import Client
from pytest_django import Settings

from helpdesk.accounts import actions as accounts
from helpdesk.accounts.models import Token
from helpdesk.accounts.terms import ACCESS_LASTS, Scope
from helpdesk.api.limits import BUCKETS
from helpdesk.console.commands import client as command
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.marketplace.queries import bearer_for_system
from tests.api.client import Api

pytestmark = pytest.mark.usefixtures("database")
WRONG = "hds_wrong"


def add(*scopes: Scope) -> tuple[str, str]:
    client, secret = accounts.add_client(
        actor=SYSTEM, now=clock.now(), name="Shop backend", scopes=scopes or (Scope.READ, Scope.WRITE)
    )
    return str(client), secret


def trade(basic: str = "", **form: str) -> Any:
    headers = {"Authorization": f"Basic {b64encode(basic.encode()).decode()}"} if basic else {}
    return Client().post(
        "/api/v1/oauth/token",
        urlencode({"grant_type": "client_credentials"} | form),
        content_type="application/x-www-form-urlencoded",
        headers=headers,
    )


def test_a_secret_is_traded_for_an_hour_by_form_and_by_basic() -> None:
    client, secret = add()
    for answer in (trade(client_id=client, client_secret=secret), trade(f"{client}:{secret}")):
        told = answer.json()
        assert answer.status_code == 200, told
        assert told | {"access_token": ""} == {
            "access_token": "",
            "token_type": "Bearer",
            "expires_in": 3600,
            "scope": "read write",
        }
        assert answer["Cache-Control"] == "no-store"
        assert Api(told["access_token"]).get("/standings").status_code == 200
        assert Api(told["access_token"]).get("/me").json()["name"] == "Shop backend"


def test_the_token_ends_after_its_hour() -> None:
    client, secret = add()
    now = clock.now()
    token = trade(client_id=client, client_secret=secret).json()["access_token"]
    assert bearer_for_system(token=token, now=now + ACCESS_LASTS * 0.99)
    assert bearer_for_system(token=token, now=clock.now() + ACCESS_LASTS) is None


def test_scopes_may_be_fewer_and_never_more() -> None:
    client, secret = add()
    token = trade(client_id=client, client_secret=secret, scope="read").json()
    assert token["scope"] == "read"
    refused = Api(token["access_token"]).put("/platform/markets/de", {})
    assert (refused.status_code, refused.json()["code"]) == (403, "api.scope")
    reader, hers = add(Scope.READ)
    answer = trade(client_id=reader, client_secret=hers, scope="read write")
    assert (answer.status_code, answer.json()["error"]) == (400, "invalid_scope")


WRONGS: list[tuple[dict[str, str], int, str]] = [
    ({"grant_type": "password"}, 400, "unsupported_grant_type"),
    ({"grant_type": ""}, 400, "unsupported_grant_type"),
    ({"client_id": "nobody", "client_secret": "x"}, 401, "invalid_client"),
    ({"client_id": "01a20327-a091-7154-9350-37974178be90", "client_secret": "x"}, 401, "invalid_client"),
    ({}, 401, "invalid_client"),
]


def test_errors_are_those_of_the_standard() -> None:
    for form, status, error in WRONGS:
        answer = trade(**form)
        assert (answer.status_code, answer.json()["error"]) == (status, error)
        assert set(answer.json()) == {"error", "error_description"}
        assert answer.json()["error_description"].isascii()
        assert answer["Content-Type"] == "application/json"
        assert answer["X-Request-ID"]
        assert ("WWW-Authenticate" in answer) == (status == 401)
    nothing = Client().post("/api/v1/oauth/token", "", content_type="application/x-www-form-urlencoded")
    assert (nothing.status_code, nothing.json()["error"]) == (400, "invalid_request")


def test_a_wrong_secret_and_a_revoked_client_get_the_same_answer() -> None:
    client, secret = add()
    token = trade(client_id=client, client_secret=secret).json()["access_token"]
    wrong = trade(client_id=client, client_secret=WRONG)
    accounts.revoke_client(actor=SYSTEM, now=clock.now(), client=Token.objects.get().person_id)
    revoked = trade(client_id=client, client_secret=secret)
    assert (wrong.status_code, wrong.content) == (revoked.status_code, revoked.content)
    assert Api(token).get("/standings").status_code == 401  # its tokens are out with it


def test_tries_are_limited_by_client_however_many_addresses(settings: Settings) -> None:
    BUCKETS.forget()
    settings.HELPDESK = settings.HELPDESK.model_copy(update={"api_failures": 3})
    client, secret = add()
    for _ in range(3):
        assert trade(client_id=client, client_secret=WRONG).status_code == 401
    answer = trade(client_id=client, client_secret=secret)  # even the right one has to wait
    assert (answer.status_code, answer.json()["code"]) == (429, "api.too_many_failures")
    assert answer["Retry-After"]
    BUCKETS.forget()


def test_the_command_line_adds_lists_and_revokes(capsys: pytest.CaptureFixture[str]) -> None:
    command.add("Warehouse")
    added = dict(line.split(" ", 1) for line in capsys.readouterr().out.strip().splitlines())
    assert trade(**added).status_code == 200
    command.listed()
    listed = capsys.readouterr().out
    assert f"{added['client_id']} {added['client_secret'][:10]}… in use Warehouse" in listed
    assert added["client_secret"] not in listed
    command.revoke(UUID(added["client_id"]))
    assert capsys.readouterr().out == "Revoked.\n"
    assert trade(**added).status_code == 401
