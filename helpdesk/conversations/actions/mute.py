"""Mute an order's or an offer's conversation: a mark. What is muted is kept, and can be read."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.conversations import rules
from helpdesk.conversations.models import Mute
from helpdesk.conversations.queries.thread import exists
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.marketplace.queries import order_of


def mute(*, actor: Actor, now: datetime, conversation: Ref, muted: bool) -> None:
    """The buyer is told, or told again, of no more than they must be. Safe to repeat.

    Raises NotFound for strangers, Forbidden for the other sides.
    """
    with acting(actor):
        if not exists(conversation=conversation):
            raise NotFound("conversation.not_found")
        _set(actor, now, conversation, muted=muted)


def mute_order(*, actor: Actor, now: datetime, order: Ref, muted: bool) -> None:
    """The same of an order, about which nobody may have written yet. Raises as `mute` does."""
    order_of(actor=actor, order=order)
    thread = Ref(order.seller_id, rules.thread_about_order(order_id=order.id))
    with acting(actor):
        _set(actor, now, thread, muted=muted)


def _set(actor: Actor, now: datetime, thread: Ref, *, muted: bool) -> None:
    if actor.side is not Side.BUYER or actor.buyer_id is None:
        raise Forbidden("mute.buyers_only")
    rows = Mute.objects.filter(seller_id=thread.seller_id, conversation_id=thread.id)
    if not muted:
        rows.filter(lifted_at=None).update(lifted_at=now)
        return
    fresh = Mute(seller_id=thread.seller_id, conversation_id=thread.id, buyer_id=actor.buyer_id, muted_at=now)
    Mute.objects.bulk_create([fresh], ignore_conflicts=True)
    rows.exclude(lifted_at=None).update(muted_at=now, lifted_at=None)
