"""Dispute packs and flows over HTTP: the twins of the pages."""

import json
from io import BytesIO
from zipfile import ZipFile

import pytest

from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Kind, Situation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.oversight import actions as oversight
from tests.api.conftest import CallAs
from tests.cases.told import Tale
from tests.cast import ANNA, CLARA, EDDA, HANIA
from tests.past import any_present
from tests.shops import Shops


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    """A claim that was refused."""
    present = any_present(monkeypatch)
    tale = Tale(shops.claras_order)
    tale.open(Opening(situation=Situation.OTHER), words="The carton scratched my table.")
    tale.step("refuse", words="The carton has no edges.")
    present.set(tale.later())
    return tale


def path(tale: Tale) -> str:
    return f"/cases/{tale.case}/dispute-packs"


@pytest.mark.parametrize("actor", [ANNA, CLARA])
def test_both_sides_take_the_pack(call: CallAs, tale: Tale, actor: Actor) -> None:
    answer = call(actor).post(path(tale), {"language": "de"}, key="k")
    assert (answer.status_code, answer.headers["Content-Type"]) == (201, "application/zip")
    assert set(json.loads(answer.headers["Helpdesk-Archive"])) >= {"entry", "receipt"}
    with ZipFile(BytesIO(b"".join(answer.streaming_content))) as file:
        told = json.loads(file.read("dispute.json"))
        assert "dispute.de.pdf" in file.namelist()
    assert (told["language"], told["case"]["stage"]) == ("de", "refused")
    assert told["verification"]["verdict"] == "whole"


def test_what_is_wrong_is_said(call: CallAs, tale: Tale) -> None:
    clara = call(CLARA)
    assert clara.post(path(tale), {"language": "xx"}, key="k").json()["code"] == "evidence.language"
    assert clara.post(path(tale), {"time_zone": "Mars"}, key="k").json()["code"] == "evidence.zone"
    assert call(HANIA).post(path(tale), {}, key="k").status_code == 404


def test_administrators_need_a_reading(call: CallAs, tale: Tale) -> None:
    edda = call(EDDA)
    assert edda.post(path(tale), {}, key="k").status_code == 403
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=tale.thread, reason="dispute", key="r")
    assert edda.post(path(tale), {}, key="k").status_code == 201


def test_the_flows_are_told(call: CallAs, shops: Shops) -> None:
    told = call(ANNA).get("/flows").json()
    assert [one["kind"] for one in told["flows"]] == [kind.value for kind in Kind]
    claim = told["flows"][-1]
    made = next(one for one in claim["stages"] if one["stage"] == "made")
    assert (made["owner"], made["dues"][-1]["code"]) == ("seller", "claim_answer")
    assert {"step": "refuse", "by": ["seller"], "to": ["refused"]} in made["steps"]
    known = {one["stage"] for one in claim["stages"]}
    assert all(to in known for one in claim["stages"] for step in one["steps"] for to in step["to"])
