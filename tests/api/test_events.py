"""The feed of events: in the order of the log, ids only, and of a Seller only their own."""

from importlib import import_module
from typing import Any

import pytest
from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.webhooks.queries import feed
from helpdesk.webhooks.terms import PUBLISHED
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, DMITRI, PLATFORM
from tests.shops import Shops
from tests.statements import statements
from tests.webhooks.sent import react


@pytest.fixture
def told(asked: Ref, shops: Shops, call: CallAs) -> Ref:
    """Two threads, a refused text and an internal note; all have their numbers."""
    conversations.ask_about_order(
        actor=CLARA, now=clock.now(), order=shops.dmitris_order, draft="Which bulb?", key="clara-2"
    )
    call(ANNA).post(f"/conversations/{asked}/notes", {"text": "She is a regular."})
    call(ANNA).post(f"/conversations/{asked}/replies", {"text": "Write to anna@example.com, please."})
    react(clock.now())
    return asked


def events(call: CallAs, actor: Actor, query: str = "") -> list[dict[str, Any]]:
    answer = call(actor).get(f"/events{query}")
    assert answer.status_code == 200, answer.content
    found: list[dict[str, Any]] = answer.json()["data"]
    return found


def test_the_platform_reads_what_is_published_in_order(call: CallAs, told: Ref) -> None:
    found = events(call, PLATFORM)
    assert {one["type"].removeprefix("helpdesk.") for one in found} <= set(PUBLISHED)
    numbers = [one["archivenumber"] for one in found]
    assert numbers == sorted(numbers)
    messages = [one for one in found if one["type"] == "helpdesk.message"]
    assert len(messages) == 2
    assert messages[0]["subject"] == f"conversation/{told}"
    assert messages[0]["data"]["conversation"] == str(told)
    entry = call(PLATFORM).get(f"/entries/{messages[0]['id']}").json()
    assert (entry["leaf_hash"], entry["number"]) == (messages[0]["leafhash"], numbers[0])


def test_nobodys_words_leave(call: CallAs, told: Ref) -> None:
    for actor in (PLATFORM, ANNA):
        body = call(actor).get("/events").content.decode()
        for secret in (QUESTION, "regular", "anna@example.com", "attempt", "Clara", "note"):
            assert secret not in body


def test_a_seller_reads_their_own(call: CallAs, told: Ref) -> None:
    of_anna, of_dmitri = events(call, ANNA), events(call, DMITRI)
    assert {one["subject"] for one in of_anna} == {f"conversation/{told}"}
    assert len(of_dmitri) == 1
    assert not {one["id"] for one in of_anna} & {one["id"] for one in of_dmitri}


def test_pages_follow_each_other_to_the_end(call: CallAs, told: Ref) -> None:
    whole = events(call, PLATFORM)
    first = call(PLATFORM).get("/events?limit=1&kinds=message")
    page = first.json()
    assert page["next"] == page["last"] == page["data"][0]["archivenumber"]
    assert first.headers["Link"] == (
        f'</api/v1/events?limit=1&kinds=message&after={page["next"]}>; rel="next"'
    )
    rest = call(PLATFORM).get(f"/events?after={page['next']}&kinds=message").json()
    assert rest["next"] is None
    assert [*page["data"], *rest["data"]] == [one for one in whole if one["type"] == "helpdesk.message"]
    assert call(PLATFORM).get(f"/events?after={rest['last']}").json() == {
        "data": [],
        "next": None,
        "last": rest["last"],
    }


def test_few_of_many_are_found_without_looking_at_all(told: Ref, monkeypatch: pytest.MonkeyPatch) -> None:
    """However rare a kind is, an answer looks at so many entries and says how far it came."""
    module = import_module("helpdesk.webhooks.queries.feed")
    monkeypatch.setattr(module, "SPAN", 2)
    seen, after, pages = [], -1, 0
    while True:
        page = feed(actor=PLATFORM, after=after, kinds=["message"])
        seen += [one["archivenumber"] for one in page.events]
        pages += 1
        if page.next is None:
            break
        after = page.next
    assert pages >= 2
    assert len(seen) == 2


def test_it_reads_along_an_index(told: Ref) -> None:
    module = import_module("helpdesk.webhooks.queries.feed")
    for own, first, index in (
        ("", [], "archive_number_pkey"),
        ("seller_id = %s::bigint AND", [ANNA.seller_id], "archive_number_seller"),
    ):
        with acting(PLATFORM), connection.cursor() as cursor:
            for way in (
                "seqscan",
                "bitmapscan",
                "sort",
            ):  # tables of tests are too small for an index
                cursor.execute(f"SET LOCAL enable_{way} = off")
            asked = [*first, 5, 100, ["message"], [0], 10]
            cursor.execute("EXPLAIN " + module._PAGE.format(own=own), asked)
            plan = "\n".join(line for (line,) in cursor.fetchall())
        assert f"Index Scan using {index} on archive_number" in plan
        assert "Seq Scan on archive_entry" not in plan


@pytest.mark.parametrize("odd", ["limit=0", "limit=1001", "after=-2", "after=x", "kinds=attempt.refused"])
def test_odd_questions_are_refused(call: CallAs, told: Ref, odd: str) -> None:
    assert call(PLATFORM).get(f"/events?{odd}").status_code == 422


def test_it_is_not_for_buyers(call: CallAs, told: Ref) -> None:
    answer = call(CLARA).get("/events")
    assert (answer.status_code, answer.json()["code"]) == (403, "events.not_yours")


def test_it_asks_little_of_the_database(call: CallAs, told: Ref) -> None:
    caller = call(PLATFORM)
    caller.get("/events")
    with statements() as count:
        caller.get("/events")
    assert count() <= 8
