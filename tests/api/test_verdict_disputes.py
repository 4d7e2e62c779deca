"""Disputes of verdicts over HTTP: a shop disputes, the desk decides, leaves out and puts back."""

from datetime import timedelta
from typing import Any

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.standing.models import Point
from tests.api.conftest import CallAs
from tests.cast import ANNA, ANNAS_SHOP, CLARA, DMITRI, EDDA, FELIX, GRETA, PLATFORM, READER
from tests.standing.rated import follow
from tests.statements import statements

CLAIM = {"claim": "holiday", "words": "Our town had a holiday."}


@pytest.fixture
def late(asked: Ref) -> str:
    """Clara's question counts as answered late."""
    follow(clock.now())
    with everything():
        Point.objects.filter(chain=asked.id).update(
            state="late",
            overrun_us=9 * 3_600_000_000,
            deadline_us=clock.to_us(clock.now() - timedelta(days=2)),
        )
        return str(Ref(ANNAS_SHOP, Point.objects.get(chain=asked.id).id))


@pytest.fixture
def disputed(call: CallAs, late: str) -> dict[str, Any]:
    """As the desk lists it."""
    assert call(ANNA).post(f"/standing/points/{late}/disputes", CLAIM, key="one").status_code == 201
    [listed] = call(FELIX).get("/disputes").json()["data"]
    return dict(listed)


def test_a_shop_disputes_and_the_desk_decides(
    call: CallAs, late: str, asked: Ref, disputed: dict[str, Any]
) -> None:
    assert (disputed["point"], disputed["claim"], disputed["words"]) == (late, "holiday", "")
    again = call(ANNA).post(f"/standing/points/{late}/disputes", CLAIM, key="one")
    assert again.headers["Idempotency-Replayed"] == "true"
    path = f"/disputes/{disputed['id']}"
    decision = {"outcome": "met", "reason": "holiday", "words": "It was one."}
    felix = call(FELIX)
    assert felix.get(path).json()["code"] == "oversight.no_reading"
    assert felix.post(f"{path}/settlements", decision).status_code == 403
    felix.post(f"/conversations/{asked}/readings", {"reason": "dispute"})
    assert felix.get(path).json()["words"] == CLAIM["words"]
    wrong = felix.post(f"{path}/settlements", decision | {"reason": "spam"})
    assert (wrong.status_code, wrong.json()["code"]) == (422, "dispute.reason")
    assert felix.post(f"{path}/settlements", decision).status_code == 201
    late_one = felix.post(f"{path}/settlements", decision)
    assert (late_one.status_code, late_one.json()["code"]) == (409, "dispute.settled")
    follow(clock.now())
    found = call(ANNA).get(f"/standing/points/{late}").json()
    assert (found["state"], found["ruled"], found["ruling"]) == ("met", "met", "It was one.")
    assert found["disputes"][0]["answer"] == "It was one."
    assert call(GRETA).get("/disputes?state=settled").json()["data"][0]["outcome"] == "met"
    assert call(ANNA).get("/disputes").json()["data"][0]["words"] == CLAIM["words"]


def test_the_desk_leaves_out_and_puts_back(call: CallAs, late: str, asked: Ref) -> None:
    edda, place = call(EDDA), f"/conversations/{asked}/obligations"
    assert edda.get(place).status_code == 403
    edda.post(f"/conversations/{asked}/readings", {"reason": "dispute"})
    [owed] = edda.get(place).json()["data"]
    assert (owed["id"], owed["state"], owed["stands"]) == (late, "late", "late")
    body = {"reason": "linked_accounts", "words": "One household."}
    assert edda.post(f"/obligations/{late}/exclusions", body).status_code == 201
    follow(clock.now())
    [owed] = edda.get(place).json()["data"]
    assert (owed["state"], owed["stands"], owed["ruled"]) == ("late", "excluded", "linked_accounts")
    assert edda.post(f"/obligations/{late}/exclusions", body).json()["code"] == "dispute.ruled"
    assert edda.post(f"/obligations/{late}/inclusions", {"words": "Two."}).status_code == 201
    follow(clock.now())
    assert edda.get(place).json()["data"][0]["ruled"] is None


def test_strangers_find_nothing(call: CallAs, late: str, asked: Ref, disputed: dict[str, Any]) -> None:
    path = f"/disputes/{disputed['id']}"
    for actor in (DMITRI, CLARA, PLATFORM):
        client = call(actor)
        assert client.get(path).status_code == 404
        assert client.get(f"/standing/points/{late}").status_code == 404
        assert client.post(f"/standing/points/{late}/disputes", CLAIM).status_code == 404
        assert client.post(f"/obligations/{late}/inclusions", {"words": "x"}).status_code in (403, 404)
    assert call(DMITRI).get("/disputes").json()["data"] == []
    assert call(READER).post(f"/standing/points/{late}/disputes", CLAIM).status_code == 403
    assert call(ANNA).post(f"{path}/settlements", {"outcome": "upheld", "words": "x"}).status_code in (
        403,
        404,
    )
    assert call(CLARA).get("/disputes").status_code == 403


def test_what_it_says_of_mistakes(call: CallAs, late: str, disputed: dict[str, Any]) -> None:
    anna = call(ANNA)
    assert anna.post(f"/standing/points/{late}/disputes", {"claim": "weather"}).status_code == 422
    assert anna.post(f"/standing/points/{late}/disputes", CLAIM).json()["code"] == "dispute.disputed"
    assert anna.get("/standing/points/none").json()["code"] == "standing.not_found"
    assert call(EDDA).get("/disputes/none").json()["code"] == "dispute.not_found"
    assert anna.get("/disputes?after=x").json()["code"] == "input.cursor"
    assert disputed["outcome"] is None


def test_endpoints_of_disputes_keep_their_ceilings(
    call: CallAs, late: str, asked: Ref, disputed: dict[str, Any]
) -> None:
    """Everything counts: the token's question, BEGIN, COMMIT, the scope's setting, savepoints."""
    call(FELIX).post(f"/conversations/{asked}/readings", {"reason": "dispute"})
    counted = {}
    for actor, path, ceiling in (
        (ANNA, "/disputes", 7),
        (ANNA, f"/standing/points/{late}", 12),
        (FELIX, "/disputes", 6),
        (FELIX, "/disputes?state=settled", 5),
        (FELIX, f"/disputes/{disputed['id']}", 16),
        (FELIX, f"/conversations/{asked}/obligations", 9),
    ):
        api = call(actor)
        with statements() as count:
            assert api.get(path).status_code == 200, path
        if count() > ceiling:
            counted[f"{actor.name} {path}"] = (count(), ceiling)
    assert counted == {}
