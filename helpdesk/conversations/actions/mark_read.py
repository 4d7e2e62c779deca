"""Mark a thread as read by its buyer: a mark, not a deed."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.conversations.models import BuyerInbox, Message
from helpdesk.conversations.queries.thread import last_n_of
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def mark_read(*, actor: Actor, now: datetime, conversation: Ref, n: int) -> None:
    """The buyer has seen all up to message `n`, or to the last; the count only ever falls. Safe to repeat.

    Raises NotFound for strangers' threads, and for the other sides, who have no such mark yet.
    """
    if actor.side is not Side.BUYER or actor.buyer_id is None:
        raise NotFound("conversation.not_found")
    with acting(actor):
        n = min(n, last_n_of(conversation=conversation))
        later = Message.objects.filter(
            seller_id=conversation.seller_id, conversation_id=conversation.id, n__gt=n
        ).exclude(side=Side.BUYER.value)
        BuyerInbox.objects.filter(
            buyer_id=actor.buyer_id, conversation_id=conversation.id, read_n__lt=n
        ).update(read_n=n, unread=later.count())
