"""What may be done in a place, as the API says it: without what a measure has closed."""

import json

import pytest
from jsonschema_rs import Draft202012Validator, meta

from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.restrictions import RestrictionKind
from tests.api.conftest import CallAs
from tests.cast import ANNA, CLARA, HANIA, READER
from tests.marketplace.restricted import impose
from tests.shops import Shops

ALL = [reason.value for reason in SellerReason]
OWED = ["order_problem", "invoice", "safety_recall"]


def may(call: CallAs, actor: Actor, path: str) -> tuple[list[str], list[str]]:
    found = call(actor).get(path).json()
    return [one["action"] for one in found["allowed_actions"]], found["start_reasons"]


def test_without_a_measure_each_side_may_what_is_theirs(call: CallAs, shops: Shops, asked: Ref) -> None:
    assert may(call, CLARA, f"/conversations/{asked}") == (["ask"], [])
    assert may(call, ANNA, f"/conversations/{asked}") == (["reply", "waive", "start"], ALL)
    assert may(call, ANNA, f"/orders/{shops.hanias_order}") == (["start"], ALL)
    assert may(call, HANIA, f"/offers/{shops.offer}") == (["ask"], [])
    assert may(call, ANNA, f"/offers/{shops.offer}") == ([], [])


@pytest.mark.parametrize(
    ("kind", "offer", "thread", "reasons"),
    [
        (RestrictionKind.DEMOTION, ["ask"], ["reply", "waive", "start"], ALL),
        (
            RestrictionKind.MESSAGING,
            ["ask"],
            ["reply", "waive", "start"],
            ["order_problem", "invoice", "safety_recall"],
        ),
        (RestrictionKind.SELLING, [], ["reply", "waive", "start"], ALL),
        (RestrictionKind.SUSPENSION, [], ["reply", "waive", "start"], ["safety_recall"]),
        (RestrictionKind.REMOVAL, [], [], []),
    ],
)
def test_what_a_measure_closes_is_not_among_it(
    call: CallAs,
    shops: Shops,
    asked: Ref,
    kind: RestrictionKind,
    offer: list[str],
    thread: list[str],
    reasons: list[str],
) -> None:
    impose(kind)
    assert may(call, HANIA, f"/offers/{shops.offer}") == (offer, [])
    assert may(call, ANNA, f"/conversations/{asked}") == (thread, reasons)


def test_a_refusal_has_a_code_and_buyers_learn_no_more_than_that_it_is_so(call: CallAs, shops: Shops) -> None:
    impose(RestrictionKind.SUSPENSION)
    answer = call(CLARA).post(f"/offers/{shops.offer}/questions", {"text": "Passt sie?"})
    assert (answer.status_code, answer.json()["code"]) == (422, "restriction.no_questions")
    assert "does not take questions" in answer.json()["title"]
    start = {"text": "May we send a blue one?", "reason": "info_needed"}
    answer = call(ANNA).post(f"/orders/{shops.hanias_order}/messages", start)
    assert (answer.status_code, answer.json()["code"]) == (422, "restriction.suspension")


def test_whoever_was_a_removed_shops_owner_reads_all_and_writes_nothing(
    call: CallAs, shops: Shops, asked: Ref
) -> None:
    impose(RestrictionKind.REMOVAL, days=None)
    anna = call(ANNA)
    assert anna.get(f"/conversations/{asked}").status_code == 200
    for noun in ("replies", "notes"):
        assert anna.post(f"/conversations/{asked}/{noun}", {"text": "Yes."}).status_code == 403
    assert may(call, READER, f"/conversations/{asked}") == ([], [])


def test_an_action_says_where_and_with_what(call: CallAs, shops: Shops, asked: Ref) -> None:
    """A tool that knows no more than the schema can build the form, send it, and is understood."""
    actions = {
        one["action"]: one for one in call(ANNA).get(f"/conversations/{asked}").json()["allowed_actions"]
    }
    for one in actions.values():
        meta.validate(one["body"])
        assert "$ref" not in json.dumps(one["body"])
    reply = actions["reply"]
    fits = Draft202012Validator(reply["body"])
    assert fits.is_valid({"text": "Yes."})
    assert not fits.is_valid({"text": "Yes.", "colour": "red"})
    assert reply["body"]["properties"]["reason"]
    sent = call(ANNA).send(
        reply["method"], reply["href"].removeprefix("/api/v1"), {"text": "Yes."}, **{"Idempotency-Key": "k"}
    )
    assert sent.status_code == 201
    after = call(ANNA).get(f"/conversations/{asked}").json()
    assert "waive" not in [one["action"] for one in after["allowed_actions"]]  # nobody waits any more
