"""What was said of the questions of a thread, and which of them wait."""

from collections.abc import Sequence

from helpdesk.archive.database.scope import acting
from helpdesk.conduct.rules import treat
from helpdesk.conduct.terms import Treated
from helpdesk.conversations import rules
from helpdesk.conversations.models import Tick as Row
from helpdesk.conversations.queries.thread import messages_after
from helpdesk.conversations.rules import MAX_QUESTIONS, Waiting, place_of
from helpdesk.conversations.terms import HowAnswered, Message, Thread, ThreadView, Tick, Ticks
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref

__all__ = [
    "LOOKED_AT",
    "MAX_QUESTIONS",
    "Waiting",
    "place_of",
    "still_waiting",
    "ticks_in",
    "treated_by",
    "waiting_in",
]

LOOKED_AT = 40  # messages before the next one: in two days hardly anybody writes more to one shop


def ticks_in(*, actor: Actor, conversation: Ref) -> Sequence[Tick]:
    """All of them, the earliest first. One SQL statement beside the scope's."""
    with acting(actor):
        rows = Row.objects.filter(seller_id=conversation.seller_id, conversation_id=conversation.id)
        return [_tick(row) for row in rows.order_by("at")]


def waiting_in(*, thread: ThreadView, ticks: Sequence[Tick]) -> Waiting:
    """Of a thread that was read to its end; else nothing. No SQL statement."""
    last = thread.messages[-1].n if thread.messages else -1
    if last != thread.last_n:
        return Waiting()
    return rules.waiting(messages=thread.messages, ticks=ticks)


def still_waiting(*, actor: Actor, thread: Thread, messages: Sequence[Message] | None = None) -> Waiting:
    """Two SQL statements, one where the last messages are at hand."""
    if messages is None:
        after = thread.last_n - LOOKED_AT
        messages = messages_after(actor=actor, conversation=thread.ref, after_n=after)
    return rules.waiting(messages=messages, ticks=ticks_in(actor=actor, conversation=thread.ref))


def treated_by(*, answer: Message, question: Sequence[Message]) -> Sequence[Treated]:
    """What the machine sees today in an answer to these messages, question by question. No SQL statement."""
    asked = rules.waiting(messages=question, ticks=())
    return treat(asked=asked.asked, reply=answer.text or "", questions=asked.questions)


def _tick(row: Row) -> Tick:
    return Tick(
        entry=row.id,
        of=row.of_id or row.id,
        at=row.at,
        how=HowAnswered(row.how) if row.how else None,
        ticks=Ticks(answered=tuple(row.answered.split()), later=tuple(row.later.split())),
        left_open=tuple(row.left_open.split()),
    )
