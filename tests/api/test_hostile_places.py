"""Hostile addresses, parameters and headers: a 4xx that says why or an ordinary answer, never a 5xx."""

from typing import Any
from urllib.parse import unquote, unquote_to_bytes

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.api import hostile
from tests.api.client import Api
from tests.api.conftest import CallAs
from tests.api.routes import routes
from tests.cast import ANNA, CLARA, EDDA, PLATFORM

PARAMETERS = (
    (ANNA, "/inbox?limit={}"),
    (ANNA, "/inbox?after={}"),
    (ANNA, "/inbox?{}=1"),
    (CLARA, "/conversations/<asked>?after_n={}"),
    (EDDA, "/files?words={}"),
    (EDDA, "/files?words=a&{}"),
)


def entries() -> int:
    with acting(SYSTEM):
        return Entry.objects.count()


def calm(answer: Any, note: object) -> None:
    """No 5xx, and whatever is refused is refused as a problem."""
    assert answer.status_code < 500, (note, answer.content)
    if answer.status_code >= 400:
        assert answer.headers["Content-Type"] == "application/problem+json", note
        assert answer.json()["title"] != answer.json()["code"], note


def test_no_id_in_an_address_breaks_the_door(call: CallAs, asked: Ref) -> None:
    before = entries()
    for route in routes():
        if route.is_api and (route.kind or "/platform/" in route.path):
            place = route.path.removeprefix("/api/v1").replace(f"{{{route.kind}}}", "x")
            start, _, end = place.rpartition("/x")
            people = (ANNA, CLARA, EDDA, PLATFORM)
            actor = next((one for one in people if one.name in route.open_to), PLATFORM)
            for odd in hostile.PLACES:
                path = f"{start}/{odd}{end}"
                answer = call(actor).send(route.method, path, route.body, **{"Idempotency-Key": "k"})
                calm(answer, path[:100])
                assert answer.status_code >= 400 or odd in (".", ".."), path[:100]
    assert entries() == before


def test_no_parameter_breaks_the_door(call: CallAs, asked: Ref) -> None:
    for actor, template in PARAMETERS:
        for odd in hostile.PLACES:
            path = template.format(odd).replace("<asked>", str(asked))
            answer = call(actor).get(path)
            calm(answer, path[:100])
            if not is_utf8(odd) or "\x00" in unquote(odd):
                assert answer.status_code == 400, path[:100]


def is_utf8(odd: str) -> bool:
    try:
        return bool(unquote_to_bytes(odd).decode())
    except UnicodeDecodeError:
        return False


@pytest.mark.parametrize(
    "path", ["/inbox?limit=1&limit=2", "/inbox?after=a&after=b", "/inbox?limit=1&limit=1"]
)
def test_a_parameter_is_sent_once(call: CallAs, asked: Ref, path: str) -> None:
    answer = call(ANNA).get(path)
    assert (answer.status_code, answer.json()["code"]) == (422, "input.twice")


@pytest.mark.parametrize("limit", ["0", "101", "-1", "1.5", "1e2", "", "x", "2147483648", "9" * 5000, "NaN"])
def test_a_limit_is_a_small_number(call: CallAs, asked: Ref, limit: str) -> None:
    answer = call(ANNA).get(f"/inbox?limit={limit}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "limit"


def test_no_header_breaks_the_door(call: CallAs, asked: Ref) -> None:
    odd = ["", " ", "\x7f", "\xff\xfe", "é", "a" * 8000, "a,b;q=x,*;q=1e400", "\x1b[31m", "hd_" + "x" * 5000]
    odd += ["en" + "-x" * 300, "*", "../../etc", "%00", "${jndi:x}", '"', "a\tb", "hd_\xff"]
    path = f"/conversations/{asked}/replies"
    names: tuple[str, ...] = (
        "Accept-Language",
        "X-Request-ID",
        "Idempotency-Key",
        "Authorization",
        "Accept",
        "Cookie",
        "Origin",
    )
    names += ("X-Forwarded-For", "X-HTTP-Method-Override", "If-Match", "Content-Encoding", "Expect", "Range")
    for name in names:
        for value in odd:
            headers = {"Idempotency-Key": "k", name: value}
            answer = call(ANNA).send("POST", path, {"text": "\u200b"}, **headers)
            calm(answer, (name, value[:40]))
            assert answer.status_code in (401, 422), (name, value[:40])
            assert "\x1b" not in answer.headers["X-Request-ID"]


@pytest.mark.parametrize(
    "scheme", ["Bearer", "Bearer ", "Basic eDp4", "Token hd_x", "bearer hd_x", "Bearer a b", "Bearer hd_\x7f"]
)
def test_credentials_of_another_kind_open_nothing(database: str, scheme: str) -> None:
    answer = Api().send("GET", "/inbox", Authorization=scheme)
    assert (answer.status_code, answer.json()["code"]) == (401, "api.signed_out")
    assert "WWW-Authenticate" in answer.headers


def test_another_method_is_not_put_in_place_of_the_one_that_was_sent(call: CallAs, asked: Ref) -> None:
    for name in ("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"):
        answer = call(ANNA).get(f"/conversations/{asked}", **{name: "DELETE"})
        assert answer.status_code == 200
        answer = call(ANNA).send("POST", f"/conversations/{asked}?_method=DELETE", **{name: "GET"})
        assert answer.status_code == 405


@pytest.mark.parametrize("length", ["-1", "x", "1e3", "99999999999999999999", "1_0"])
def test_a_length_that_is_none(call: CallAs, asked: Ref, length: str) -> None:
    answer = call(ANNA).send(
        "POST", f"/conversations/{asked}/replies", {"text": "a"}, **{"Content-Length": length}
    )
    calm(answer, length)
    assert answer.status_code >= 400


def test_a_body_of_unknown_length_is_not_taken_for_none(call: CallAs, asked: Ref) -> None:
    answer = call(ANNA).get(f"/conversations/{asked}", **{"Transfer-Encoding": "chunked"})
    assert answer.status_code == 411
