"""Refused texts over HTTP: a list without words, words with the file open, and one decision."""

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, FELIX, PLATFORM
from tests.conversations.attempts import FINE, refused_question, refused_reply
from tests.oversight.samples import opened


def test_the_list_has_no_words(call: CallAs, asked: Ref) -> None:
    sellers, buyers = refused_reply(asked), refused_question(asked)
    first = call(EDDA).get("/attempts?limit=1").json()
    rest = call(EDDA).get(f"/attempts?limit=1&after={first['next']}").json()
    listed = [(one["id"], one["side"], one["code"]) for one in first["data"] + rest["data"]]
    assert listed == [(str(sellers), "seller", "message.marks"), (str(buyers), "buyer", "message.marks")]
    assert "box" not in str(first)


def test_released_it_is_a_message(call: CallAs, asked: Ref) -> None:
    path = f"/attempts/{refused_reply(asked)}"
    assert call(EDDA).get(path).json()["code"] == "oversight.no_reading"
    opened(asked)
    assert call(EDDA).get(path).json()["text"] == FINE
    first, again = (call(EDDA).post(f"{path}/release", {}, key="k") for _ in range(2))
    assert (first.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert first.content == again.content
    thread = call(CLARA).get(f"/conversations/{asked}").json()
    assert (thread["messages"][-1]["text"], thread["messages"][-1]["author"]) == (FINE, "Anna")
    assert call(EDDA).get(path).json()["outcome"] == "released"


def test_a_confirmed_refusal_stays_where_it_is(call: CallAs, asked: Ref) -> None:
    path = f"/attempts/{refused_reply(asked)}"
    opened(asked)
    assert call(EDDA).post(f"{path}/confirmation", {}, key="k").status_code == 201
    other = call(EDDA).post(f"{path}/release", {}, key="l")
    assert (other.status_code, other.json()["code"]) == (409, "attempt.settled")
    assert len(call(CLARA).get(f"/conversations/{asked}").json()["messages"]) == 1
    assert call(EDDA).get("/attempts").json()["data"] == []


def test_nobody_else_decides(call: CallAs, asked: Ref) -> None:
    path = f"/attempts/{refused_reply(asked)}"
    for actor in (ANNA, CLARA, FELIX, PLATFORM):
        for answer in (
            call(actor).get("/attempts"),
            call(actor).get(path),
            call(actor).post(f"{path}/release", {}),
            call(actor).post(f"{path}/confirmation", {}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (403, "oversight.not_yours_to_judge")


def test_what_is_not_there_is_not_found(call: CallAs, asked: Ref) -> None:
    for odd in (Ref(7, asked.id), "x"):
        for answer in (call(EDDA).get(f"/attempts/{odd}"), call(EDDA).post(f"/attempts/{odd}/release", {})):
            assert (answer.status_code, answer.json()["code"]) == (404, "attempt.not_found")
