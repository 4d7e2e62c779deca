"""Forget a draft that its writer has just sent."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.composing.models import Place
from helpdesk.composing.terms import Doing
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


def forget_draft(*, actor: Actor, now: datetime, conversation: Ref) -> None:
    """One's own alone; safe to repeat. One SQL statement."""
    with acting(actor):
        Place.objects.filter(
            seller_id=conversation.seller_id, person_id=actor.person, conversation_id=conversation.id
        ).update(text="", written_at=None, doing=Doing.READING.value)
