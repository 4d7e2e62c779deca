"""From what a thread is about to the thread."""

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import rules
from helpdesk.conversations.queries.thread import exists
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref


def thread_about_order(*, actor: Actor, order: Ref) -> Ref | None:
    """The order's one thread, if it was begun and the actor may see it. One SQL statement."""
    thread = Ref(order.seller_id, rules.thread_about_order(order_id=order.id))
    with acting(actor):
        return thread if exists(conversation=thread) else None
