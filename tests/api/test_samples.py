"""Samples over HTTP: a list without words, words with the file open, and one judgment."""

from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM
from tests.oversight.samples import HOLDING, opened, stood_by


def test_the_list_has_no_words(call: CallAs, asked: Ref) -> None:
    sample = stood_by(asked)
    answer = call(EDDA).get("/samples").json()
    (one,) = answer["data"]
    assert (one["id"], one["kind"], one["conversation"]) == (str(sample), "stood_by", str(asked))
    assert QUESTION not in str(answer)
    assert HOLDING not in str(answer)
    assert call(EDDA).get("/samples?market=pl").json()["data"] == []


def test_it_goes_on_behind_the_last_seen(call: CallAs, asked: Ref) -> None:
    stood_by(asked)
    first = call(EDDA).get("/samples?limit=1").json()
    assert call(EDDA).get(f"/samples?after={first['next']}").json() == {"data": [], "next": None}


def test_question_and_answer_need_the_file_open(call: CallAs, asked: Ref) -> None:
    path = f"/samples/{stood_by(asked)}"
    answer = call(EDDA).get(path)
    assert (answer.status_code, answer.json()["code"]) == (403, "oversight.no_reading")
    call(EDDA).post(f"/conversations/{asked}/readings", {"reason": "quality_sample"})
    shown = call(EDDA).get(path).json()
    assert [one["text"] for one in shown["question"]] == [QUESTION]
    assert (shown["answer"]["text"], shown["verdict"], shown["judgment"]) == (HOLDING, "met", None)


def test_one_judgment(call: CallAs, asked: Ref) -> None:
    path = f"/samples/{stood_by(asked)}"
    opened(asked)
    body = {"judgment": "unanswered", "note": "It says nothing of the size."}
    first, again = (call(EDDA).post(f"{path}/judgments", body, key="k") for _ in range(2))
    assert (first.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert first.content == again.content
    shown = call(EDDA).get(path).json()
    assert (shown["verdict"], shown["judgment"]) == ("unanswered", "unanswered")
    other = call(EDDA).post(f"{path}/judgments", {"judgment": "stands"}, key="l")
    assert (other.status_code, other.json()["code"]) == (409, "sample.judged")
    assert call(EDDA).get("/samples").json()["data"] == []


@pytest.mark.parametrize("body", [{}, {"judgment": "maybe"}, {"judgment": "stands", "note": "x" * 501}])
def test_what_is_no_judgment_is_refused(call: CallAs, asked: Ref, body: Any) -> None:
    path = f"/samples/{stood_by(asked)}/judgments"
    opened(asked)
    assert call(EDDA).post(path, body).status_code == 422


def test_nobody_else_judges(call: CallAs, asked: Ref) -> None:
    path = f"/samples/{stood_by(asked)}"
    for actor in (ANNA, CLARA, FELIX, GRETA, PLATFORM):
        for answer in (
            call(actor).get("/samples"),
            call(actor).get(path),
            call(actor).post(f"{path}/judgments", {"judgment": "stands"}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (403, "oversight.not_yours_to_judge")


def test_what_is_not_there_is_not_found(call: CallAs, asked: Ref) -> None:
    for odd in (Ref(7, asked.id), "x"):
        for answer in (
            call(EDDA).get(f"/samples/{odd}"),
            call(EDDA).post(f"/samples/{odd}/judgments", {"judgment": "stands"}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, "sample.not_found")
