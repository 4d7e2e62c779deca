"""Entries over HTTP: the leaf as it was sealed, for those whom the deed concerns."""

import hashlib
import json

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, BRUNO, CLARA, DMITRI, EDDA, HANIA, PLATFORM


def entry(kind: str) -> str:
    with acting(SYSTEM):
        found = Entry.objects.filter(kind=kind).latest("at")
    return f"/entries/{Ref(found.seller_id, found.id)}"


def test_the_leaf_is_told_without_a_word_of_the_message(call: CallAs, asked: Ref) -> None:
    answer = call(CLARA).get(entry("message"))
    told = answer.json()
    assert (told["kind"], told["number"]) == ("message", None)
    assert told["leaf_hash"] == hashlib.sha256(b"\x00" + told["leaf"].encode()).hexdigest()
    assert "message" in json.loads(told["leaf"]).values()
    assert QUESTION not in answer.content.decode()
    for actor in (ANNA, BRUNO, EDDA, PLATFORM):
        assert call(actor).get(entry("message")).json() == told
    for actor in (DMITRI, HANIA):
        assert call(actor).get(entry("message")).status_code == 404


def test_a_refused_attempt_is_the_authors_sides_own(call: CallAs, asked: Ref) -> None:
    call(ANNA).post(f"/conversations/{asked}/replies", {"text": "\u200b"})
    attempt = entry("attempt.refused")
    assert [call(one).get(attempt).status_code for one in (BRUNO, EDDA, CLARA, DMITRI)] == [
        200,
        200,
        404,
        404,
    ]


def test_the_desks_entries_are_the_operators(call: CallAs, asked: Ref) -> None:
    call(EDDA).post(f"/conversations/{asked}/readings", {"reason": "dispute"})
    reading = entry("reading")
    assert [call(one).get(reading).status_code for one in (EDDA, ANNA, CLARA)] == [200, 404, 404]


def test_an_id_that_is_none(call: CallAs, asked: Ref) -> None:
    answers = [call(CLARA).get(f"/entries/{odd}") for odd in ("x", "1" * 31, str(asked), "ext:A-1001")]
    assert {(answer.status_code, answer.json()["code"]) for answer in answers} == {(404, "entry.not_found")}
