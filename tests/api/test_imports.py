"""Threads of an older system over the API: marked, with problems in the caller's language."""

import json
from dataclasses import replace

from helpdesk.kernel.actor import Role
from tests.api.client import Api, token_of
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, PLATFORM, person
from tests.conversations.bringing import WORDS, known, place, thread
from tests.shops import Shops

ROOT = replace(EDDA, person=person("Root"), name="Root", roles=frozenset({Role.PLATFORM_ADMIN}))


def test_an_administrator_brings_threads_and_both_sides_read_the_mark(call: CallAs, shops: Shops) -> None:
    known(shops)
    bad = thread(id="t2", buyer="nobody")
    body = f"{json.dumps(thread())}\n{json.dumps(bad)}\n".encode()
    tried = call(ROOT).post("/imports?dry_run=true", body)
    assert tried.status_code == 200, tried.content
    assert (tried.json()["begun"], tried.json()["entry"]) == (1, None)
    assert call(CLARA).get(f"/conversations/{place(shops)}").status_code == 404
    done = call(PLATFORM).post("/imports", body).json()
    assert {name: done[name] for name in ("begun", "messages", "rejected", "known")} == {
        "begun": 1,
        "messages": 2,
        "rejected": 1,
        "known": 0,
    }
    [problem] = done["problems"]
    assert (problem["line"], problem["thread"], problem["pointer"]) == (2, "t2", "/buyer")
    german = Api(token_of(ROOT), language="de").post("/imports", body).json()
    assert german["problems"][0]["detail"] != problem["detail"]
    assert call(ROOT).get(f"/entries/{done['entry']}").status_code == 200
    for actor in (ANNA, CLARA):
        shown = call(actor).get(f"/conversations/{place(shops)}").json()
        assert (shown["imported"], shown["waiting_on"], shown["questions"]) == (True, "nobody", [])
        first = shown["messages"][0]
        assert (first["text"], first["manner"]) == (WORDS, "imported")
        assert first["said_at"] == "2024-03-05T10:15:00Z"
        assert first["at"] > "2026"
    assert call(DMITRI).get(f"/conversations/{place(shops)}").status_code == 404
    assert call(CLARA).get("/conversations").json()["data"][0]["unread"] == 0


def test_sellers_and_buyers_bring_nothing(call: CallAs, shops: Shops) -> None:
    known(shops)
    body = json.dumps([thread()]).encode()
    for actor in (ANNA, CLARA, EDDA):
        assert call(actor).post("/imports?format=json", body).status_code == 403


def test_a_body_that_is_none_is_told_by_its_line(call: CallAs, shops: Shops) -> None:
    answer = call(ROOT).post("/imports?format=csv", b"nonsense\n")
    assert answer.status_code == 200
    assert [(one["line"], one["code"]) for one in answer.json()["problems"]] == [
        (1, "import.columns_missing")
    ]
    assert call(ROOT).post("/imports?format=xml", b"x").status_code in (400, 422)
