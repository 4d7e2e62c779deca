"""Agreements over HTTP: proposed, confirmed, declined, kept, listed; strangers find nothing."""

import pytest

from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM, READER

REFUND = {"type": "refund", "amount": "20.00", "until": "2099-01-01", "words": "For the scratch."}
OPEN = {"type": "refund", "amount": "20.00", "words": "For the scratch."}


@pytest.fixture
def agreement(call: CallAs, asked: Ref) -> str:
    """Anna's proposal to Clara."""
    stored = call(ANNA).post(f"/conversations/{asked}/agreements", OPEN)
    assert stored.status_code == 201
    [one] = call(CLARA).get(f"/conversations/{asked}/agreements").json()["data"]
    return str(one["id"])


def test_proposed_and_confirmed(call: CallAs, asked: Ref, agreement: str) -> None:
    one = call(CLARA).get(f"/agreements/{agreement}").json()
    assert (one["state"], one["words"], one["author"]) == ("waiting", "For the scratch.", "Anna")
    assert one["amount"] == {"amount": "20.00", "currency": "EUR"}
    assert (one["conversation"], one["proposed_by"], one["owed_by"]) == (str(asked), "seller", "seller")
    assert call(CLARA).post(f"/agreements/{agreement}/confirmations", {}).status_code == 201
    assert call(ANNA).get(f"/agreements/{agreement}").json()["state"] == "in_force"
    assert call(ANNA).post(f"/agreements/{agreement}/completions", {}).status_code == 201
    assert call(CLARA).get(f"/agreements/{agreement}").json()["kept_said_by"] == "seller"


def test_declined_with_a_reason(call: CallAs, agreement: str) -> None:
    call(CLARA).post(f"/agreements/{agreement}/refusals", {"reason": "Too little."})
    one = call(ANNA).get(f"/agreements/{agreement}").json()
    assert (one["state"], one["reason"], one["settled_name"]) == ("declined", "Too little.", "Clara")
    again = call(CLARA).post(f"/agreements/{agreement}/confirmations", {})
    assert (again.status_code, again.json()["code"]) == (409, "agreement.settled")


def test_changed_by_a_new_one(call: CallAs, asked: Ref, agreement: str) -> None:
    new = call(ANNA).post(f"/conversations/{asked}/agreements", {**OPEN, "amends": agreement})
    assert new.status_code == 201
    one = call(CLARA).get(f"/agreements/{agreement}").json()
    assert (one["state"], one["replaced_by"] is not None) == ("changed", True)


def test_a_confirmation_is_asked_for(call: CallAs, asked: Ref) -> None:
    stored = call(CLARA).post(f"/conversations/{asked}/confirmation-requests", {"words": "It came back."})
    assert stored.status_code == 201
    [one] = call(ANNA).get("/agreements?what=confirmation").json()["data"]
    assert (one["what"], one["type"], one["words"]) == ("confirmation", None, "It came back.")
    assert call(ANNA).post(f"/agreements/{one['id']}/confirmations", {}).status_code == 201


def test_lists_are_filtered_and_go_on(call: CallAs, asked: Ref, agreement: str) -> None:
    for _ in range(2):
        call(ANNA).post(f"/conversations/{asked}/agreements", OPEN)
    call(CLARA).post(f"/agreements/{agreement}/confirmations", {})
    for actor in (ANNA, READER, CLARA):
        first = call(actor).get("/agreements?limit=2").json()
        rest = call(actor).get(f"/agreements?limit=2&after={first['next']}").json()
        assert [len(first["data"]), len(rest["data"]), rest["next"]] == [2, 1, None]
        [one] = call(actor).get("/agreements?state=in_force").json()["data"]
        assert one["id"] == agreement
        waiting = call(actor).get(f"/agreements?state=waiting&state=kept&conversation={asked}").json()
        assert len(waiting["data"]) == 2
    for actor in (DMITRI, HANIA, EDDA, PLATFORM):
        assert call(actor).get("/agreements").json()["data"] == []


def test_strangers_find_nothing(call: CallAs, asked: Ref, agreement: str) -> None:
    for actor in (DMITRI, HANIA, PLATFORM):
        assert call(actor).get(f"/conversations/{asked}/agreements").status_code == 404
        assert call(actor).get(f"/agreements/{agreement}").status_code == 404
        for noun in ("confirmations", "refusals", "completions"):
            answer = call(actor).post(f"/agreements/{agreement}/{noun}", {})
            assert answer.status_code == (403 if actor is PLATFORM else 404)
        answer = call(actor).post(f"/conversations/{asked}/agreements", OPEN)
        assert answer.status_code == (403 if actor is PLATFORM else 404)


def test_an_administrator_reads_them_with_a_reason(call: CallAs, asked: Ref, agreement: str) -> None:
    assert call(EDDA).get(f"/conversations/{asked}/agreements").status_code == 403
    oversight.open_file(actor=EDDA, now=clock.now(), conversation=asked, reason="dispute", key="1")
    [one] = call(EDDA).get(f"/conversations/{asked}/agreements").json()["data"]
    assert one["id"] == agreement


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({**OPEN, "amount": "twenty"}, 422, "agreement.amount"),
        ({"type": "other"}, 422, "agreement.words_missing"),
        ({**REFUND}, 422, "agreement.far"),
        ({**OPEN, "amends": "1111111KpCo73aFR4CziDM2SjPbDXjj"}, 404, "agreement.not_found"),
        ({**OPEN, "words": "Write to anna.private@example.com"}, 422, "conduct.refused"),
    ],
)
def test_what_is_wrong_is_named(
    call: CallAs, asked: Ref, body: dict[str, object], status: int, code: str
) -> None:
    refused = call(ANNA).post(f"/conversations/{asked}/agreements", body)
    assert (refused.status_code, refused.json()["code"]) == (status, code)


def test_the_same_key_again(call: CallAs, asked: Ref) -> None:
    first, again = (call(ANNA).post(f"/conversations/{asked}/agreements", OPEN, key="one") for _ in range(2))
    assert again.json() == first.json()
    assert again.headers["Idempotency-Replayed"] == "true"
