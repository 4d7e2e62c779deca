"""Withdraw a saved reply: nobody is offered it any more."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.saved_replies.models import Reply
from helpdesk.saved_replies.policies import can_write, visible_to


def withdraw_reply(*, actor: Actor, now: datetime, reply: Ref) -> None:
    """What was sent with it stays as it was sent; withdrawn twice is withdrawn once.

    Raises Forbidden, NotFound (strangers').
    """
    if not can_write(actor):
        raise Forbidden("saved_reply.not_yours")
    with acting(actor):
        mine = Reply.objects.filter(visible_to(actor), seller_id=reply.seller_id, id=reply.id)
        if not mine.exists():
            raise NotFound("saved_reply.not_found")
        mine.filter(withdrawn_at=None).update(withdrawn_at=now, withdrawn_by=actor.person)
