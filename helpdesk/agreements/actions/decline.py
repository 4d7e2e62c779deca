"""Decline: the other side says no, or the side that proposed it takes it back."""

from datetime import datetime

from helpdesk.agreements.actions.settling import settled, to_settle
from helpdesk.agreements.queries.standing import conversation_of
from helpdesk.agreements.rules import outcome_of_declining
from helpdesk.agreements.terms import MAX_WORDS
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref


def decline(
    *,
    actor: Actor,
    now: datetime,
    agreement: Ref,
    key: str,
    reason: str = "",
    confirmed: str | None = None,
) -> Posted:
    """`reason` is read like a message, and may be empty. It ends the clock that the proposal alone started.

    Raises NotFound, Forbidden (readers), Refused, Invalid, TooLarge, Conflict (settled, changed or expired),
    KeyReused, Busy.
    """
    words = text.storable(reason, limit=MAX_WORDS, field="reason").strip()
    conversation, what = conversation_of(actor=actor, agreement=agreement)

    def judge(thread: Thread, at: int) -> Saying:
        found = to_settle(agreement=agreement, thread=thread, at=from_us(at))
        outcome = outcome_of_declining(found, by=actor.side)
        return settled(agreement=agreement, thread=thread, found=found, outcome=outcome)

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=what.declined,
        key=key,
        said={"agreement": str(agreement.id)},
        words=words if text.is_visible(words) else "",
        confirmed=confirmed,
        judge=judge,
    )
