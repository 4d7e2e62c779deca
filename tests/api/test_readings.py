"""Readings over HTTP: no word before a reason, and the same request is one reading."""

from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, GRETA, PLATFORM


def test_whoever_gives_a_reason_reads_and_nobody_else(call: CallAs, asked: Ref) -> None:
    path = f"/conversations/{asked}"
    assert call(EDDA).post(f"{path}/readings", {"reason": "complaint"}).status_code == 201
    assert call(EDDA).get(path).json()["messages"][0]["text"] == QUESTION
    for colleague in (FELIX, GRETA):
        answer = call(colleague).get(path)
        assert (answer.status_code, answer.json()["code"]) == (403, "oversight.no_reading")


def test_the_same_request_again_is_one_reading(call: CallAs, asked: Ref) -> None:
    path = f"/conversations/{asked}/readings"
    first, again = (call(EDDA).post(path, {"reason": "dispute"}, key="k") for _ in range(2))
    assert first.content == again.content
    assert again.headers["Idempotency-Replayed"] == "true"
    other = call(EDDA).post(path, {"reason": "appeal"}, key="k")
    assert (other.status_code, other.json()["code"]) == (422, "archive.key_reused")


@pytest.mark.parametrize(
    "body", [{}, {"reason": ""}, {"reason": "curiosity"}, {"reason": None}, {"why": "dispute"}]
)
def test_the_reason_is_one_of_ours(call: CallAs, asked: Ref, body: Any) -> None:
    answer = call(EDDA).post(f"/conversations/{asked}/readings", body)
    assert answer.status_code == 422
    assert "#/reason" in [error["pointer"] for error in answer.json()["errors"]]


def test_the_other_sides_find_no_such_place(call: CallAs, asked: Ref) -> None:
    for actor in (ANNA, CLARA, DMITRI, PLATFORM):
        assert call(actor).post(f"/conversations/{asked}/readings", {"reason": "dispute"}).status_code == 404


def test_what_is_not_there_cannot_be_opened(call: CallAs, asked: Ref) -> None:
    for odd in (Ref(7, asked.id), "x"):
        answer = call(EDDA).post(f"/conversations/{odd}/readings", {"reason": "dispute"})
        assert (answer.status_code, answer.json()["code"]) == (404, "conversation.not_found")


def test_who_read_what_is_everybodys_at_the_desk(call: CallAs, asked: Ref) -> None:
    for n, actor in enumerate((EDDA, FELIX)):
        call(actor).post(f"/conversations/{asked}/readings", {"reason": "report"}, key=str(n))
    first = call(GRETA).get("/readings?limit=1").json()
    rest = call(GRETA).get(f"/readings?limit=1&after={first['next']}").json()
    assert [one["conversation"] for one in first["data"] + rest["data"]] == [str(asked)] * 2
    assert (first["data"][0]["reason"], first["data"][0]["title"]) == ("report", "A-1001")
    assert len(call(EDDA).get("/readings?mine=true").json()["data"]) == 1
    assert call(EDDA).get("/readings?market=pl").json()["data"] == []
    assert QUESTION not in str(first)


@pytest.mark.parametrize(
    "query", ["after=x", "after=1.x", "after=%D9%A1.0", "limit=0", "market=%00", "mine=2"]
)
def test_a_list_asked_for_in_an_odd_way_is_refused(call: CallAs, asked: Ref, query: str) -> None:
    assert call(EDDA).get(f"/readings?{query}").status_code in (400, 422)


@pytest.mark.parametrize("actor", [ANNA, CLARA, DMITRI, PLATFORM])
def test_the_list_is_the_desks(call: CallAs, asked: Ref, actor: Any) -> None:
    answer = call(actor).get("/readings")
    assert (answer.status_code, answer.json()["code"]) == (403, "oversight.not_yours")
