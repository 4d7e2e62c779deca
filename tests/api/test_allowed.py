"""What may be done in a place, as the API says it: without what a measure has closed."""

import pytest

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
    return found["allowed_actions"], found["start_reasons"]


def test_without_a_measure_each_side_may_what_is_theirs(call: CallAs, shops: Shops, asked: Ref) -> None:
    assert may(call, CLARA, f"/conversations/{asked}") == (["ask"], [])
    assert may(call, ANNA, f"/conversations/{asked}") == (["reply", "start"], ALL)
    assert may(call, ANNA, f"/orders/{shops.hanias_order}") == (["start"], ALL)
    assert may(call, HANIA, f"/offers/{shops.offer}") == (["ask"], [])
    assert may(call, ANNA, f"/offers/{shops.offer}") == ([], [])


@pytest.mark.parametrize(
    ("kind", "offer", "thread", "reasons"),
    [
        (RestrictionKind.DEMOTION, ["ask"], ["reply", "start"], ALL),
        (
            RestrictionKind.MESSAGING,
            ["ask"],
            ["reply", "start"],
            ["order_problem", "invoice", "safety_recall"],
        ),
        (RestrictionKind.SELLING, [], ["reply", "start"], ALL),
        (RestrictionKind.SUSPENSION, [], ["reply", "start"], ["safety_recall"]),
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
