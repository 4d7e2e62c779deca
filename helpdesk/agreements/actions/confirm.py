"""Confirm: the other side says yes, and it counts from then on."""

from datetime import datetime

from helpdesk.agreements.actions.settling import settled, to_settle
from helpdesk.agreements.policies import can_confirm
from helpdesk.agreements.queries.standing import conversation_of
from helpdesk.agreements.terms import Outcome
from helpdesk.conversations.actions import Saying, say
from helpdesk.conversations.terms import Posted, Thread
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden


def confirm(*, actor: Actor, now: datetime, agreement: Ref, key: str) -> Posted:
    """An agreement or a request to confirm. It ends the clock that the proposal alone started.

    Raises NotFound, Forbidden (the side that proposed it; readers), Conflict (settled, changed or expired),
    KeyReused, Busy.
    """
    conversation, what = conversation_of(actor=actor, agreement=agreement)

    def judge(thread: Thread, at: int) -> Saying:
        found = to_settle(agreement=agreement, thread=thread, at=from_us(at))
        if not can_confirm(actor, found):
            raise Forbidden("agreement.not_yours_to_confirm")
        return settled(agreement=agreement, thread=thread, found=found, outcome=Outcome.CONFIRMED)

    return say(
        actor=actor,
        now=now,
        conversation=conversation,
        kind=what.confirmed,
        key=key,
        said={"agreement": str(agreement.id)},
        judge=judge,
    )
