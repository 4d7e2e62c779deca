"""Where a report goes: beside the thread of a message or of an order, on the reporter's side."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Chain, ChainName
from helpdesk.conversations.models import Message
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.conversations.rules import thread_about_order
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden, Invalid, NotFound
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.queries import order_of, stand_in_of
from helpdesk.reports import rules
from helpdesk.reports.terms import OTHER_SIDE, About, Place, Subject


def place_of(*, actor: Actor, now: datetime, subject: Subject) -> Place:
    """Of what the actor may see. Raises NotFound for strangers, Invalid, Forbidden (administrators)."""
    if actor.side is Side.ADMINISTRATOR:
        raise Forbidden("report.not_yours")
    if actor.side not in OTHER_SIDE:
        raise NotFound("conversation.not_found")
    if (subject.order is None) is (subject.conversation is None):
        raise Invalid("report.one_subject", field="order")
    if subject.order is not None:
        return _beside_order(actor, now, subject.order)
    assert subject.conversation is not None  # one of the two
    return _in_thread(actor, subject.conversation, subject.message)


def chain_of(*, place: Place) -> Chain:
    """One side's reports beside a thread; the other side sees nothing of it."""
    return Chain(
        seller_id=place.file.seller_id,
        id=rules.chain_id(file=place.file.id, side=place.side),
        name=ChainName.BACKSTAGE,
        audience=rules.audience_of(side=place.side),
        seller=place.seller,
        pair=place.pair,
        buyer_id=place.buyer_id,
    )


def _in_thread(actor: Actor, conversation: Ref, message: UUID | None) -> Place:
    with acting(actor):
        thread = threads_by_ref(refs=[conversation]).get(conversation)
        if thread is None:
            raise NotFound("conversation.not_found")
        return Place(
            file=conversation,
            side=actor.side,
            about=About.CONVERSATION if message is None else About.MESSAGE,
            buyer_id=thread.buyer_id,
            seller=stand_in_of(seller_id=conversation.seller_id),
            pair=thread.pair,
            market=thread.market,
            message=message,
            n=None if message is None else _number(conversation, message, OTHER_SIDE[actor.side]),
        )


def _number(conversation: Ref, message: UUID, accused: Side) -> int:
    """Of a message of the other side's. Raises NotFound, Invalid (it is another's)."""
    here = Message.objects.filter(
        seller_id=conversation.seller_id, id=message, conversation_id=conversation.id
    )
    found = here.values_list("n", "side").first()
    if found is None:
        raise NotFound("message.not_found")
    if found[1] != accused.value:
        raise Invalid("report.not_theirs", field="message")
    return found[0]


def _beside_order(actor: Actor, now: datetime, order: Ref) -> Place:
    found = order_of(actor=actor, order=order)
    pair = marketplace.pair_of(actor=actor, now=now, seller_id=order.seller_id, buyer_id=found.buyer_id)
    with acting(actor):
        return Place(
            file=Ref(order.seller_id, thread_about_order(order_id=order.id)),
            side=actor.side,
            about=About.ORDER,
            order=order.id,
            buyer_id=found.buyer_id,
            seller=stand_in_of(seller_id=order.seller_id),
            pair=pair,
            market=found.market,
        )
