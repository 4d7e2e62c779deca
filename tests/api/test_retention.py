"""Erasures, holds and periods over HTTP: two people decide, the same request is done once."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.retention import actions
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, FELIX, GRETA, PLATFORM, person

FIONA = replace(FELIX, person=person("Fiona"), name="Fiona")


def erasure(asked: Ref, **other: Any) -> dict[str, Any]:
    said = {"scope": "messages", "ground": "court_order", "conversation": str(asked), "messages": [0]}
    return {**said, "note": "Docket 7", **other}


def test_from_the_request_to_the_empty_message(call: CallAs, asked: Ref) -> None:
    edda, felix = call(EDDA), call(FELIX)
    answer = edda.post("/erasures", erasure(asked), key="ask")
    assert answer.status_code == 201
    id = answer.json()["id"]
    [waiting] = call(GRETA).get("/erasures").json()["data"]
    assert (waiting["id"], waiting["messages"], waiting["note"], waiting["outcome"]) == (
        id,
        [0],
        "Docket 7",
        None,
    )
    assert edda.post(f"/erasures/{id}/approval", None).status_code == 403
    first, again = (felix.post(f"/erasures/{id}/approval", None, key="yes") for _ in range(2))
    assert (first.status_code, again.headers["Idempotency-Replayed"]) == (201, "true")
    assert first.json() == again.json()
    assert felix.get(f"/erasures/{id}").json()["waiting"]
    while actions.carry_out(actor=SYSTEM, now=clock.now()):
        pass
    shown = felix.get(f"/erasures/{id}").json()
    assert (shown["outcome"], shown["waiting"], shown["settled_by"]) == ("approved", False, "Felix")
    said = call(CLARA).get(f"/conversations/{asked}").json()["messages"][0]
    assert (said["text"], said["author"]) == (None, "")
    assert said["erased"]["ground"] == "court_order"
    assert call(GRETA).get("/erasures").json()["data"] == []
    assert len(call(GRETA).get("/erasures?settled=true").json()["data"]) == 1


def test_a_refusal_says_why(call: CallAs, asked: Ref) -> None:
    id = call(EDDA).post("/erasures", erasure(asked)).json()["id"]
    assert call(FELIX).post(f"/erasures/{id}/refusal", {"denial": "never"}).status_code == 422
    assert call(FELIX).post(f"/erasures/{id}/refusal", {"denial": "claims"}).status_code == 201
    assert call(GRETA).get(f"/erasures/{id}").json()["denial"] == "claims"
    assert call(FELIX).post(f"/erasures/{id}/approval", None).status_code == 409


def test_a_hold_is_placed_refuses_and_is_lifted(call: CallAs, asked: Ref) -> None:
    body = {"on": "buyer", "reason": "authority", "conversation": str(asked)}
    id = call(EDDA).post("/holds", body).json()["id"]
    refused = call(EDDA).post("/erasures", erasure(asked))
    assert (refused.status_code, refused.json()["code"]) == (409, "erasure.held")
    assert call(FELIX).post(f"/holds/{id}/lifting", None).status_code == 409
    assert call(EDDA).post(f"/holds/{id}/lift-request", None).status_code == 204
    assert call(FELIX).post(f"/holds/{id}/lifting", None).status_code == 201
    assert call(GRETA).get("/holds").json()["data"] == []
    [past] = call(GRETA).get("/holds?lifted=true").json()["data"]
    assert (past["on"], past["lift_asked_by"] != past["lifted_by"]) == ("buyer", True)


def test_periods_are_read_published_and_agreed_to(call: CallAs, asked: Ref) -> None:
    later = (clock.now() + timedelta(days=40)).date().isoformat()
    body = {"kept": "presale", "months": 24, "effective_on": later}
    assert call(FELIX).post("/retention/periods", body).json()["entry"]
    shorter = call(FELIX).post("/retention/periods", {**body, "kept": "order", "months": 60}).json()
    shown = call(GRETA).get("/retention").json()
    presale = next(row for row in shown["periods"] if row["kept"] == "presale")
    assert (presale["months"], presale["later"][0]["months"]) == (12, 24)
    [proposal] = shown["proposals"]
    assert proposal["id"] == shorter["proposal"]
    place = f"/retention/proposals/{proposal['id']}"
    assert call(FELIX).post(f"{place}/approval", None).status_code == 403
    assert call(FIONA).post(f"{place}/approval", None).status_code == 201
    assert call(FIONA).post(f"{place}/withdrawal", None).status_code == 409


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_nobody_else_sees_or_does_any_of_it(call: CallAs, asked: Ref, actor: Actor) -> None:
    api = call(actor)
    for path in ("/erasures", "/holds", "/retention", f"/erasures/{uuid4()}"):
        assert api.get(path).status_code == 403
    assert api.post("/erasures", erasure(asked)).status_code == 403


def test_what_makes_no_sense_is_said(call: CallAs, asked: Ref) -> None:
    for other, status in (
        ({"scope": "all"}, 422),
        ({"ground": "retention_period"}, 422),
        ({"messages": []}, 422),
        ({"messages": [9]}, 404),
        ({"conversation": "nothing"}, 404),
        ({"note": "x" * 501}, 413),
    ):
        assert call(EDDA).post("/erasures", erasure(asked, **other)).status_code == status, other
    assert call(FELIX).post(f"/erasures/{uuid4()}/approval", None).status_code == 404
