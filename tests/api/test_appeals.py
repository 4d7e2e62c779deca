"""Appeals over HTTP: a shop appeals, another person decides, and the figures are for everybody."""

from pathlib import Path

import pytest
from django.test import Client

from helpdesk.archive.database.scope import everything
from helpdesk.conduct.terms import Label
from helpdesk.console.examining import examine_once
from helpdesk.enforcement.models import Violation
from helpdesk.enforcement.terms import MeasureKind
from helpdesk.kernel.ids import Ref, uuid7
from tests.api.conftest import CallAs
from tests.attachments.made import picture
from tests.cast import (
    ANNA,
    ANNAS_SHOP,
    CLARA,
    DMITRI,
    DMITRIS_SHOP,
    EDDA,
    FELIX,
    GRETA,
    HANIA,
    PLATFORM,
    READER,
)
from tests.enforcement.appealed import JONAS, limited
from tests.enforcement.refusals import confirmed
from tests.enforcement.told import Tale
from tests.past import any_present
from tests.shops import Shops

WORDS = {"words": "The number was the courier's."}


@pytest.fixture
def violation(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> str:
    """Edda found that Anna gave her number."""
    any_present(monkeypatch)
    tale = Tale(shops)
    entry = tale.found(Label.PHONE)
    tale.follow()
    with everything():
        assert Violation.objects.filter(id=entry).exists()
    return str(Ref(ANNAS_SHOP, entry))


def test_a_shop_appeals_and_another_person_decides(call: CallAs, violation: str) -> None:
    body = {"against": "violation", "subject": violation} | WORDS
    filed = call(ANNA).post("/appeals", body, key="one")
    assert (filed.status_code, filed.json()["stayed"]) == (201, False)
    again = call(ANNA).post("/appeals", body, key="one")
    assert again.headers["Idempotency-Replayed"] == "true"
    id = filed.json()["appeal"]
    [waits] = call(FELIX).get("/appeals").json()["data"]
    assert (waits["id"], waits["code"], waits["words"]) == (id, "contact", "")
    assert call(EDDA).post(f"/appeals/{id}/settlements", {"verdict": "upheld"} | WORDS).status_code == 403
    decision = {"verdict": "reversed"} | WORDS
    assert call(FELIX).post(f"/appeals/{id}/settlements", decision).status_code == 201
    late = call(FELIX).post(f"/appeals/{id}/settlements", decision)
    assert (late.status_code, late.json()["code"]) == (409, "appeal.settled")
    shown = call(ANNA).get(f"/appeals/{id}").json()
    assert (shown["verdict"], shown["answer"], shown["took_back"]) == (
        "reversed",
        WORDS["words"],
        [violation],
    )
    assert call(GRETA).get("/appeals?state=settled").json()["data"][0]["id"] == id
    year = shown["at"][:4]
    figures = Client().get(f"/api/v1/appeals/figures/{year}").json()
    assert [(one["matter"], one["code"], one["reversed"]) for one in figures["data"]] == [
        ("violation", "contact", 1)
    ]


def test_what_shows_it_comes_as_uploads(call: CallAs, violation: str, folder: Path) -> None:
    answer = call(ANNA).send("POST", "/uploads?name=parcel.png", picture(), **{"Idempotency-Key": "u"})
    assert answer.status_code == 201
    file = answer.json()["id"]
    body = {"against": "violation", "subject": violation, "files": [file]} | WORDS
    id = call(ANNA).post("/appeals", body).json()["appeal"]
    [shown] = call(ANNA).get(f"/appeals/{id}").json()["files"]
    assert (shown["id"], shown["name"], shown["may_open"]) == (file, "parcel.png", True)
    assert call(ANNA).get(f"/attachments/{file}/original").status_code == 200
    while examine_once():
        pass
    refused = call(FELIX).get(f"/attachments/{file}/original")
    assert (refused.status_code, refused.json()["code"]) == (403, "oversight.no_reading")
    assert call(FELIX).post(f"/conversations/{id}/readings", {"reason": "appeal"}).status_code == 201
    assert call(FELIX).get(f"/attachments/{file}/original").status_code == 200
    assert call(DMITRI).get(f"/attachments/{file}/original").status_code == 404
    foreign = body | {"files": [str(Ref(DMITRIS_SHOP, uuid7()))]}
    assert call(ANNA).post("/appeals", foreign).json()["code"] == "upload.not_found"


def test_strangers_find_nothing(call: CallAs, violation: str) -> None:
    body = {"against": "violation", "subject": violation} | WORDS
    for actor in (DMITRI, CLARA, EDDA, PLATFORM):
        assert call(actor).post("/appeals", body).status_code == 404
    assert call(READER).post("/appeals", body).status_code == 403
    id = call(ANNA).post("/appeals", body).json()["appeal"]
    for actor in (DMITRI, CLARA, PLATFORM):
        assert call(actor).get(f"/appeals/{id}").status_code == 404
        refused = call(actor).post(f"/appeals/{id}/settlements", {"verdict": "upheld"} | WORDS)
        assert refused.status_code == 404
    assert call(DMITRI).get("/appeals").json()["data"] == []


def test_right_in_part_a_milder_measure_takes_its_place(
    call: CallAs, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    any_present(monkeypatch)
    measure = str(limited(Tale(shops), kind=MeasureKind.DEMOTION))
    body = {"against": "measure", "subject": measure} | WORDS
    id = call(ANNA).post("/appeals", body).json()["appeal"]
    decision = {"verdict": "changed", "instead": {"measure": "demotion", "days": 3}} | WORDS
    jonas = call(JONAS)
    for wrong, status in (
        ({"instead": {"measure": "removal", "days": 3}}, 422),
        ({"instead": {"measure": "demotion", "days": 30}}, 422),
        ({"verdict": "upheld"}, 422),
    ):
        assert jonas.post(f"/appeals/{id}/settlements", decision | wrong).status_code == status
    assert jonas.post(f"/appeals/{id}/settlements", decision).status_code == 201
    new, old = call(ANNA).get("/measures").json()["data"]
    assert (old["id"], new["kind"], old["lifted_at"] is None) == (measure, "demotion", False)


def test_a_buyer_appeals_against_a_refusal(
    call: CallAs, shops: Shops, monkeypatch: pytest.MonkeyPatch
) -> None:
    any_present(monkeypatch)
    attempt = str(confirmed(Tale(shops)))
    body = {"against": "refusal", "subject": attempt} | WORDS
    for actor in (ANNA, HANIA, EDDA, PLATFORM):
        assert call(actor).post("/appeals", body).status_code == 404
    id = call(CLARA).post("/appeals", body).json()["appeal"]
    [own] = call(CLARA).get("/appeals").json()["data"]
    assert (own["id"], own["against"], own["subject"], own["code"]) == (id, "refusal", attempt, "insult")
    assert call(ANNA).get("/appeals").json()["data"] == []
    assert call(ANNA).get(f"/appeals/{id}").status_code == 404
    decided = call(FELIX).post(f"/appeals/{id}/settlements", {"verdict": "reversed"} | WORDS)
    assert decided.status_code == 201
    assert call(CLARA).get(f"/appeals/{id}").json()["verdict"] == "reversed"


def test_what_it_says_of_mistakes(call: CallAs, violation: str) -> None:
    anna = call(ANNA)
    body = {"against": "violation", "subject": violation} | WORDS
    assert anna.post("/appeals", body | {"words": " "}).json()["code"] == "appeal.words"
    assert anna.post("/appeals", body | {"against": "measure"}).status_code == 404
    assert anna.post("/appeals", body | {"subject": "none"}).json()["code"] == "appeal.not_found"
    id = anna.post("/appeals", body).json()["appeal"]
    assert anna.post("/appeals", body).json()["code"] == "appeal.appealed"
    for wrong, code in (
        ({"verdict": "changed"}, "appeal.verdict"),
        ({"verdict": "upheld", "take_back": [violation]}, "appeal.take_back"),
        ({"verdict": "upheld", "words": ""}, "appeal.words"),
    ):
        assert call(FELIX).post(f"/appeals/{id}/settlements", WORDS | wrong).json()["code"] == code
    assert Client().get("/api/v1/appeals/figures/1999").status_code == 422
