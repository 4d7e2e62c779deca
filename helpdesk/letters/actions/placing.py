"""Where a letter goes: the place beside a thread or an order on one side, or one's own."""

from datetime import datetime

from helpdesk.archive.database.scope import acting, everything
from helpdesk.conversations.queries import threads_by_ref
from helpdesk.conversations.rules import thread_about_order
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.letters import rules
from helpdesk.letters.terms import About, Place
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.models import Buyer, Market, Seller
from helpdesk.marketplace.queries import order_of, stand_in_of


def place_of_thread(*, actor: Actor, now: datetime, conversation: Ref, side: Side) -> Place:
    """Beside a thread that is open. Raises NotFound for strangers."""
    with acting(actor):
        thread = threads_by_ref(refs=[conversation]).get(conversation)
        if thread is None:
            raise NotFound("conversation.not_found")
        return Place(
            file=conversation,
            side=side,
            about=About.CONVERSATION,
            buyer_id=thread.buyer_id,
            seller=stand_in_of(seller_id=conversation.seller_id),
            pair=thread.pair,
            market=thread.market,
        )


def place_of_order(*, actor: Actor, now: datetime, order: Ref, side: Side) -> Place:
    """Beside the thread that the order has or will have. Raises NotFound for strangers."""
    found = order_of(actor=actor, order=order)
    pair = marketplace.pair_of(actor=actor, now=now, seller_id=order.seller_id, buyer_id=found.buyer_id)
    with acting(actor):
        return Place(
            file=Ref(order.seller_id, thread_about_order(order_id=order.id)),
            side=side,
            about=About.ORDER,
            order=order.id,
            buyer_id=found.buyer_id,
            seller=stand_in_of(seller_id=order.seller_id),
            pair=pair,
            market=found.market,
        )


def own_place(*, actor: Actor, now: datetime) -> Place:
    """About nothing in particular: a shop's lies among its own rows, a buyer's among the operator's."""
    if actor.buyer_id is not None:
        pair = marketplace.pair_of(actor=actor, now=now, seller_id=OPERATOR, buyer_id=actor.buyer_id)
        with acting(actor):
            market = Buyer.objects.values_list("market_id", flat=True).get(id=actor.buyer_id)
        return Place(
            file=Ref(OPERATOR, rules.about_nothing(stand_in=pair)),
            side=Side.BUYER,
            about=About.PLATFORM,
            buyer_id=actor.buyer_id,
            pair=pair,
            market=market,
        )
    if actor.seller_id is None:
        raise NotFound("letter.not_found")
    with everything():  # markets are for everybody; the seller's row is the actor's own
        seller = Seller.objects.get(seller_id=actor.seller_id)
        home = Market.objects.filter(country=seller.country).order_by("code")
        return Place(
            file=Ref(seller.seller_id, rules.about_nothing(stand_in=seller.stand_in)),
            side=Side.SELLER,
            about=About.PLATFORM,
            seller=seller.stand_in,
            market=home.values_list("code", flat=True).first(),
        )
