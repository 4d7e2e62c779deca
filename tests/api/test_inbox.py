"""The seller's inbox over HTTP: the most urgent first, page by page, for sellers only."""

from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, PLATFORM, READER
from tests.shops import Shops


@pytest.fixture
def three(call: CallAs, shops: Shops, asked: Ref) -> list[str]:
    """Three open questions to Anna's shop, in the order of their deadlines."""
    hanias = call(HANIA).post(f"/orders/{shops.hanias_order}/questions", {"text": "And mine?"})
    offered = call(HANIA).post(f"/offers/{shops.offer}/questions", {"text": "Still there?"})
    return [str(asked), hanias.json()["conversation"], offered.json()["conversation"]]


def test_colleagues_share_one_inbox(call: CallAs, three: list[str]) -> None:
    for actor in (ANNA, BRUNO, READER):
        rows = call(actor).get("/inbox").json()["data"]
        assert [row["id"] for row in rows] == three
    assert call(DMITRI).get("/inbox").json() == {"data": [], "next": None}


def test_rows_say_what_the_question_is_about(call: CallAs, three: list[str]) -> None:
    first, _, last = call(ANNA).get("/inbox").json()["data"]
    assert (first["buyer"], first["title"], first["market"]) == ("Clara", "A-1001", "de")
    assert (first["about"], last["about"], last["title"]) == ("order", "offer", "Uszczelka 8 mm")
    assert (first["preview"], first["calendar"], first["due_state"]) == (QUESTION, "PL", "ok")


def test_pages_follow_each_other_and_end(call: CallAs, three: list[str]) -> None:
    seen, after = [], ""
    for _ in range(3):
        page = call(ANNA).get(f"/inbox?limit=1{after}").json()
        seen += [row["id"] for row in page["data"]]
        after = f"&after={page['next']}"
    assert seen == three
    assert call(ANNA).get(f"/inbox?limit=1{after}").json() == {"data": [], "next": None}


def test_an_answer_takes_it_out(call: CallAs, three: list[str]) -> None:
    call(BRUNO).post(f"/conversations/{three[0]}/replies", {"text": "Yes."})
    assert [row["id"] for row in call(ANNA).get("/inbox").json()["data"]] == three[1:]


@pytest.mark.parametrize("actor", [CLARA, EDDA, PLATFORM])
def test_others_have_none(call: CallAs, actor: Any) -> None:
    answer = call(actor).get("/inbox")
    assert (answer.status_code, answer.json()["code"]) == (403, "conversation.no_inbox")


@pytest.mark.parametrize("after", ["x", "1.", ".1", "1.x", "9" * 30 + "." + "f" * 32])
def test_a_place_that_no_page_gave(call: CallAs, after: str) -> None:
    answer = call(ANNA).get(f"/inbox?after={after}")
    assert (answer.status_code, answer.json()["code"]) == (422, "input.cursor")


def test_a_market_holds_its_own_questions(call: CallAs, three: list[str]) -> None:
    for market, found in (("de", 1), ("pl", 2), ("nowhere", 0)):
        assert len(call(ANNA).get(f"/inbox?market={market}").json()["data"]) == found
    assert call(ANNA).get(f"/inbox?market={'x' * 21}").status_code == 422


def test_lanes_are_counted_by_market(call: CallAs, three: list[str]) -> None:
    found = call(ANNA).get("/inbox/lanes").json()
    assert sum(found[lane] for lane in ("late", "due_today", "later")) == 3
    assert found["due_on"] is not None
    assert found["late"] == 0
    assert call(ANNA).get("/inbox/lanes?market=nowhere").json()["later"] == 0
    assert call(DMITRI).get("/inbox/lanes").json() == {"late": 0, "due_today": 0, "later": 0, "due_on": None}
