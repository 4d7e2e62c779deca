"""Search over HTTP: everybody finds their own, and a page leads to the next."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest

from helpdesk.archive import actions as archive
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.search.conftest import ONLY_SEARCH

ANSWER = "Yes, the gasket fits."


@pytest.fixture
def talked(asked: Ref) -> Ref:
    """Clara asked and was answered; search has taken both in."""
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=ANSWER, key="a")
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=ONLY_SEARCH)
    return asked


@pytest.fixture
def ask(call: CallAs, talked: Ref) -> Callable[..., Any]:
    """What somebody is answered."""

    def asking(actor: Actor, q: str, at: str = "", **more: str) -> Any:
        answer = call(actor).get(f"/search{at}?{urlencode({'q': q, **more})}")
        assert answer.status_code == 200, answer.content
        return answer.json()

    return asking


Ask = Callable[..., Any]


def test_a_hit_says_where_it_stands(ask: Ask, talked: Ref) -> None:
    found = ask(ANNA, "right gaskets ")
    (hit,) = found["data"]
    assert (found["count"], found["more_than_counted"], found["forgiving"]) == (1, False, False)
    assert (hit["kind"], hit["conversation"], hit["title"]) == ("message", str(talked), "A-1001")
    assert (hit["excerpt"], hit["n"], hit["side"], hit["other"]) == (QUESTION, 0, "buyer", "Clara")
    assert (hit["about"], hit["waiting"], hit["market"]) == ("order", False, "de")
    marks = hit["marks"]
    assert isinstance(marks, list)
    assert [QUESTION[a:b] for a, b in marks] == ["gasket", "right"]


def test_a_buyer_is_told_the_shop_and_strangers_nothing(ask: Ask) -> None:
    assert {hit["other"] for hit in ask(CLARA, "gasket ")["data"]} == {"Anna's Espresso Parts"}
    for stranger in (DMITRI, HANIA, PLATFORM, EDDA):
        assert ask(stranger, "gasket ")["data"] == []
    assert [hit["kind"] for hit in ask(EDDA, "A-1001")["data"]] == ["thread"]


def test_filters_narrow(ask: Ask) -> None:
    today, tomorrow = clock.now().date(), clock.now().date() + timedelta(days=1)
    for more, count in (
        ({}, 2),
        ({"side": "seller"}, 1),
        ({"market": "pl"}, 0),
        ({"market": "de"}, 2),
        ({"has_file": "true"}, 0),
        ({"state": "answered"}, 2),
        ({"state": "waiting"}, 0),
        ({"since": f"{today}", "until": f"{today}"}, 2),
        ({"since": f"{tomorrow}"}, 0),
    ):
        assert ask(ANNA, "gasket ", **more)["count"] == count, more


def test_a_page_leads_to_the_next(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("helpdesk.search.queries.finding.PAGE", 1)
    first = ask(ANNA, "gasket ")
    second = ask(ANNA, "gasket ", after=str(first["next"]))
    assert {str(page["data"][0]["excerpt"]) for page in (first, second)} == {QUESTION, ANSWER}
    assert second["next"] is None


def test_what_stands_at_hand_is_grouped(ask: Ask, talked: Ref) -> None:
    by_number = ask(ANNA, "A-10", at="/at-hand")
    assert [hit["title"] for hit in by_number["orders"]] == ["A-1001"]
    assert by_number["conversations"] == by_number["people"] == []
    assert [hit["excerpt"] for hit in ask(ANNA, "clar", at="/at-hand")["people"]] == ["Clara"]
    said = ask(ANNA, "gask", at="/at-hand")["conversations"]
    assert [hit["conversation"] for hit in said] == [str(talked)]  # once, though it was said twice
    assert ask(CLARA, "clar", at="/at-hand")["people"] == []


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("q=x&after=x", "input.cursor"),
        ("q=x&since=soon", "input.pattern"),
        ("q=x&market=a/b", "input.pattern"),
        ("q=x&state=odd", "input.not_listed"),
        ("", "input.missing"),
    ],
)
def test_what_cannot_be_asked_is_refused(call: CallAs, talked: Ref, query: str, code: str) -> None:
    answer = call(ANNA).get(f"/search?{query}")
    assert answer.status_code == 422
    assert code in answer.content.decode(), answer.content


@pytest.mark.parametrize("q", ["%00", "a%00b", "%ff", "'", "x" * 200, "market:%00 x", "🙂", '"""', "~~ !"])
def test_any_text_may_be_asked(call: CallAs, talked: Ref, q: str) -> None:
    assert call(ANNA).get(f"/search?q={q}").status_code in (200, 400, 422)
    assert call(ANNA).get(f"/search/at-hand?q={q}").status_code in (200, 400, 422)
