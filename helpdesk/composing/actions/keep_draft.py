"""Keep what somebody is writing, for their other devices."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.composing.actions.placing import place
from helpdesk.composing.policies import can_keep_draft
from helpdesk.composing.terms import MAX_DRAFT, Doing
from helpdesk.conversations.queries import exists
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound


def keep_draft(*, actor: Actor, now: datetime, conversation: Ref, text: str, leaving: bool = False) -> None:
    """In place of what was kept before; an empty text throws it away. The last word wins, safe to repeat.

    Colleagues see who writes. A page that is being closed (`leaving`) may be heard after it said that its
    reader has gone: nobody writes there then.

    Two SQL statements. Raises Forbidden (readers, the operator), Invalid (too long), NotFound (strangers).
    """
    if len(text) > MAX_DRAFT:
        raise Invalid("draft.too_long", field="text", limit=MAX_DRAFT)
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
        if not can_keep_draft(actor=actor):
            raise Forbidden("composing.not_yours")
        writing = Doing.ANSWERING if text else Doing.READING
        doing = Doing.GONE if leaving else writing
        place(actor=actor, now=now, conversation=conversation, doing=doing, text=text)
