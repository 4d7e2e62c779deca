"""Integrity over HTTP: what was found last, and a look that answers line by line."""

import json
from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, GRETA, PLATFORM
from tests.oversight.tampering import spoil


def look(call: CallAs, body: dict[str, Any]) -> list[dict[str, Any]]:
    answer = call(EDDA).post("/integrity/verifications", body)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/x-ndjson")
    return [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]


def test_a_look_is_remembered(call: CallAs, asked: Ref) -> None:
    assert call(GRETA).get("/integrity").json()["state"] == "unknown"
    last = look(call, {})[-1]["verification"]
    found = call(GRETA).get("/integrity").json()
    assert (found["state"], found["last"]["id"], found["broken"]) == ("whole", last["id"], None)
    assert last["entries"] == found["entries"]


def test_a_spoilt_byte_is_named_with_its_conversation(call: CallAs, asked: Ref) -> None:
    spoil(asked)
    said = look(call, {"conversation": str(asked)})
    (finding,) = [one["finding"] for one in said if "finding" in one]
    assert (finding["code"], finding["conversation"]) == ("value.altered", str(asked))
    found = call(EDDA).get("/integrity").json()
    assert (found["state"], found["broken"]["named"]) == ("broken", [finding])


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_it_is_the_administrators(call: CallAs, asked: Ref, actor: Any) -> None:
    for answer in (call(actor).get("/integrity"), call(actor).post("/integrity/verifications", {})):
        assert (answer.status_code, answer.json()["code"]) == (403, "oversight.not_yours")


@pytest.mark.parametrize("odd", ["x", str(Ref(7, Ref.parse("1" * 31).id))])
def test_what_is_not_there_is_not_verified(call: CallAs, asked: Ref, odd: str) -> None:
    answer = call(EDDA).post("/integrity/verifications", {"conversation": odd})
    assert (answer.status_code, answer.json()["code"]) == (404, "conversation.not_found")


@pytest.mark.parametrize("body", [{"conversation": 1}, {"conversation": "x" * 41}, {"all": True}, []])
def test_the_body_has_its_shape(call: CallAs, asked: Ref, body: Any) -> None:
    assert call(EDDA).post("/integrity/verifications", body).status_code == 422
