"""Note that one of a shop's people reads or answers in a thread, or has left it."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.composing.actions.placing import place
from helpdesk.composing.policies import can_be_present
from helpdesk.composing.terms import Doing
from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound


def note_presence(*, actor: Actor, now: datetime, conversation: Ref, doing: Doing) -> None:
    """For PRESENT_FOR from now; safe to repeat, and lost without harm. Two SQL statements.

    Raises Forbidden (Buyers, the operator), NotFound (strangers).
    """
    if not can_be_present(actor=actor):
        raise Forbidden("composing.not_yours")
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
        place(actor=actor, now=now, conversation=conversation, doing=doing)
