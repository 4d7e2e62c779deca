"""Team work over the API: notes, who looks after a thread, tags, putting it off, views."""

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.teamwork.terms import MAX_NOTE
from tests.api.conftest import CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA
from tests.statements import statements

NOTE = "Canary 4711: regular customer."


def marks(call: CallAs, asked: Ref, actor: Actor = ANNA) -> Any:
    """How it is worked on."""
    return call(actor).get(f"/conversations/{asked}/marks").json()


def test_a_note_is_kept_once_and_read_by_the_shop(call: CallAs, asked: Ref) -> None:
    anna, path = call(ANNA), f"/conversations/{asked}/notes"
    first, again = (anna.post(path, {"text": NOTE}, key="n") for _ in range(2))
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json() == again.json()
    assert again.headers["Idempotency-Replayed"] == "true"
    [read] = call(BRUNO).get(path).json()["data"]
    assert (read["author"], read["text"], read["erased"]) == ("Anna", NOTE, None)
    assert read["id"] == first.json()["archive"]["entry"]
    assert anna.post(path, {"text": "Something else."}, key="n").status_code == 422


@pytest.mark.parametrize(
    ("text", "status", "code"),
    [("", 422, "note.invisible"), ("x" * (MAX_NOTE + 1), 413, "text.too_long"), ("\x00", 400, "text.nul")],
)
def test_what_is_no_note(call: CallAs, asked: Ref, text: str, status: int, code: str) -> None:
    answer = call(ANNA).post(f"/conversations/{asked}/notes", {"text": text})
    assert (answer.status_code, answer.json()["code"]) == (status, code)


def test_the_buyer_and_other_shops_never_see_it(call: CallAs, asked: Ref) -> None:
    entry = call(ANNA).post(f"/conversations/{asked}/notes", {"text": NOTE}).json()["archive"]["entry"]
    for actor in (CLARA, HANIA, DMITRI):
        assert call(actor).get(f"/conversations/{asked}/notes").status_code == 404
        assert call(actor).get(f"/entries/{entry}").status_code == 404
        assert call(actor).get(f"/conversations/{asked}/marks").status_code == 404
    read = call(CLARA)
    for path in (f"/conversations/{asked}", "/conversations", f"/conversations/{asked}/clocks"):
        assert "4711" not in read.get(path).content.decode()
    assert call(EDDA).get(f"/conversations/{asked}/notes").status_code == 404


def test_it_is_handed_to_a_colleague_and_let_go(call: CallAs, asked: Ref) -> None:
    anna, path = call(ANNA), f"/conversations/{asked}/assignment"
    team = {one["name"]: one["id"] for one in anna.get("/team/members").json()["data"]}
    assert marks(call, asked) == {"assignee": None, "tags": [], "snoozed_until": None}
    assert anna.put(path, {"member": team["Bruno"]}).status_code == 204
    assert marks(call, asked)["assignee"] == {"member": team["Bruno"], "name": "Bruno", "away": None}
    assert anna.send("DELETE", path).status_code == 204
    assert marks(call, asked)["assignee"] is None


def test_a_membership_that_is_none_of_the_shops(call: CallAs, asked: Ref) -> None:
    [dmitri] = call(DMITRI).get("/team/members").json()["data"]
    for member in (dmitri["id"], str(asked), "x"):
        answer = call(ANNA).put(f"/conversations/{asked}/assignment", {"member": member})
        assert answer.status_code == 404


def test_tags_take_the_place_of_those_before(call: CallAs, asked: Ref) -> None:
    anna, path = call(ANNA), f"/conversations/{asked}/tags"
    for tags, kept in ((["VIP", "vip"], ["vip"]), (["zwrot"], ["zwrot"]), ([], [])):
        assert anna.put(path, {"tags": tags}).status_code == 204
        assert marks(call, asked)["tags"] == kept
    answer = anna.put(path, {"tags": [str(n) for n in range(9)]})
    assert (answer.status_code, answer.json()["code"]) == (422, "tag.too_many")


def test_it_is_put_off_and_comes_back(call: CallAs, asked: Ref) -> None:
    anna, path = call(ANNA), f"/conversations/{asked}/snooze"
    until = (clock.now() + timedelta(days=3)).replace(microsecond=0)
    assert anna.put(path, {"until": until.isoformat()}).status_code == 204
    assert marks(call, asked)["snoozed_until"].startswith(f"{until:%Y-%m-%dT%H:%M:%S}")
    assert anna.send("DELETE", path).status_code == 204
    assert marks(call, asked)["snoozed_until"] is None
    for text, code in (("2020-01-01T00:00:00Z", "snooze.past"), ("2099-01-01T00:00:00Z", "snooze.far")):
        answer = anna.put(path, {"until": text})
        assert (answer.status_code, answer.json()["code"]) == (422, code)
    assert anna.put(path, {"until": "2026-12-01T08:00"}).status_code == 422


def test_the_inbox_in_views(call: CallAs, asked: Ref) -> None:
    anna = call(ANNA)
    [me] = [one["id"] for one in anna.get("/team/members").json()["data"] if one["name"] == "Anna"]
    assert anna.put(f"/conversations/{asked}/assignment", {"member": me}).status_code == 204
    assert anna.put(f"/conversations/{asked}/tags", {"tags": ["vip"]}).status_code == 204
    counted = {one["view"]: one["waiting"] for one in anna.get("/inbox/views").json()["data"]}
    assert counted == {"all": 1, "mine": 1, "nobody": 0, "snoozed": 0, "tag:vip": 1}
    for view, waiting in counted.items():
        assert len(anna.get(f"/inbox?view={view}").json()["data"]) == waiting
    answer = anna.get("/inbox?view=elsewhere")
    assert (answer.status_code, answer.json()["code"]) == (422, "view.unknown")


def test_each_costs_so_many_statements(call: CallAs, asked: Ref) -> None:
    anna, at = call(ANNA), f"/conversations/{asked}"
    anna.get("/inbox")
    for ceiling, method, path, body in (
        (2, "GET", f"{at}/notes", b""),
        (2, "GET", f"{at}/marks", b""),
        (4, "GET", "/inbox?view=mine", b""),
        (3, "GET", "/inbox/views", b""),
        (15, "POST", f"{at}/notes", {"text": "x"}),
        (11, "PUT", f"{at}/tags", {"tags": ["vip"]}),  # one of them tells the colleagues
        (9, "DELETE", f"{at}/assignment", b""),
    ):
        with statements() as count:
            answer = anna.send(method, path, body, **{"Idempotency-Key": "k"})
        assert answer.status_code < 300, answer.content
        assert count() <= ceiling, (path, count())
