"""The thin lane and the endpoint's own way give the same answers; only the lane is shorter."""

from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from pytest_django import Settings

from helpdesk.api.v1.lane import lane
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy
from tests.api.client import V1, Api, token_of
from tests.cast import ANNA, CLARA, DMITRI, READER

ANSWER = "Yes, and please grease it thinly."
LANE = "helpdesk.api.v1.lane.lane"
PASSING = {"X-Request-ID", "Expires", "RateLimit"}  # of one request, and of one second


def both_ways(settings: Settings, token: str | None, path: str, body: Any, key: str) -> list[Any]:
    """The answers by the lane and without it, under the same key."""
    answers = [Api(token).send("POST", path, body, **{"Idempotency-Key": key})]
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != LANE]
    return [*answers, Api(token).send("POST", path, body, **{"Idempotency-Key": key})]


def test_a_post_and_its_replay_by_the_other_way(settings: Settings, asked: Ref) -> None:
    first, again = both_ways(
        settings, token_of(ANNA), f"/conversations/{asked}/replies", {"text": ANSWER}, "k"
    )
    assert (first.status_code, first.content) == (201, again.content)
    assert {*again.headers} - {*first.headers} == {"Idempotency-Replayed"}
    for name in {*first.headers} - PASSING:
        assert first.headers[name] == again.headers[name]


@pytest.mark.parametrize(
    ("body", "key"),
    [
        (b"", "k"),
        (b"{", "k"),
        (b'{"text": "\\ud800"}', "k"),
        (b'{"text": "\xff"}', "k"),
        (b"[" * 100_000, "k"),
        ({"text": "a\x00b"}, "k"),
        ({"text": "\u200b"}, "k"),
        ({"text": ""}, "k"),
        ({"text": "x" * 20_001}, "k"),
        ({"text": 1}, "k"),
        ({"text": ANSWER, "more": 1}, "k"),
        ({"text": ANSWER, "seen_n": "0"}, "k"),
        ({"text": ANSWER, "seen_n": -1}, "k"),
        ({"text": ANSWER, "seen_n": 1 << 70}, "k"),
        ({"text": ANSWER}, ""),
        ({"text": ANSWER}, "a b"),
    ],
)
def test_the_same_faults(settings: Settings, asked: Ref, body: Any, key: str) -> None:
    first, again = both_ways(settings, token_of(ANNA), f"/conversations/{asked}/replies", body, key)
    assert 400 <= first.status_code < 500
    assert (first.status_code, first.json()) == (again.status_code, again.json())
    assert {*first.headers} == {*again.headers}


@pytest.mark.parametrize("actor", [None, CLARA, DMITRI, READER], ids=lambda actor: actor and actor.name)
def test_the_same_doors_are_shut(settings: Settings, asked: Ref, actor: Any) -> None:
    token = None if actor is None else token_of(actor)
    first, again = both_ways(settings, token, f"/conversations/{asked}/replies", {"text": ANSWER}, "k")
    assert first.status_code in (401, 403, 404)
    assert (first.status_code, first.json()) == (again.status_code, again.json())


@pytest.mark.parametrize("thread", ["1" * 31, "z" * 31, "x", "%00"])
def test_the_same_strange_addresses(settings: Settings, database: str, thread: str) -> None:
    path = f"/conversations/{thread}/replies"
    first, again = both_ways(settings, token_of(ANNA), path, {"text": ANSWER}, "k")
    assert first.status_code in (400, 404)
    assert (first.status_code, first.json()) == (again.status_code, again.json())


def request(asked: Ref, token: str, what: str) -> HttpRequest:
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": "k"}
    path = f"{V1}/conversations/{asked}/{what}"
    return RequestFactory().post(path, {"text": ANSWER}, content_type="application/json", headers=headers)


def never(_: HttpRequest) -> HttpResponse:
    raise AssertionError("the lane answers this itself")


@pytest.mark.parametrize(("what", "actor"), [("replies", ANNA), ("questions", CLARA)])
def test_what_is_in_order_goes_no_further(asked: Ref, what: str, actor: Any) -> None:
    assert lane(never)(request(asked, token_of(actor), what)).status_code == 201


def test_a_busy_database_is_said_once(asked: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(**_: object) -> None:
        raise Busy("archive.busy")

    token = token_of(ANNA)
    monkeypatch.setattr("helpdesk.marketplace.queries.bearer_for_system", busy)
    answer = lane(never)(request(asked, token, "replies"))
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "2")
