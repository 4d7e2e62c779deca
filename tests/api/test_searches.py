"""Searches through what people wrote, over HTTP: with a reason, on record, never a word of it."""

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, GRETA


def test_a_search_is_kept_and_its_result_is_ones_own(call: CallAs, asked: Ref) -> None:
    body = {"words": "Mirabelle", "reason": "dispute"}
    kept = call(EDDA).post("/searches", body, key="one")
    assert kept.status_code == 201
    assert call(EDDA).post("/searches", body, key="one").headers["Idempotency-Replayed"] == "true"
    path = f"/searches/{kept.json()['id']}"
    result = call(EDDA).get(path).json()
    assert (result["words"], result["reason"], result["data"]) == ("Mirabelle", "dispute", [])
    assert call(GRETA).get(path).status_code == 404
    [listed] = call(GRETA).get("/searches").json()["data"]
    assert listed["reason"] == "dispute"
    assert "words" not in listed


def test_without_a_reason_or_words_or_rights_there_is_none(call: CallAs, asked: Ref) -> None:
    assert call(EDDA).post("/searches", {"words": "x"}).status_code == 422
    nothing = call(EDDA).post("/searches", {"words": " ", "reason": "dispute"})
    assert nothing.json()["code"] == "oversight.no_words"
    for actor in (ANNA, CLARA):
        client = call(actor)
        assert client.post("/searches", {"words": "x", "reason": "dispute"}).status_code == 404
        assert client.get("/searches").status_code in (403, 404)
