"""Saved replies over HTTP: kept, filled in for conversations, sent to several at a time."""

from typing import Any

import pytest

from helpdesk.kernel.ids import Ref
from tests.api.conftest import CallAs
from tests.api.routes import NOWHERE
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, HANIA, READER
from tests.shops import Shops

SAVED = {"name": "Got it", "bodies": {"de": "{buyer}: {order} passt.", "pl": "{buyer}: {order} pasuje."}}


@pytest.fixture
def saved(call: CallAs, shops: Shops) -> dict[str, Any]:
    answer = call(ANNA).post("/saved-replies", SAVED, key="1")
    assert answer.status_code == 201
    found: dict[str, Any] = answer.json()
    return found


@pytest.fixture
def threads(call: CallAs, asked: Ref, shops: Shops) -> list[str]:
    """Clara's, and Hania's."""
    hanias = call(HANIA).post(f"/orders/{shops.hanias_order}/questions", {"text": "Czy pasuje?"})
    return [str(asked), hanias.json()["conversation"]]


def test_it_is_kept_changed_and_withdrawn(call: CallAs, saved: dict[str, Any]) -> None:
    assert call(ANNA).post("/saved-replies", SAVED, key="1").json() == saved
    at, changed = f"/saved-replies/{saved['id']}", SAVED | {"name": "Fits", "version": 1}
    assert call(BRUNO).put(at, changed).json()["version"] == 2
    late = call(ANNA).put(at, SAVED | {"version": 1})
    assert (late.status_code, late.json()["code"]) == (409, "saved_reply.moved")
    assert [one["name"] for one in call(READER).get("/saved-replies").json()["data"]] == ["Fits"]
    for _ in range(2):
        assert call(ANNA).send("DELETE", at).status_code == 204
    assert call(ANNA).get(at).status_code == 404


def test_strangers_find_nothing(call: CallAs, saved: dict[str, Any], threads: list[str]) -> None:
    at, chosen = f"/saved-replies/{saved['id']}", {"conversations": threads}
    for method, path, body in (
        ("GET", at, None),
        ("PUT", at, SAVED | {"version": 1}),
        ("DELETE", at, None),
        ("POST", f"{at}/texts", chosen),
    ):
        assert call(DMITRI).send(method, path, body).status_code == 404
        assert call(CLARA).send(method, path, body).status_code in (403, 404)
    assert call(CLARA).get("/saved-replies").status_code == 403
    assert call(DMITRI).get("/saved-replies").json() == {"data": []}
    assert call(READER).put(at, SAVED | {"version": 1}).status_code == 403


def test_each_conversation_has_its_own_text(call: CallAs, saved: dict[str, Any], threads: list[str]) -> None:
    found = (
        call(READER).post(f"/saved-replies/{saved['id']}/texts", {"conversations": threads}).json()["data"]
    )
    assert [one["text"] for one in found] == ["Clara: A-1001 passt.", "Hania: A-1002 pasuje."]
    assert [one["language"] for one in found] == ["de", "pl"]


def test_several_are_answered_and_one_is_refused(call: CallAs, threads: list[str]) -> None:
    said = {
        "answers": [
            {"conversation": threads[0], "text": "Ja, sie passt zu 58 mm.", "seen_n": 0},
            {"conversation": threads[1], "text": "Proszę napisać: anna@example.com", "seen_n": 0},
            {"conversation": NOWHERE, "text": "Ja."},
        ]
    }
    answer = call(ANNA).post("/together/replies", said, key="k")
    done, refused, gone = answer.json()["data"]
    assert (answer.status_code, done["posted"]["n"], done["problem"]) == (200, 1, None)
    assert refused["problem"]["code"].startswith("conduct.")
    assert (gone["posted"], gone["problem"]["code"]) == (None, "conversation.not_found")
    assert call(ANNA).post("/together/replies", said, key="k").json()["data"][0] == done
    assert [row["id"] for row in call(ANNA).get("/inbox").json()["data"]] == threads[1:]


def test_several_are_marked(call: CallAs, threads: list[str]) -> None:
    call(ANNA).post(f"/conversations/{threads[0]}/replies", {"text": "Ja, Nr. 1234 passt."})
    call(CLARA).post(f"/conversations/{threads[0]}/questions", {"text": "Danke, 1234 ist notiert, oder?"})
    said = {"conversations": threads, "reason": "courtesy", "seen_at": "2099-01-01T00:00:00Z"}
    done, first = call(ANNA).post("/together/waivers", said).json()["data"]
    assert done["posted"]
    assert first["problem"]["code"] == "waiver.first"
    early = said | {"seen_at": "2020-01-01T00:00:00Z"}
    assert (
        call(ANNA).post("/together/waivers", early).json()["data"][1]["problem"]["code"] == "together.moved"
    )


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/saved-replies", {"name": "x"}),
        ("/saved-replies", {"name": "x", "bodies": {"de": 1}}),
        ("/saved-replies", {"name": "x", "bodies": {"xx": "a"}}),
        ("/saved-replies", {"name": "x", "bodies": {"de": "{foo}"}}),
        ("/together/replies", {"answers": []}),
        ("/together/replies", {"answers": [{"conversation": NOWHERE, "text": "a"}] * 2}),
        ("/together/replies", {"answers": [{"conversation": NOWHERE, "text": "a"}] * 31}),
        ("/together/waivers", {"conversations": [NOWHERE], "reason": "x"}),
        (
            "/together/waivers",
            {"conversations": [NOWHERE], "reason": "courtesy", "seen_at": "2026-01-01T00:00"},
        ),
    ],
)
def test_odd_bodies_are_refused(call: CallAs, shops: Shops, path: str, body: object) -> None:
    assert call(ANNA).post(path, body).status_code == 422
