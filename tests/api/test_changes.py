"""What the Platform reads of cases, agreements and measures as they change: in order, in codes."""

from typing import Any

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.queries import numbers
from helpdesk.cases.terms.deeds import Opening
from helpdesk.cases.terms.names import Situation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from tests.api.client import Api
from tests.api.conftest import CallAs
from tests.cases.told import DAMAGED, Tale
from tests.cast import ANNA, CLARA, EDDA, HANIA, PLATFORM
from tests.past import any_present
from tests.shops import Shops
from tests.statements import statements

FEEDS = ("/case-outcomes", "/agreements", "/measures")


def number() -> None:
    """What was done has its place in the log."""
    archive.number_entries(actor=SYSTEM, now=clock.now())


def read(api: Api, path: str, *, limit: int = 100) -> list[Any]:
    """All of it, page by page."""
    rows, after = [], -1
    while True:
        page = api.get(f"{path}?changed_after={after}&limit={limit}").json()
        rows += page["data"]
        assert after <= page["through"]
        after = page["through"]
        if page["next"] is None:
            return rows
        assert page["next"] == after


@pytest.fixture
def tale(shops: Shops, monkeypatch: pytest.MonkeyPatch) -> Tale:
    any_present(monkeypatch)
    return Tale(shops.claras_order)


@pytest.fixture
def ended(tale: Tale) -> Tale:
    """Clara's withdrawal of one gasket, paid back; her complaint, dropped."""
    tale.open(Opening(situation=Situation.CHANGED_MIND, items="1:1"), words="")
    tale.step("receive", ANNA)
    tale.step("refund", ANNA, amount=1290)
    tale.open(DAMAGED, words="SECRET-WORDS")
    tale.step("drop", CLARA, words="SECRET-WORDS")
    number()
    return tale


def test_a_case_that_ended_is_told_in_codes(call: CallAs, ended: Tale) -> None:
    withdrawal, complaint = read(call(PLATFORM), "/case-outcomes")
    assert {name: withdrawal[name] for name in ("kind", "outcome", "order", "seller", "buyer", "market")} == {
        "kind": "withdrawal",
        "outcome": "refunded",
        "order": "A-1001",
        "seller": "Anna's Espresso Parts",
        "buyer": "Clara",
        "market": "de",
    }
    assert withdrawal["amount"] == {"amount": "12.90", "currency": "EUR"}
    assert withdrawal["lines"] == [{"line": "1", "quantity": 1}]
    assert (withdrawal["decided_by"], complaint["decided_by"]) == ("seller", "buyer")
    assert (complaint["outcome"], complaint["amount"], complaint["decision"]) == ("dropped", None, None)
    assert withdrawal["number"] < complaint["number"]
    entry = call(PLATFORM).get(f"/entries/{withdrawal['entry']}").json()
    assert (entry["kind"], entry["number"]) == ("case.step", withdrawal["number"])


def test_no_word_of_either_side_leaves(call: CallAs, ended: Tale) -> None:
    assert b"SECRET-WORDS" not in call(PLATFORM).get("/case-outcomes").content


def test_pages_of_any_size_and_a_long_log_tell_the_same(
    call: CallAs, ended: Tale, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = read(call(PLATFORM), "/case-outcomes")
    assert len(whole) == 2
    assert read(call(PLATFORM), "/case-outcomes", limit=1) == whole
    monkeypatch.setattr(numbers, "SPAN", 1)
    assert read(call(PLATFORM), "/case-outcomes") == whole


def test_a_case_that_runs_again_says_so(call: CallAs, tale: Tale) -> None:
    tale.open(Opening(situation=Situation.NOT_ARRIVED), words="Where is it?")
    tale.step("find", ANNA, words="At the neighbour's.")
    tale.step("confirm", CLARA)
    number()
    [done] = read(call(PLATFORM), "/case-outcomes")
    assert done["outcome"] == "arrived"
    tale.step("still_missing", CLARA, words="It is not there.")
    number()
    page = call(PLATFORM).get(f"/case-outcomes?changed_after={done['number']}").json()
    [again] = page["data"]
    assert (again["case"], again["outcome"], again["ended_at"]) == (done["case"], None, None)


def test_agreements_are_told_without_words(call: CallAs, asked: Ref) -> None:
    terms = {"type": "refund", "amount": "20.00", "words": "SECRET-WORDS"}
    proposed = call(ANNA).post(f"/conversations/{asked}/agreements", terms).json()
    number()
    [waiting] = read(call(PLATFORM), "/agreements")
    assert (waiting["state"], waiting["order"], waiting["seller"]) == (
        "waiting",
        "A-1001",
        "Anna's Espresso Parts",
    )
    id = waiting["id"]
    assert proposed["archive"]["entry"] == id
    call(CLARA).post(f"/agreements/{id}/confirmations", {})
    number()
    answer = call(PLATFORM).get(f"/agreements?changed_after={waiting['number']}")
    [agreed] = answer.json()["data"]
    assert (agreed["id"], agreed["state"], agreed["amount"]) == (
        id,
        "in_force",
        {"amount": "20.00", "currency": "EUR"},
    )
    assert agreed["number"] > waiting["number"]
    assert b"SECRET-WORDS" not in answer.content
    assert len(read(call(PLATFORM), "/agreements", limit=1)) == 2, "as it changed, on pages of one"


def test_nothing_new_is_an_empty_page_that_keeps_the_place(call: CallAs, ended: Tale) -> None:
    for path in FEEDS:
        through = call(PLATFORM).get(f"{path}?changed_after=-1").json()["through"]
        again = call(PLATFORM).get(f"{path}?changed_after={through}").json()
        assert (again["data"], again["next"], again["through"]) == ([], None, through)


def test_they_are_for_the_platform_and_measures_for_whom_they_concern(call: CallAs, ended: Tale) -> None:
    for actor in (ANNA, CLARA, HANIA, EDDA):
        for path in ("/case-outcomes", "/agreements?changed_after=-1"):
            assert call(actor).get(path).status_code == 404, (actor.name, path)
    assert call(CLARA).get("/measures?changed_after=-1").status_code == 404
    assert call(ANNA).get("/measures?changed_after=-1").json()["data"] == []


def test_odd_places_are_refused(call: CallAs) -> None:
    for path in FEEDS:
        for odd in ("changed_after=-2", "changed_after=x", "changed_after=0&limit=0", "limit=501"):
            assert call(PLATFORM).get(f"{path}?{odd}").status_code == 422, (path, odd)


def test_they_ask_little_of_the_database(call: CallAs, ended: Tale) -> None:
    caller = call(PLATFORM)
    for path, ceiling in (("/case-outcomes", 14), ("/agreements", 9), ("/measures", 9)):
        caller.get(f"{path}?changed_after=-1")
        with statements() as count:
            caller.get(f"{path}?changed_after=-1")
        assert count() <= ceiling, path
