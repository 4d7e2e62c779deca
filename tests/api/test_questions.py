"""Questions over HTTP: the first opens the one thread, the next goes into it."""

from dataclasses import replace
from typing import Any

import pytest

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Buyer
from tests.api.conftest import QUESTION, CallAs
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, PLATFORM
from tests.marketplace import samples
from tests.shops import Shops


def test_an_order_has_one_thread(call: CallAs, shops: Shops) -> None:
    path = f"/orders/{shops.claras_order}/questions"
    first, second = (call(CLARA).post(path, {"text": text}) for text in (QUESTION, "And the lever?"))
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.json()["conversation"] == second.json()["conversation"]
    assert (first.json()["n"], second.json()["n"]) == (0, 1)


def test_an_offer_has_one_thread_per_buyer(call: CallAs, shops: Shops) -> None:
    path = f"/offers/{shops.offer}/questions"
    threads = [
        call(who).post(path, {"text": QUESTION}).json()["conversation"] for who in (CLARA, CLARA, HANIA)
    ]
    assert threads[0] == threads[1] != threads[2]
    assert call(CLARA).get(f"/conversations/{threads[2]}").status_code == 404


def test_the_same_question_again_is_the_same_answer(call: CallAs, shops: Shops) -> None:
    path = f"/orders/{shops.claras_order}/questions"
    first, again = (call(CLARA).post(path, {"text": QUESTION}, key="k") for _ in range(2))
    assert first.content == again.content
    assert again.headers["Idempotency-Replayed"] == "true"
    other = call(CLARA).post(path, {"text": "Another"}, key="k")
    assert (other.status_code, other.json()["code"]) == (422, "archive.key_reused")


def test_a_later_question_of_the_thread_keeps_the_clock(call: CallAs, asked: Ref) -> None:
    before = call(ANNA).get(f"/conversations/{asked}").json()["due_at"]
    assert call(CLARA).post(f"/conversations/{asked}/questions", {"text": "Well?"}).status_code == 201
    assert call(ANNA).get(f"/conversations/{asked}").json()["due_at"] == before


def test_the_platforms_ids_will_do(call: CallAs, database: str) -> None:
    samples.import_(*samples.everything())
    with acting(PLATFORM):
        id = Buyer.objects.get(external_id="clara").id
    clara = call(replace(CLARA, person=id, buyer_id=id))
    asked = clara.post("/orders/ext:A-1001/questions", {"text": QUESTION})
    assert asked.status_code == 201
    thread = clara.get(f"/conversations/{asked.json()['conversation']}").json()
    assert thread["about_id"] == clara.get("/orders/ext:A-1001").json()["id"]


@pytest.mark.parametrize("actor", [DMITRI, HANIA])
def test_strangers_learn_nothing_of_an_order(call: CallAs, shops: Shops, actor: Any) -> None:
    answers = [
        call(actor).post(f"/orders/{order}/questions", {"text": QUESTION})
        for order in (shops.claras_order, Ref(1, shops.claras_order.id), "ext:A-1001", "ext:nothing", "x")
    ]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


@pytest.mark.parametrize("actor", [ANNA, EDDA, PLATFORM])
def test_only_buyers_ask(call: CallAs, shops: Shops, asked: Ref, actor: Any) -> None:
    for path in (f"/orders/{shops.claras_order}", f"/offers/{shops.offer}", f"/conversations/{asked}"):
        answer = call(actor).post(f"{path}/questions", {"text": QUESTION})
        assert (answer.status_code, answer.json()["code"]) == (403, "conversation.not_yours_to_ask")
