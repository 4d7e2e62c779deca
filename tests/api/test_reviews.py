"""The review queue over HTTP: a list without words, words with the file open, and one decision."""

from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, PLATFORM
from tests.conversations.spotted import SALES, WARNED, spotting
from tests.oversight.samples import drawn_answer, opened
from tests.oversight.waiting import asked_for, drawn, warned

__all__ = ["spotting"]
pytestmark = pytest.mark.usefixtures("spotting")
WHY = "Bitte bleiben Sie hier."
VIOLATION = {"decision": "violation", "labels": ["C_PROMO"], "reason": WHY}


def test_the_list_has_no_words(call: CallAs, asked: Ref) -> None:
    sent, check = warned(asked), asked_for(asked, actor=CLARA)
    answer = call(EDDA).get("/reviews").json()
    assert [(one["id"], one["waits"], one["side"]) for one in answer["data"]] == [
        (str(check), "check", "buyer"),
        (str(sent), "sent", "seller"),
    ]
    assert answer["data"][0]["due_at"] is not None
    assert SALES not in str(answer)
    assert call(EDDA).get("/reviews?market=pl").json()["data"] == []
    assert len(call(EDDA).get("/reviews?limit=1").json()["data"]) == 1


def test_words_need_the_file_open(call: CallAs, asked: Ref) -> None:
    path = f"/reviews/{warned(asked)}"
    assert call(EDDA).get(path).json()["code"] == "oversight.no_reading"
    opened(asked)
    shown = call(EDDA).get(path).json()
    assert (shown["text"], shown["author"], shown["standing"], shown["missed"]) == (
        WARNED,
        "Anna",
        None,
        None,
    )
    (found,) = shown["findings"]
    assert (found["label"], found["as_read"], found["decision"]) == ("C_PROMO", SALES, "warn")
    assert WARNED[found["start"] : found["end"]] == SALES


def test_one_decision_and_one_that_takes_its_place(call: CallAs, asked: Ref) -> None:
    path = f"/reviews/{warned(asked)}"
    opened(asked)
    first, again = (call(EDDA).post(f"{path}/decisions", VIOLATION, key="k") for _ in range(2))
    assert (first.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert first.content == again.content
    standing = call(EDDA).get(path).json()["standing"]
    assert (standing["decision"], standing["weight"]) == ("violation", 1)
    late = call(EDDA).post(f"{path}/decisions", {"decision": "fine"}, key="l")
    assert (late.status_code, late.json()["code"]) == (409, "review.decided")
    undone = call(EDDA).post(
        f"{path}/decisions", {"decision": "fine", "replaces": first.json()["id"]}, key="u"
    )
    assert undone.status_code == 201
    assert call(EDDA).get(path).json()["standing"]["decision"] == "fine"


def test_a_sample_is_read(call: CallAs, asked: Ref) -> None:
    path = f"/reviews/{drawn(asked)}"
    opened(asked)
    body = {"decision": "missed", "labels": ["B_PAY"]}
    assert call(EDDA).post(f"{path}/decisions", body).status_code == 201
    assert call(EDDA).get(path).json()["missed"] == ["B_PAY"]
    (row,) = call(FELIX).get("/figures").json()["missed"]
    assert (row["read"], row["missed"], row["labels"], row["high"]) == (1, 1, {"B_PAY": 1}, 1.0)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"decision": "maybe"},
        {"decision": "violation", "reason": WHY},
        {"decision": "warn"},
        {"decision": "fine", "labels": ["A_SMELL"]},
        {"decision": "fine", "replaces": "x"},
        {"decision": "fine", "reason": "x" * 1001},
        {"decision": "fine", "more": 1},
    ],
)
def test_what_is_no_decision_is_refused(call: CallAs, asked: Ref, body: Any) -> None:
    path = f"/reviews/{warned(asked)}/decisions"
    opened(asked)
    assert call(EDDA).post(path, body).status_code == 422


def test_nobody_else_decides(call: CallAs, asked: Ref) -> None:
    path = f"/reviews/{warned(asked)}"
    for actor in (ANNA, CLARA, FELIX, PLATFORM):
        for answer in (
            call(actor).get("/reviews"),
            call(actor).get(path),
            call(actor).post(f"{path}/decisions", VIOLATION),
        ):
            assert (answer.status_code, answer.json()["code"]) == (403, "oversight.not_yours_to_judge")


def test_what_is_not_there_is_not_found(call: CallAs, asked: Ref) -> None:
    for odd in (Ref(7, asked.id), "x"):
        for answer in (
            call(EDDA).get(f"/reviews/{odd}"),
            call(EDDA).post(f"/reviews/{odd}/decisions", {"decision": "fine"}),
        ):
            assert (answer.status_code, answer.json()["code"]) == (404, "review.not_found")


def test_figures_by_rule_and_language(call: CallAs, asked: Ref) -> None:
    item = warned(asked)
    opened(asked)
    call(EDDA).post(f"/reviews/{item}/decisions", VIOLATION)
    (row,) = call(EDDA).get("/figures?days=30").json()["rules"]
    assert (row["label"], row["rule"], row["language"], row["found"]) == ("C_PROMO", "mark.sales", "pl", 1)
    assert (row["reviewed"], row["upheld"], row["precision"], row["overturned"]) == (1, 1, 1.0, 0)
    assert row["by_decision"] == {"warn": 1}
    for actor in (ANNA, CLARA, PLATFORM):
        assert call(actor).get("/figures").status_code == 403


def test_quality_is_the_shops_own(call: CallAs, asked: Ref) -> None:
    path = f"/samples/{drawn_answer(asked)}"
    opened(asked)
    card = {"reliable": 4, "complete": 2, "clear": 3, "polite": 4, "standard": "question_open"}
    assert call(EDDA).post(f"{path}/judgments", {"judgment": "stands"}).json()["code"] == "sample.marks"
    body = {"judgment": "stands", "scorecard": card}
    assert call(EDDA).post(f"{path}/judgments", body).status_code == 201
    assert call(EDDA).get(path).json()["scorecard"] == card
    own = call(ANNA).get("/quality").json()
    assert (own["months"][0]["judged"], own["months"][0]["complete"]) == (1, 2.0)
    assert own["broken"] == [{"standard": "question_open", "times": 1}]
    assert call(EDDA).get("/quality?seller=S-ANNA").json()["code"] == "seller.not_found"
    assert call(DMITRI).get("/quality?seller=S-ANNA").json() == {"months": [], "broken": []}
    for actor in (CLARA, PLATFORM):
        assert call(actor).get("/quality?seller=S-ANNA").status_code == 403
