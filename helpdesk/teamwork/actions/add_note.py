"""Add an internal note: what one of the Seller's people tells the others, for good."""

from datetime import datetime

from helpdesk.archive import actions as archive
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience, Kept
from helpdesk.conversations.queries import backstage_chain
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.teamwork.actions.working import thread_to_work_in
from helpdesk.teamwork.terms import MAX_NOTE, Kind


def add_note(*, actor: Actor, now: datetime, conversation: Ref, note: str, key: str) -> Kept:
    """One entry behind the thread, on the Seller's side: it answers nothing, and no clock changes.

    Nobody edits or takes it back; a further one corrects it. Raises NotFound (others' threads), Forbidden
    (readers, Buyers), Invalid, TooLarge, KeyReused, Busy.
    """
    body = text.storable(note, limit=MAX_NOTE, field="note")
    if not text.is_visible(body):
        raise Invalid("note.invisible", field="note")
    with acting(actor):
        thread_to_work_in(actor=actor, conversation=conversation)
        return archive.append(
            chain=backstage_chain(conversation=conversation, audience=Audience.SELLER),
            kind=Kind.NOTE,
            actor=actor,
            now=now,
            key=key,
            values={"body": body.encode()},
            facts={"conversation": str(conversation.id), "language": actor.language},
        )
