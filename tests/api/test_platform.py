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
        assert told | {"id": ""} == {
            "id": "",
            "external_id": record["id"],
            "applied": True,
            "version": 1,
            "waits_for": [],
        }
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
    told = platform.put(
        "/platform/orders/A-1/expectation", {"market": "de", "seller": "anna", "buyer": "clara"}
    ).json()
    assert (told["status"], [error["code"] for error in told["errors"]]) == (
        422,
        ["record.unknown_reference"] * 3,
    )
    assert told["errors"][0]["pointer"] == "#/market"
    assert "“de”" in told["errors"][0]["detail"]


def test_a_record_that_comes_too_early_is_kept_and_told_so(platform: Api) -> None:
    answer = put(platform, samples.buyer())
    assert (answer.status_code, answer.json()) == (
        202,
        {
            "id": None,
            "external_id": "clara",
            "applied": False,
            "version": 1,
            "waits_for": [{"type": "market", "external_id": "de"}],
        },
    )
    listed = platform.get("/platform/incomplete").json()
    assert (listed["total"], listed["next"]) == (1, None)
    (thing,) = listed["data"]
    assert (thing["type"], thing["external_id"], thing["waiting"]) == ("market", "de", 1)
    assert thing["examples"] == [{"type": "buyer", "external_id": "clara"}]
    assert put(platform, samples.market()).status_code == 200
    assert platform.get("/platform/incomplete").json() == {"data": [], "total": 0, "next": None}
    assert put(platform, samples.buyer()).json()["applied"] is False


def test_a_batch_is_taken_in_and_its_bad_lines_are_named(platform: Api) -> None:
    sent = b"".join([*samples.ndjson(*samples.everything()), b"{broken\n"])
    told = platform.post("/platform/records", sent).json()
    assert (told["lines"], told["created"]["order"], told["rejected"]) == (9, 1, 1)
    assert (told["problems"][0]["line"], told["problems"][0]["code"]) == (9, "input.not_json")
    again = platform.post("/platform/records", sent).json()
    assert (again["created"], again["unchanged"]) == ({}, 8)


def test_an_expected_order_can_be_asked_about_before_it_arrives(platform: Api) -> None:
    for record in (samples.market(), samples.seller(), samples.buyer()):
        put(platform, record)
    parties = {"market": "de", "seller": "anna", "buyer": "clara"}
    expected = platform.put("/platform/orders/A-1001/expectation", parties).json()
    assert expected["applied"]
    shown = platform.get("/orders/ext:A-1001").json()
    assert (shown["number"], shown["incomplete"], shown["total"], shown["lines"]) == (
        "A-1001",
        True,
        None,
        [],
    )
    put(platform, samples.offer())
    assert put(platform, samples.order()).json()["id"] == expected["id"]
    assert platform.get("/orders/ext:A-1001").json()["total"] == {"amount": "25.80", "currency": "EUR"}


def test_the_list_of_what_is_incomplete_refuses_a_strange_cursor(platform: Api) -> None:
    for after in ("x", "9" * 30, "1.planet.x", "-1.order.x"):
        answer = platform.get(f"/platform/incomplete?after={after}")
        assert (answer.status_code, answer.json()["code"]) == (422, "input.cursor"), after


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
