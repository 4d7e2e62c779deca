"""Mark notices as read: a mark of the reader's own."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.notifications.models import Notice


def mark_read(*, actor: Actor, now: datetime, conversation: Ref | None = None) -> int:
    """All that this person has not read in this hat, or what there is of one thread; returns how many.

    Strangers' notices are none of theirs: nothing is marked. Safe to repeat. One SQL statement beside the
    scope's.
    """
    rows = Notice.objects.filter(person_id=actor.person, side=actor.side.value, read_at=None, at__lte=now)
    if conversation is not None:
        rows = rows.filter(seller_id=conversation.seller_id, conversation_id=conversation.id)
    with acting(actor):
        return rows.update(read_at=now)
