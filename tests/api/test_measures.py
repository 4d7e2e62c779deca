"""Measures over HTTP: the Seller reads its own, the desk decides, the Platform names who does."""

import pytest

from helpdesk.conduct.terms import Label
from helpdesk.enforcement import queries
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel.actor import Actor
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, FELIX, PLATFORM
from tests.enforcement.told import IRIS, WHY, Tale
from tests.past import Present, any_present
from tests.shops import Shops

INES, JAN = {"id": "emp-1", "name": "Ines"}, {"id": "emp-2", "name": "Jan"}


class Told(Tale):
    """A tale of which the doors' clock knows."""

    present: Present

    def follow(self) -> int:
        done = super().follow()
        self.present.set(self.later())
        return done


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Told:
    present = any_present(monkeypatch)
    tale = Told(shops, known=True)
    tale.present = present
    tale.found(Label.DEAL)
    tale.follow()
    return tale


def waits(tale: Tale) -> str:
    found = tale.proposed()
    assert found is not None
    return f"/enforcement/proposals/{found.id}"


def test_the_platform_names_one_for_what_is_short(call: CallAs, tale: Told) -> None:
    platform, path = call(PLATFORM), waits(tale)
    [shown] = platform.get("/enforcement/proposals").json()["data"]
    assert (shown["measure"], shown["points"], shown["waits_for"]) == ("notice", 3.0, 1)
    body = {"decision": "approve", "reason": WHY, "decided_by": [INES]}
    nobody = platform.post(f"{path}/decisions", body | {"decided_by": []}, key="k0")
    assert (nobody.status_code, nobody.json()["code"]) == (422, "measure.persons")
    done = platform.post(f"{path}/decisions", body, key="k")
    assert done.status_code == 201
    again = platform.post(f"{path}/decisions", body, key="k")
    assert (again.headers["Idempotency-Replayed"], again.json()) == ("true", done.json())
    shown = platform.get(path).json()
    assert (shown["outcome"], shown["decisions"][0]["name"]) == ("imposed", "Ines")
    assert platform.get(f"/measures/{done.json()['measure']}").json()["kind"] == "notice"


def test_more_than_a_week_takes_two_of_the_platforms_persons(call: CallAs, tale: Told) -> None:
    platform, path = call(PLATFORM), f"{waits(tale)}/decisions"
    body = {"decision": "approve", "measure": "demotion", "grave": True, "reason": WHY}
    for named in ([INES], [INES, INES]):
        answer = platform.post(path, body | {"decided_by": named}, key=f"k{len(named)}")
        assert answer.status_code == 422, "nothing of it is kept"
    found = tale.proposed()
    assert found is not None
    assert found.decisions == ()
    done = platform.post(path, body | {"decided_by": [INES, JAN]}, key="k3")
    assert (done.status_code, done.json()["waits_for"]) == (201, 0)
    assert [one.kind for one in queries.measures_of(actor=ANNA)] == [MeasureKind.DEMOTION]


def test_compliance_decides_for_itself(call: CallAs, tale: Told) -> None:
    path = f"{waits(tale)}/decisions"
    body = {"decision": "approve", "reason": WHY}
    assert call(EDDA).post(path, body, key="k").status_code == 403
    named = call(FELIX).post(path, body | {"decided_by": [INES]}, key="k")
    assert (named.status_code, named.json()["code"]) == (422, "measure.person")
    done = call(FELIX).post(path, body, key="k").json()
    measure = f"/measures/{done['measure']}"
    shown = call(ANNA).get(measure).json()
    assert (shown["statement"]["language"], shown["statement"]["explanation"]) == ("en", WHY)
    assert shown["statement"]["facts"]["automated_decision"] == 0
    for stranger in (DMITRI, CLARA):
        assert call(stranger).get(measure).status_code == 404
    lifted = call(IRIS).post(f"{measure}/liftings", {"reason": "It was a quotation."}, key="l")
    assert lifted.status_code == 201
    assert call(ANNA).get(measure).json()["lifted_reason"] == "It was a quotation."


def test_declining_needs_a_reason(call: CallAs, tale: Told) -> None:
    path = f"{waits(tale)}/decisions"
    without = call(FELIX).post(path, {"decision": "decline"}, key="k")
    assert (without.status_code, without.json()["code"]) == (422, "measure.reason")
    assert call(FELIX).post(path, {"decision": "decline", "reason": "Once."}, key="k").status_code == 201
    [settled] = call(FELIX).get("/enforcement/proposals?state=settled").json()["data"]
    assert settled["outcome"] == "declined"


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_sides_see_no_proposal(call: CallAs, tale: Told, actor: Actor) -> None:
    assert call(actor).get(waits(tale)).status_code == 404
    assert call(actor).get("/enforcement/proposals").status_code == 404


def test_what_changed_is_told_to_the_platform_by_its_own_ids(call: CallAs, tale: Told) -> None:
    platform, path = call(PLATFORM), waits(tale)
    done = platform.post(
        f"{path}/decisions", {"decision": "approve", "reason": WHY, "decided_by": [INES]}, key="k"
    ).json()
    tale.follow()
    first = platform.get("/measures?changed_after=-1").json()
    [imposed] = first["data"]
    assert (imposed["id"], imposed["phase"], imposed["kind"]) == (done["measure"], "in_force", "notice")
    assert imposed["seller_external_id"] == "Anna's Espresso Parts"
    assert imposed["statement"]["sections"]
    platform.post(f"/measures/{done['measure']}/liftings", {"reason": "Mended."}, key="l")
    tale.follow()
    [lifted] = platform.get(f"/measures?changed_after={first['through']}").json()["data"]
    assert (lifted["id"], lifted["phase"], lifted["lifted_reason"]) == (imposed["id"], "lifted", "Mended.")
    assert lifted["number"] > imposed["number"]
    assert [one["id"] for one in call(ANNA).get("/measures?changed_after=-1").json()["data"]] == [
        imposed["id"]
    ]
    assert call(DMITRI).get("/measures?changed_after=-1").json()["data"] == []
    assert "number" not in platform.get("/measures").json()["data"][0], "a list is a list"
