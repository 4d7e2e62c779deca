"""What a conversation is about: the order or offer, and the facts of it that the first message commits."""

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Buyer, MarketChoice, Offer
from helpdesk.marketplace.queries.orders import order_of
from helpdesk.marketplace.rules.titles import title_in
from helpdesk.marketplace.terms.shown import OrderShown
from helpdesk.marketplace.terms.subject import Subject


def subject_of_order(*, actor: Actor, order: Ref) -> Subject:
    """The buyer's own order. Two SQL statements beside the scope's. Raises NotFound."""
    if actor.side is not Side.BUYER:
        raise NotFound("order.not_found")
    found = order_of(actor=actor, order=order)
    return Subject(
        ref=order,
        buyer_id=found.buyer_id,
        market=found.market,
        title=found.number,
        facts=order_facts(order=found),
    )


def order_facts(*, order: OrderShown) -> bytes:
    """Canonical bytes of an order as it was shown: what a thread's first message commits."""
    facts = {
        "lines": [
            {
                "currency": line.price.currency,
                "price": line.price.minor,
                "quantity": line.quantity,
                "title": line.title,
            }
            for line in order.lines
        ],
        "number": order.number,
        "placed_at": clock.to_us(order.placed_at),
    }
    return canonical(facts)


def subject_of_offer(*, actor: Actor, offer: Ref) -> Subject:
    """An offer on the market that the buyer is on. Three SQL statements beside the scope's.

    Raises NotFound.
    """
    if actor.buyer_id is None:
        raise NotFound("offer.not_found")
    with acting(actor):
        row = Offer.objects.filter(seller_id=offer.seller_id, id=offer.id).first()
        buyer = Buyer.objects.filter(id=actor.buyer_id).first()
        chosen = MarketChoice.objects.filter(buyer_id=actor.buyer_id).first()
    if row is None or buyer is None:
        raise NotFound("offer.not_found")
    title = title_in(row.title, language=actor.language)
    market = chosen.market_id if chosen else buyer.market_id
    facts = {"market": market, "offer": row.external_id, "title": title}
    return Subject(
        ref=offer,
        buyer_id=buyer.id,
        market=market,
        title=title,
        facts=canonical(facts),
    )
