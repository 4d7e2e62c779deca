"""The Platform's records over HTTP: stored by external id, idempotent by version, for the Platform alone."""

from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.client import Api, token_of
from tests.cast import ANNA, CLARA, EDDA, PLATFORM
from tests.marketplace import samples

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def platform(database: str) -> Api:
    return Api(token_of(PLATFORM))


def path(record: samples.Record) -> str:
    return f"/platform/{record['type']}s/{record['id']}"


def body(record: samples.Record) -> samples.Record:
    return {name: value for name, value in record.items() if name not in ("type", "id")}


def put(api: Api, record: samples.Record) -> Any:
    return api.put(path(record), body(record))


def test_each_kind_is_put(platform: Api) -> None:
    for record in samples.everything():
        answer = put(platform, record)
        assert answer.status_code == 200, answer.content
        told = answer.json()
        assert told | {"id": ""} == {"id": "", "external_id": record["id"], "applied": True, "version": 1}
        assert told["id"] == "de" if record["type"] == "market" else Ref.parse(told["id"])


def test_the_same_again_is_told_as_not_applied(platform: Api) -> None:
    first = put(platform, samples.market(version="2026-10-01T09:30:00Z")).json()
    again = put(platform, samples.market(version="2026-10-01T09:30:00Z")).json()
    assert again == {**first, "applied": False}
    assert put(platform, samples.market(version=7)).json()["version"] == "2026-10-01T09:30:00Z"


def test_without_a_token_the_door_says_which_one_it_wants() -> None:
    answer = put(Api(), samples.market())
    assert (answer.status_code, answer.headers["WWW-Authenticate"]) == (401, 'Bearer realm="Helpdesk"')
    answer = put(Api("hd_wrong"), samples.market())
    assert (answer.status_code, answer.json()["code"]) == (401, "api.signed_out")
    assert 'error="invalid_token"' in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize("hat", [ANNA, CLARA, EDDA])
def test_other_sides_are_told_that_it_is_not_theirs(hat: Any) -> None:
    answer = put(Api(token_of(hat)), samples.market())
    assert (answer.status_code, answer.json()["code"]) == (403, "record.platform_only")


def test_an_unknown_reference_is_named_with_its_place(platform: Api) -> None:
    answer = put(platform, samples.buyer())
    told = answer.json()
    assert (answer.status_code, told["code"]) == (422, "record.unknown_reference")
    assert told["errors"][0]["pointer"] == "#/market"
    assert "“de”" in told["title"]
    assert told["hint"]


def test_all_flaws_are_named_at_once_in_the_callers_language(platform: Api) -> None:
    token = token_of(PLATFORM)
    bad = samples.market(country="XX", currency="XXX", colour="red")
    told = Api(token, language="pl").put(path(bad), body(bad)).json()
    assert told["code"] == "input.misshapen"
    assert {(error["pointer"], error["code"]) for error in told["errors"]} == {
        ("#/country", "value.country"),
        ("#/currency", "value.currency"),
        ("#/colour", "input.unknown_field"),
    }
    english = put(platform, bad).json()
    assert english["title"] != told["title"]


def test_an_id_in_the_path_is_judged_too(platform: Api) -> None:
    answer = platform.put("/platform/sellers/a%20b", body(samples.seller()))
    assert (answer.status_code, answer.json()["errors"][0]["parameter"]) == (422, "external_id")


@pytest.mark.parametrize(
    ("sent", "status", "code"),
    [
        (b"", 422, "input.missing"),
        (b"{", 400, "input.not_json"),
        (b"\xff", 400, "input.not_json"),
        (b'{"law": "\\ud800"}', 400, "input.not_json"),
        (b'{"law": "a\\u0000b"}', 400, "text.nul"),
        (b'{"a\\u0000b": 1}', 400, "text.nul"),
        (b"[" * 21 + b"]" * 21, 400, "input.too_deep"),
        (b"[" * 100_000, 400, "input.too_deep"),
        (b'{"version": 1e999}', 400, "input.not_json"),
        (b"NaN", 400, "input.not_json"),
        (b"[]", 422, "input.type"),
        (b"null", 422, "input.type"),
        (b'"text"', 422, "input.type"),
        (b" " * 1_000_001, 413, None),
    ],
)
def test_no_body_breaks_the_door(platform: Api, sent: bytes, status: int, code: str | None) -> None:
    answer: Any = platform.put("/platform/markets/de", sent)
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    if code:
        assert answer.json()["code"] == code
