"""Integrity over HTTP: what was found last, and a look that answers line by line."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.archive.queries import log_keys
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.tlog import proof_files
from helpdesk.tlog.keys import Verifier
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, EDDA, GRETA, PLATFORM
from tests.oversight.tampering import spoil


def look(call: CallAs, body: dict[str, Any]) -> list[dict[str, Any]]:
    answer = call(EDDA).post("/integrity/verifications", body)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/x-ndjson")
    return [json.loads(line) for line in b"".join(answer.streaming_content).splitlines()]


def test_a_look_is_remembered(call: CallAs, asked: Ref) -> None:
    assert call(GRETA).get("/integrity").json()["state"] == "unknown"
    last = look(call, {})[-1]["verification"]
    found = call(GRETA).get("/integrity").json()
    assert (found["state"], found["last"]["id"], found["broken"]) == ("whole", last["id"], None)
    assert last["entries"] == found["entries"]


def test_a_spoilt_byte_is_named_with_its_conversation(call: CallAs, asked: Ref) -> None:
    spoil(asked)
    said = look(call, {"conversation": str(asked)})
    (finding,) = [one["finding"] for one in said if "finding" in one]
    assert (finding["code"], finding["conversation"]) == ("value.altered", str(asked))
    found = call(EDDA).get("/integrity").json()
    assert (found["state"], found["broken"]["named"]) == ("broken", [finding])


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_it_is_the_administrators(call: CallAs, asked: Ref, actor: Any) -> None:
    for answer in (call(actor).get("/integrity"), call(actor).post("/integrity/verifications", {})):
        assert (answer.status_code, answer.json()["code"]) == (403, "oversight.not_yours")


@pytest.mark.parametrize("odd", ["x", str(Ref(7, Ref.parse("1" * 31).id))])
def test_what_is_not_there_is_not_verified(call: CallAs, asked: Ref, odd: str) -> None:
    answer = call(EDDA).post("/integrity/verifications", {"conversation": odd})
    assert (answer.status_code, answer.json()["code"]) == (404, "conversation.not_found")


@pytest.mark.parametrize("body", [{"conversation": 1}, {"conversation": "x" * 41}, {"all": True}, []])
def test_the_body_has_its_shape(call: CallAs, asked: Ref, body: Any) -> None:
    assert call(EDDA).post("/integrity/verifications", body).status_code == 422


def test_the_log_is_told_and_a_receipt_is_held_against_it(
    call: CallAs, asked: Ref, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    log = call(GRETA).get("/integrity").json()["log"]
    assert (log["signed"], log["signed_at"], log["refusal"]) == (0, None, None)
    posted = call(ANNA).post(f"/conversations/{asked}/replies", {"text": "Yes, it is."}).json()
    stamp = posted["archive"]
    told = call(EDDA).post("/integrity/receipts", stamp).json()
    assert (told["ours"], told["standing"], told["number"]) == (True, "waiting", None)
    assert call(ANNA).get(f"/entries/{stamp['entry']}").json()["proof"] is None
    archive.number_entries(actor=SYSTEM, now=clock.now())
    archive.publish_log(actor=SYSTEM, now=clock.now())
    told = call(EDDA).post("/integrity/receipts", posted).json()
    entry = call(ANNA).get(f"/entries/{stamp['entry']}").json()
    assert (told["standing"], told["number"]) == ("in_log", entry["number"])
    log = call(GRETA).get("/integrity").json()["log"]
    assert (log["signed"], log["unsigned"]) == (entry["proof"]["size"], 0)
    head = proof_files.verify(
        entry["proof"]["tlog_proof"],
        leaf_hash=bytes.fromhex(entry["leaf_hash"]),
        origin=log["origin"],
        verifiers=[Verifier.parse(key) for key in log_keys()],
    )
    assert head.size == entry["proof"]["size"]
    forged = {**stamp, "leaf_hash": "00" * 32}
    told = call(EDDA).post("/integrity/receipts", forged).json()
    assert (told["ours"], told["standing"]) == (False, "forged")


@pytest.mark.parametrize("body", [{}, {"entry": 1}, [], {"archive": {"archive": {}}}])
def test_what_is_no_receipt_is_refused(call: CallAs, asked: Ref, body: Any) -> None:
    assert call(EDDA).post("/integrity/receipts", body).status_code in (400, 422)


@pytest.mark.parametrize("actor", [ANNA, CLARA, PLATFORM])
def test_receipts_are_held_against_the_record_by_administrators(call: CallAs, asked: Ref, actor: Any) -> None:
    assert call(actor).post("/integrity/receipts", {}).status_code == 403
