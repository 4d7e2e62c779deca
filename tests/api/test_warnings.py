"""A seller's warnings over HTTP: the latest first, as they stand now, for that seller only."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from helpdesk.deadlines import queries
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, PLATFORM, READER
from tests.conversations.clocks import HOUR, MONDAY, Story
from tests.deadlines import swept
from tests.past import Present, any_present
from tests.shops import Shops

STRONG = MONDAY + 20 * HOUR


@pytest.fixture
def present(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Iterator[Present]:
    """Any; no calendar version of another test is remembered."""
    queries.forget()
    yield any_present(monkeypatch)
    queries.forget()


@pytest.fixture
def story(shops: Shops, present: Present) -> Story:
    """A question that was warned of twice, and nobody has answered it."""
    present.set(MONDAY)
    story = Story(shops)
    swept.settle(MONDAY + 12 * HOUR)
    swept.settle(STRONG)
    present.set(STRONG)
    return story


def rows(call: CallAs, query: str = "") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = call(ANNA).get(f"/warnings{query}").json()["data"]
    return found


def test_the_latest_comes_first_and_says_how_it_stands_now(call: CallAs, story: Story) -> None:
    strong, half = rows(call)
    assert (strong["percent"], half["percent"]) == (80, 50)
    assert strong["conversation"] == half["conversation"] == str(story.thread)
    assert strong["clock"] == str(swept.obligation().id)
    assert datetime.fromisoformat(strong["at"]) == STRONG
    assert datetime.fromisoformat(half["at"]) == MONDAY + 12 * HOUR
    assert datetime.fromisoformat(half["due_at"]) == MONDAY + 24 * HOUR
    assert {row["due_state"] for row in (strong, half)} == {"strong"}
    assert strong["answered_at"] is None


def test_one_that_was_missed_or_answered_since_says_so(call: CallAs, story: Story, present: Present) -> None:
    present.set(MONDAY + 30 * HOUR)
    assert [row["due_state"] for row in rows(call)] == ["late", "late"]
    present.set(STRONG + HOUR)
    story.later(21 * HOUR)
    story.reply()
    assert [row["due_state"] for row in rows(call)] == ["met", "met"]
    assert rows(call)[0]["answered_at"] is not None


def test_pages_follow_each_other_and_end(call: CallAs, story: Story) -> None:
    seen, after = [], ""
    for _ in range(2):
        page = call(ANNA).get(f"/warnings?limit=1{after}").json()
        seen += [row["percent"] for row in page["data"]]
        after = f"&after={page['next']}"
    assert seen == [80, 50]
    assert call(ANNA).get(f"/warnings?limit=1{after}").json() == {"data": [], "next": None}


def test_colleagues_see_the_same_and_other_sellers_nothing(call: CallAs, story: Story) -> None:
    for actor in (BRUNO, READER):
        assert call(actor).get("/warnings").json()["data"] == rows(call)
    assert call(DMITRI).get("/warnings").json() == {"data": [], "next": None}


@pytest.mark.parametrize("actor", [CLARA, EDDA, PLATFORM])
def test_others_have_none(call: CallAs, actor: Any) -> None:
    answer = call(actor).get("/warnings")
    assert (answer.status_code, answer.json()["code"]) == (403, "warning.not_yours")


@pytest.mark.parametrize("query", ["after=x", "after=1.x", "after=%D9%A1.0", "limit=0", "limit=101"])
def test_a_list_asked_for_in_an_odd_way_is_refused(call: CallAs, query: str) -> None:
    assert call(ANNA).get(f"/warnings?{query}").status_code == 422
