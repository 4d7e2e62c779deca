"""The rules for messages over HTTP: read by the desk, changed by Compliance, announced to all, and tried."""

from typing import Any

import pytest
from django.test import Client

from helpdesk.archive import actions as archive
from helpdesk.conduct import queries
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.cast import ANNA, EDDA, FELIX

PHRASE = {"phrases": [{"label": "C_PROMO", "words": "Square copper gasket"}]}


@pytest.fixture(autouse=True)
def nothing_kept(database: str) -> None:
    queries.forget()


def amendment(**other: Any) -> dict[str, Any]:
    return {"market": "pl", "content": PHRASE, **other}


def test_a_prohibition_is_announced_to_everybody(call: CallAs, asked: Ref) -> None:
    answer = call(FELIX).post("/rules/messages", amendment(), key="k")
    assert (answer.status_code, answer.json()) == (201, {"number": 1})
    assert call(FELIX).post("/rules/messages", amendment(), key="k").json() == {"number": 1}
    (said,) = Client().get("/api/v1/rules/announced").json()["data"]
    assert said["market"] == "pl"
    assert said["prohibitions"] == [
        {"sort": "phrase", "what": "square copper gasket", "label": "C_PROMO", "decision": None}
    ]
    rules = call(EDDA).get("/rules/messages").json()
    assert (rules["held"], len(rules["coming"]), len(rules["history"])) == ([], 1, 1)
    phrases = rules["history"][0]["content"]["phrases"]
    assert phrases == [{"label": "C_PROMO", "words": "square copper gasket"}]


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"market": "zz"}, "pack.market"),
        ({"content": {"hosts": ["no host"]}}, "pack.host"),
        ({"content": {"ceilings": {"NOTHING": "log"}}}, "pack.ceiling"),
        ({"effective_at": "2026-01-01T00:00:00Z"}, "pack.too_soon"),
        ({"expected_number": 7}, "pack.moved_on"),
    ],
)
def test_what_cannot_be_published_is_said(call: CallAs, asked: Ref, wrong: dict[str, Any], code: str) -> None:
    answer = call(FELIX).post("/rules/messages", amendment(**wrong), key="k")
    assert answer.status_code in (400, 409, 422)
    assert answer.json()["code"] == code


def test_sellers_read_announcements_only(call: CallAs, asked: Ref) -> None:
    for path in ("/rules/messages", "/trials"):
        assert call(ANNA).get(path).status_code == 403
    assert call(EDDA).post("/trials", {}, key="k").status_code == 403


def test_a_trial_names_messages_and_not_their_words(call: CallAs, asked: Ref) -> None:
    conversations.post_reply(
        actor=ANNA, now=clock.now(), conversation=asked, draft="It is the square copper gasket.", key="1"
    )
    archive.number_entries(actor=SYSTEM, now=clock.now())
    felix = call(FELIX)
    answer = felix.post("/trials", {"content": PHRASE}, key="k")
    assert answer.status_code == 202
    assert felix.post("/trials", {"content": PHRASE}, key="k").json() == answer.json()
    assert felix.post("/trials", {}, key="k").status_code == 422
    path = f"/trials/{answer.json()['id']}"
    assert felix.get(path).json()["finished_at"] is None
    while conversations.try_rules(actor=SYSTEM, now=clock.now()):
        pass
    done = call(EDDA).get(path).json()
    assert (done["read"], done["total"], done["found"]) == (2, 2, 1)
    assert done["new"] == [{"label": "C_PROMO", "rule": "operator.c_promo", "language": "pl", "found": 1}]
    assert done["changes"] == [{"was": "none", "becomes": "warn", "messages": 1}]
    (hit,) = done["hits"]
    assert hit["conversation"] == str(asked)
    assert "It is the" not in str(done)
    assert call(EDDA).get("/trials/5a7b3c1e-0000-4000-8000-000000000000").status_code == 404
