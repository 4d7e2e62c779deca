"""What a buyer handed over beside messages, for administrators with a reason, and for the parties."""

from datetime import datetime

from helpdesk.conversations import queries as conversations
from helpdesk.conversations.queries import Handed, HandedOver
from helpdesk.conversations.rules import thread_about_order
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.policies import can_read_files
from helpdesk.oversight.queries.reading import reading_in_force


def handed_over(*, actor: Actor, now: datetime, order: Ref, what: Handed) -> HandedOver:
    """The latest that the actor may see; an administrator needs a reading of the order's file in force.

    Raises NotFound, for strangers and for a seller's account of refunds as for nothing; Forbidden.
    """
    found = conversations.handed_over_for(actor=actor, now=now, order=order).get(what)
    if actor.side is Side.ADMINISTRATOR:
        if not can_read_files(actor=actor):
            raise Forbidden("oversight.not_yours")
        file = Ref(order.seller_id, thread_about_order(order_id=order.id))
        if reading_in_force(actor=actor, now=now, conversation=file) is None:
            raise Forbidden("oversight.no_reading")
    if found is None:
        raise NotFound("details.not_found")
    return found
