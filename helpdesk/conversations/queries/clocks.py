"""The clocks of one thread, and what happened to them."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.queries.thread import exists
from helpdesk.deadlines import queries as deadlines
from helpdesk.deadlines.terms import Clock, ClockEvent
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadClocks:
    """Both in order of time."""

    clocks: Sequence[Clock]
    events: Sequence[ClockEvent]


def thread_clocks(*, actor: Actor, conversation: Ref) -> ThreadClocks:
    """All of them, running or stopped; no words of anybody. Three SQL statements beside the scope's.

    Raises NotFound for what is not there or not the actor's.
    """
    seller_id, chain = conversation
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
        return ThreadClocks(
            clocks=deadlines.clocks_of(seller_id=seller_id, chain=chain),
            events=deadlines.history(actor=actor, seller_id=seller_id, chain=chain),
        )
