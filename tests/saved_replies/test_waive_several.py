"""Several marks at a time: each by itself, and none on what nobody has seen."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

import pytest

from helpdesk.conversations import actions as conversations
from helpdesk.conversations import queries as threads
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid
from helpdesk.saved_replies import actions
from helpdesk.saved_replies.terms import Outcome
from tests.cast import ANNA, CLARA, DMITRI, HANIA, READER
from tests.saved_replies.conftest import NOW

THANKS = "Danke, die Nummer 00340434161094 ist angekommen."


@pytest.fixture
def thanked(asked: Sequence[Ref]) -> Sequence[Ref]:
    """Both were answered, and say thanks with a number."""
    for one, buyer in zip(asked, (CLARA, HANIA), strict=True):
        conversations.post_reply(
            actor=ANNA,
            now=NOW - timedelta(minutes=40),
            conversation=one,
            draft="Nr. 1234 mit DHL.",
            key=f"{one}",
        )
        say(buyer, one, THANKS, NOW - timedelta(minutes=30))
    assert waiting() == 2
    return asked


def say(buyer: Actor, thread: Ref, words: str, at: datetime) -> None:
    conversations.post_question(actor=buyer, now=at, conversation=thread, draft=words, key=f"{at}")


def mark(chosen: Sequence[Ref], **changed: Any) -> list[Outcome]:
    said: dict[str, Any] = {
        "actor": ANNA,
        "now": NOW,
        "chosen": chosen,
        "reason": WaiverReason.COURTESY,
        "key": "1",
    }
    return actions.waive_several(**said | {"seen_at": NOW - timedelta(minutes=10)} | changed)


def waiting() -> int:
    return len(threads.inbox(actor=ANNA))


def test_each_is_marked_and_its_clock_stops(thanked: Sequence[Ref]) -> None:
    found = mark(thanked)
    assert [one.conversation for one in found if one.posted] == thanked
    assert waiting() == 0
    assert [one.posted and one.posted.receipt for one in mark(thanked)] == [
        one.posted and one.posted.receipt for one in found
    ]


def test_what_came_since_the_list_was_opened_is_not_covered(thanked: Sequence[Ref]) -> None:
    say(CLARA, thanked[0], "Aber wann kommt das zweite?", NOW - timedelta(minutes=5))
    moved, done = mark(thanked)
    assert (moved.refusal and moved.refusal.code, moved.posted) == ("together.moved", None)
    assert done.posted
    assert waiting() == 1


def test_a_first_message_always_gets_an_answer(asked: Sequence[Ref]) -> None:
    assert [one.refusal and one.refusal.code for one in mark(asked)] == ["waiver.first"] * 2
    assert waiting() == 2


def test_without_an_instant_nothing_is_compared(thanked: Sequence[Ref]) -> None:
    assert all(one.posted for one in mark(thanked, seen_at=None))


def test_others_mark_nothing(thanked: Sequence[Ref]) -> None:
    for actor in (READER, CLARA):
        with pytest.raises(Forbidden):
            mark(thanked, actor=actor)
    assert [one.refusal and one.refusal.code for one in mark(thanked, actor=DMITRI)] == [
        "conversation.not_found"
    ] * 2
    with pytest.raises(Invalid):
        mark([])
    assert waiting() == 2
