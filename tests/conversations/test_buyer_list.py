"""The buyer's list: written with the thread, counted by a reaction, read down by a mark."""

from collections.abc import Callable
from typing import Any

import pytest

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Cursor
from helpdesk.config.wiring import REACTIONS
from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries
from helpdesk.conversations.terms import BuyerRow
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from tests.cast import ANNA, CLARA, HANIA


@pytest.fixture
def react() -> Callable[[], BuyerRow]:
    """Number what is pending, let the reactions run, and look at Clara's list."""

    def reacted() -> BuyerRow:
        archive.number_entries(actor=SYSTEM, now=clock.now())
        archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=REACTIONS)
        (row,) = queries.buyer_list(actor=CLARA)
        return row

    return reacted


def reply(to: Ref, key: str) -> None:
    said: dict[str, Any] = {
        "draft": "Yes.",
        "reason": SellerReason.SAFETY_RECALL,
    }  # where nobody waits there must be one
    conversations.post_reply(actor=ANNA, now=clock.now(), conversation=to, key=key, **said)


def test_the_thread_is_listed_at_once(asked: Ref) -> None:
    (row,) = queries.buyer_list(actor=CLARA)
    assert (row.conversation, row.seller, row.title) == (asked, "Anna's Espresso Parts", "A-1001")
    assert queries.buyer_list(actor=HANIA) == []


def test_answers_are_counted_as_unread_and_own_messages_are_not(
    asked: Ref, react: Callable[[], BuyerRow]
) -> None:
    assert (react().messages, react().unread) == (1, 0)
    reply(asked, "1")
    reply(asked, "2")
    row = react()
    assert (row.messages, row.unread) == (3, 2)


def test_counting_again_changes_nothing(asked: Ref, react: Callable[[], BuyerRow]) -> None:
    reply(asked, "1")
    before = react()
    with acting(SYSTEM):
        Cursor.objects.update(number=-1)
    assert react() == before


def test_what_was_read_is_unread_no_more(asked: Ref, react: Callable[[], BuyerRow]) -> None:
    for key in "123":
        reply(asked, key)
    react()
    conversations.mark_read(actor=CLARA, now=clock.now(), conversation=asked, n=2)
    assert react().unread == 1
    conversations.mark_read(actor=CLARA, now=clock.now(), conversation=asked, n=1)
    assert react().unread == 1


def test_what_was_read_before_it_was_counted_stays_read(asked: Ref, react: Callable[[], BuyerRow]) -> None:
    reply(asked, "1")
    conversations.mark_read(actor=CLARA, now=clock.now(), conversation=asked, n=1)
    assert react().unread == 0


def test_what_comes_later_is_unread_whatever_was_said_before(
    asked: Ref, react: Callable[[], BuyerRow]
) -> None:
    conversations.mark_read(actor=CLARA, now=clock.now(), conversation=asked, n=2_000_000_000)
    reply(asked, "1")
    assert react().unread == 1


def test_others_have_no_mark(asked: Ref, react: Callable[[], BuyerRow]) -> None:
    reply(asked, "1")
    for other in (HANIA, ANNA):
        with pytest.raises(NotFound):
            conversations.mark_read(actor=other, now=clock.now(), conversation=asked, n=9)
    assert react().unread == 1
