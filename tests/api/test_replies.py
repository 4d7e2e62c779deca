"""Replies over HTTP: once per key, over what came since only if wanted, and refused with a reason."""

from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.client import Api
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, BRUNO, CLARA, EDDA, PLATFORM, READER

ANSWER = "Yes, and please grease it thinly."


def path(asked: Ref) -> str:
    return f"/conversations/{asked}/replies"


def told(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["code"]


def count(call: CallAs, asked: Ref) -> int:
    return len(call(ANNA).get(f"/conversations/{asked}").json()["messages"])


def test_the_same_request_again_gets_the_same_bytes(call: CallAs, asked: Ref) -> None:
    first, again = (call(ANNA).post(path(asked), {"text": ANSWER}, key="k") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.content == again.content
    assert "Idempotency-Replayed" not in first.headers
    assert again.headers["Idempotency-Replayed"] == "true"
    assert count(call, asked) == 2


def test_a_key_stands_for_one_request(call: CallAs, asked: Ref) -> None:
    call(ANNA).post(path(asked), {"text": ANSWER}, key="k")
    assert told(call(ANNA).post(path(asked), {"text": "No."}, key="k")) == (422, "archive.key_reused")
    further = {"text": "No.", "reason": "invoice"}
    assert call(BRUNO).post(path(asked), further, key="k").status_code == 201


@pytest.mark.parametrize("key", [None, "", "a b", "x" * 201])
def test_without_a_good_key_nothing_is_stored(call: CallAs, asked: Ref, key: str | None) -> None:
    headers = {} if key is None else {"Idempotency-Key": key}
    answer = call(ANNA).send("POST", path(asked), {"text": ANSWER}, **headers)
    assert told(answer) == (422, "idempotency.missing" if key is None else "idempotency.malformed")
    assert count(call, asked) == 1


def test_the_longest_key_serves_a_refused_text_too(call: CallAs, asked: Ref) -> None:
    for text in ("\u200b", "\u2060"):
        assert told(call(ANNA).post(path(asked), {"text": text}, key="k" * 200)) == (422, "message.invisible")
    assert call(ANNA).post(path(asked), {"text": ANSWER}, key="k" * 200).status_code == 201


def test_what_came_since_is_in_the_answer(call: CallAs, asked: Ref) -> None:
    call(CLARA).post(f"/conversations/{asked}/questions", {"text": "And the lever?"})
    answer = call(ANNA).post(path(asked), {"text": ANSWER, "seen_n": 0}, key="k")
    problem = answer.json()
    assert told(answer) == (409, "conversation.moved")
    assert (problem["last_n"], [m["text"] for m in problem["new"]]) == (1, ["And the lever?"])
    assert problem["errors"][0]["pointer"] == "#/seen_n"
    assert call(ANNA).post(path(asked), {"text": ANSWER, "seen_n": 1}, key="k").json()["n"] == 2


@pytest.mark.parametrize("actor", [READER, CLARA, EDDA, PLATFORM])
def test_whoever_may_not_answer_is_shown_nothing_new(call: CallAs, asked: Ref, actor: Any) -> None:
    answer = call(actor).post(path(asked), {"text": ANSWER, "seen_n": -1})
    assert told(answer) == (403, "conversation.not_yours_to_answer")
    assert QUESTION not in answer.content.decode()


def test_a_refusal_speaks_the_callers_language(call: CallAs, asked: Ref) -> None:
    titles = set()
    for language in ("en", "pl", "de", "fr", "it"):
        answer = call(ANNA).post(path(asked), {"text": "\u200b"}, **{"Accept-Language": language})
        problem = answer.json()
        assert answer.headers["Content-Language"] == language
        assert answer.headers["Content-Type"] == "application/problem+json"
        assert problem["type"] == "http://localhost:8000/problems/message.invisible"
        assert (problem["code"], problem["status"]) == ("message.invisible", 422)
        assert problem["errors"][0] | {"detail": ""} == {
            "pointer": "#/text",
            "code": "message.invisible",
            "detail": "",
        }
        titles.add(problem["title"])
    assert len(titles) == 5


def test_answers_are_private_and_have_an_id(call: CallAs, asked: Ref) -> None:
    answer = call(ANNA).post(path(asked), {"text": ANSWER}, **{"X-Request-ID": "tool-7"})
    assert answer.headers["X-Request-ID"] == "tool-7"
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Authorization" in answer.headers["Vary"]


def test_a_token_is_needed_and_other_methods_are_named(call: CallAs, asked: Ref) -> None:
    for api in (Api(), Api("hd_wrong"), Api("ä")):
        answer = api.post(path(asked), {"text": ANSWER})
        assert told(answer) == (401, "api.signed_out")
        assert answer.headers["WWW-Authenticate"].startswith('Bearer realm="Helpdesk"')
    for method in ("GET", "PUT", "PATCH", "DELETE"):
        answer = call(ANNA).send(method, path(asked))
        assert told(answer) == (405, "api.method")
        assert answer.headers["Allow"] == "POST"
