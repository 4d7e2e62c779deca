"""What keeps a thread of an older system from being taken in."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from helpdesk.conversations.rules.texts import refusal_of
from helpdesk.conversations.terms.importing import ThreadLine
from helpdesk.kernel.actor import Side
from helpdesk.kernel.shape import Flaw

_SIDES = {"buyer": Side.BUYER, "seller": Side.SELLER, "platform": Side.ADMINISTRATOR}


def side_of(*, who: str) -> Side:
    """The side on which a message is shown; the Platform's own people speak as administrators."""
    return _SIDES[who]


def refusal_of_thread(*, thread: ThreadLine, now: datetime) -> list[Flaw]:
    """What is wrong with it by itself, with pointers; empty: nothing."""
    return list(_flaws(thread, now))


def _flaws(thread: ThreadLine, now: datetime) -> Iterator[Flaw]:
    if (thread.order is None) == (thread.offer is None):
        yield Flaw(code="import.about_one", pointer="/order")
    times = Counter(message.id for message in thread.messages)
    for place, message in enumerate(thread.messages):
        if times[message.id] > 1:
            yield Flaw(
                code="import.message_twice", pointer=f"/messages/{place}/id", params={"id": message.id}
            )
        if message.said_at > now:
            yield Flaw(code="import.future", pointer=f"/messages/{place}/said_at")
        if code := refusal_of(text=message.text):
            yield Flaw(code=code, pointer=f"/messages/{place}/text")
