"""Outages over HTTP: read by everybody, declared by many, decided by few, the same request once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from helpdesk.deadlines import actions, queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Role
from helpdesk.kernel.ids import Ref
from tests.api.client import Api
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM, person

PAULA = replace(EDDA, person=person("Paula"), name="Paula", roles=frozenset({Role.PLATFORM_ADMIN}))
DECIDING = [("publication", {}), ("dismissal", {"why": "mistake"})]


@pytest.fixture(autouse=True)
def nothing_kept(database: str) -> None:
    queries.forget()


def body(**other: Any) -> dict[str, Any]:
    now = clock.now()
    hours = {
        name: (now - timedelta(hours=ago)).isoformat() for name, ago in (("starts_at", 3), ("ends_at", 1))
    }
    return {**hours, "reason": "network", "note": "A cable.", **other}


def declared(api: Api) -> str:
    answer = api.post("/outages/proposals", body())
    assert answer.status_code == 201, answer.content
    return str(answer.json()["id"])


def test_from_a_declaration_to_what_everybody_reads(call: CallAs, asked: Ref) -> None:
    proposal = declared(call(PLATFORM))
    (waiting,) = call(GRETA).get("/outages/proposals").json()["data"]
    assert (waiting["id"], waiting["reason"], waiting["by"]) == (proposal, "network", "Platform")
    seen = call(EDDA).get(f"/outages/proposals/{proposal}/preview").json()
    assert seen == {"moved": 0, "rescued": 0, "corrected": 0}  # asked after it was over
    answer = call(PAULA).post(f"/outages/proposals/{proposal}/publication", {"note": "Two cables."}).json()
    assert answer["number"] == 1
    found = call(PAULA).get(f"/entries/{answer['archive']['entry']}").json()
    assert found["kind"] == "outage.published"
    (shown,) = Api().get("/outages").json()["data"]
    assert (shown["number"], shown["note"], shown["source"]) == (1, "Two cables.", "declared")
    assert call(GRETA).get("/outages/proposals").json()["data"] == []


def test_a_measured_one_has_nobody_behind_it(call: CallAs) -> None:
    for hours in (3, 1):
        actions.note_pulse(actor=SYSTEM, now=clock.now() - timedelta(hours=hours))
    (waiting,) = call(FELIX).get("/outages/proposals").json()["data"]
    assert (waiting["source"], waiting["by"]) == ("measured", "")


def test_the_same_requests_again_are_the_same_deeds(call: CallAs) -> None:
    edda, paula, sent = call(EDDA), call(PAULA), body()
    first, again = (edda.post("/outages/proposals", sent, key="d") for _ in range(2))
    assert (first.content, again.headers["Idempotency-Replayed"]) == (again.content, "true")
    proposal = first.json()["id"]
    for path, said in (
        (f"/outages/proposals/{proposal}/publication", {}),
        (f"/outages/proposals/{declared(edda)}/dismissal", None),
    ):
        first, again = (paula.post(path, {"why": "mistake"} if said is None else said, key="p") for _ in "12")
        assert (first.content, again.headers["Idempotency-Replayed"]) == (again.content, "true")
    assert len(Api().get("/outages").json()["data"]) == 1


@pytest.mark.parametrize(("deed", "said"), DECIDING)
def test_what_is_settled_stays_settled(call: CallAs, deed: str, said: dict[str, str]) -> None:
    proposal, paula = declared(call(EDDA)), call(PAULA)
    paula.post(f"/outages/proposals/{proposal}/dismissal", {"why": "people_could_work"})
    answer = paula.post(f"/outages/proposals/{proposal}/{deed}", said)
    assert (answer.status_code, answer.json()["code"]) == (409, "outage.settled")
    assert paula.get(f"/outages/proposals/{proposal}/preview").status_code == 404


@pytest.mark.parametrize(("deed", "said"), DECIDING)
def test_only_platform_administrators_decide(call: CallAs, deed: str, said: dict[str, str]) -> None:
    proposal = declared(call(EDDA))
    for actor in (ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM):
        answer = call(actor).post(f"/outages/proposals/{proposal}/{deed}", said)
        assert (answer.status_code, answer.json()["code"]) == (403, "outage.publish_not_yours")
    assert Api().post(f"/outages/proposals/{proposal}/{deed}", said).status_code == 401
    assert call(PAULA).post(f"/outages/proposals/{uuid4()}/{deed}", said).status_code == 404


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_proposals_are_the_desks(call: CallAs, actor: Any) -> None:
    proposal = declared(call(EDDA))
    for path in ("/outages/proposals", f"/outages/proposals/{proposal}/preview"):
        assert call(actor).get(path).json()["code"] == "outage.not_yours"
    for other in (actor, GRETA):
        assert call(other).post("/outages/proposals", body()).status_code == 403


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"ends_at": "2024-01-01T00:00:00Z"}, "outage.order"),
        ({"ends_at": "2099-01-01T00:00:00Z"}, "outage.future"),
        ({"starts_at": "0001-01-01T00:00:00+14:00"}, "outage.too_old"),
        ({"starts_at": "2026-01-01T00:00:00Z"}, "outage.long"),
        ({"note": "x" * 501}, "text.too_long"),
        ({"starts_at": "2026-01-01T00:00:00"}, "input.invalid"),
        ({"reason": "bad luck"}, "input.invalid"),
        ({"who": "me"}, "input.invalid"),
    ],
)
def test_what_makes_no_sense_is_refused(call: CallAs, other: dict[str, Any], code: str) -> None:
    answer = call(EDDA).post("/outages/proposals", body(**other))
    assert answer.status_code in (400, 413, 422)
    assert answer.json()["code"] == code or code == "input.invalid"


def test_a_list_goes_on(call: CallAs) -> None:
    paula = call(PAULA)
    for _ in range(3):
        paula.post(f"/outages/proposals/{declared(paula)}/publication", {})
    first = Api().get("/outages?limit=2").json()
    rest = Api().get(f"/outages?limit=2&before={first['next']}").json()
    assert [one["number"] for one in first["data"] + rest["data"]] == [3, 2, 1]
    assert rest["next"] is None
    for odd in ("limit=0", "before=x", "before=0", "limit=101"):
        assert Api().get(f"/outages?{odd}").status_code == 422
