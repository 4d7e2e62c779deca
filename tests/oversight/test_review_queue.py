"""The review queue: the most urgent first, never a word, and nothing that a person has decided."""

from datetime import timedelta

import pytest

from helpdesk.conduct.terms import Waits
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import queries
from helpdesk.oversight.terms import Item
from tests.cast import ANNA, CLARA, EDDA
from tests.conversations.spotted import LOGGED, spotting
from tests.oversight.conftest import QUESTION
from tests.oversight.waiting import asked_for, drawn, refused, warned

__all__ = ["spotting"]
pytestmark = pytest.mark.usefixtures("spotting")


def queue(limit: int = 25, market: str | None = None) -> list[Item]:
    return queries.review_queue(actor=EDDA, now=clock.now(), limit=limit, market=market)


def waits() -> list[Waits]:
    return [item.waits for item in queue()]


def test_who_waits_for_a_decision_comes_first(asked: Ref) -> None:
    sample, sent, tried = drawn(asked), warned(asked), refused(asked)
    check = asked_for(asked, actor=CLARA)
    assert [item.ref for item in queue()] == [check, sent, tried, sample]
    assert waits() == [Waits.CHECK, Waits.SENT, Waits.REFUSED, Waits.CLEAN]
    assert [item.ref for item in queue(limit=1)] == [check]
    assert queries.review_queue_length(actor=EDDA, now=clock.now()) == 4


def test_checks_stand_in_the_order_in_which_they_are_due(asked: Ref) -> None:
    later, sooner = refused(asked, key="1"), refused(asked, key="2", text="Also ⟦contact⟧.")
    now = clock.now()
    for attempt, at in ((sooner, now), (later, now + timedelta(days=3))):
        conversations.ask_for_check(actor=ANNA, now=at, attempt=attempt, key=str(attempt))
    found = queue()
    assert [item.ref for item in found] == [sooner, later]
    assert all(item.due_at is not None and item.due_at > item.at for item in found)


def test_what_it_is_about_is_said_and_no_word(asked: Ref) -> None:
    warned(asked)
    (item,) = queue()
    assert (item.title, item.seller, item.market, item.side) == (
        "A-1001",
        "Anna's Espresso Parts",
        "de",
        ANNA.side,
    )
    assert QUESTION not in str(item)


def test_what_was_only_noted_waits_for_nobody(asked: Ref) -> None:
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=asked, draft=LOGGED, key="k")
    assert queue() == []


def test_one_market_has_its_own(asked: Ref) -> None:
    warned(asked)
    drawn(asked)
    assert len(queue(market="de")) == 2
    assert queue(market="pl") == []
    assert queries.review_queue_length(actor=EDDA, now=clock.now(), market="pl") == 0
