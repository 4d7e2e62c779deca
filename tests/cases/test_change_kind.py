"""Change the kind: it is something else; the first instant and an answer already given stay."""

from typing import Any

import pytest

from helpdesk.cases import actions as cases
from helpdesk.cases.terms.names import Kind
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, NotFound
from tests.cases.told import DAY, Tale, entries
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA, READER
from tests.conversations.clocks import findings


def change(tale: Tale, kind: str = "claim", actor: Actor = CLARA, **more: Any) -> Posted:
    assert tale.case is not None
    key = more.pop("key", None) or tale.key()
    return cases.change_kind(actor=actor, now=tale.later(), case=tale.case, kind=kind, key=key, **more)


@pytest.mark.parametrize("actor", [CLARA, EDDA])
def test_the_buyer_or_an_administrator_sees_that_it_is_something_else(tale: Tale, actor: Actor) -> None:
    opened = tale.open()
    tale.later(2 * DAY)
    change(tale, actor=actor, words="It is about the price after all.")
    one = tale.shown()
    assert (one.kind, one.dated_at, one.at) == (Kind.CLAIM, opened.receipt.at, opened.receipt.at)
    assert entries() == ["case.opened", "case.kind_changed"]
    assert findings() == []


def test_an_answer_already_given_stays_one(tale: Tale) -> None:
    tale.open()
    tale.reply()
    change(tale)
    assert "answer" not in {one.code for one in tale.shown().dates}


def test_a_seller_does_not(tale: Tale) -> None:
    tale.open()
    with pytest.raises(Conflict, match=r"case\.not_your_step"):
        change(tale, actor=ANNA)


def test_it_is_of_that_kind_already(tale: Tale) -> None:
    tale.open()
    with pytest.raises(Conflict, match=r"case\.kind_same"):
        change(tale, "complaint", wanted="refund")
    with pytest.raises(Invalid, match=r"case\.kind_unknown"):
        change(tale, "wish")


def test_the_same_request_again_is_answered_as_the_first_time(tale: Tale) -> None:
    tale.open()
    first, again = (change(tale, key="once") for _ in range(2))
    assert (again.replayed, again.receipt) == (True, first.receipt)


@pytest.mark.parametrize(("actor", "refusal"), [(DMITRI, NotFound), (HANIA, NotFound), (READER, Forbidden)])
def test_strangers_find_nothing(tale: Tale, actor: Actor, refusal: type[Exception]) -> None:
    tale.open()
    with pytest.raises(refusal):
        change(tale, actor=actor)
