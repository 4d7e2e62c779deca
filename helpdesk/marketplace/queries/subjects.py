"""What a conversation is about: the order or offer, and the facts of it that the first message commits."""

from collections.abc import Iterable
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Buyer, Offer, Order, OrderLine, Pair, Seller
from helpdesk.marketplace.terms.subject import Subject


def subject_of_order(*, actor: Actor, order: Ref) -> Subject:
    """The buyer's own order. Two SQL statements beside the scope's. Raises NotFound."""
    with acting(actor):
        row = Order.objects.filter(seller_id=order.seller_id, id=order.id, buyer_id=actor.buyer_id).first()
        if row is None:
            raise NotFound("order.not_found")
        lines = OrderLine.objects.filter(seller_id=order.seller_id, order_id=order.id, quantity__gt=0)
        bought = list(lines.order_by("position").select_related("offer"))
    facts = {
        "lines": [
            {
                "currency": line.currency,
                "price": line.price_minor,
                "quantity": line.quantity,
                "title": title_in(titles=line.offer.title, language=actor.language),
            }
            for line in bought
        ],
        "number": row.number,
        "placed_at": clock.to_us(row.placed_at),
    }
    return Subject(
        ref=order,
        buyer_id=row.buyer_id,
        market=row.market_id,
        title=row.number,
        facts=canonical(facts),
    )


def subject_of_offer(*, actor: Actor, offer: Ref) -> Subject:
    """An offer on the buyer's market. Two SQL statements beside the scope's. Raises NotFound."""
    with acting(actor):
        row = Offer.objects.filter(seller_id=offer.seller_id, id=offer.id).first()
        buyer = Buyer.objects.filter(id=actor.buyer_id).first()
    if row is None or buyer is None:
        raise NotFound("offer.not_found")
    title = title_in(titles=row.title, language=actor.language)
    facts = {"market": buyer.market_id, "offer": row.external_id, "title": title}
    return Subject(
        ref=offer,
        buyer_id=buyer.id,
        market=buyer.market_id,
        title=title,
        facts=canonical(facts),
    )


def title_in(*, titles: dict[str, str], language: str) -> str:
    """An offer's title in the reader's language, else in English, else in whatever there is."""
    return titles.get(language) or titles.get("en") or next(iter(titles.values()), "")


def seller_names(*, seller_ids: Iterable[int]) -> dict[int, str]:
    """Public names, in the present scope. One SQL statement."""
    return dict(Seller.objects.filter(seller_id__in=list(seller_ids)).values_list("seller_id", "name"))


def buyer_names(*, seller_id: int, buyers: Iterable[UUID]) -> dict[UUID, str]:
    """The names by which a seller knows these buyers, in the present scope. One SQL statement."""
    pairs = Pair.objects.filter(seller_id=seller_id, buyer_id__in=list(buyers))
    return dict(pairs.values_list("buyer_id", "display_name"))


def stand_in_of(*, seller_id: int) -> UUID:
    """The random id that stands for a seller in leaves, in the present scope. One SQL statement."""
    return Seller.objects.values_list("stand_in", flat=True).get(seller_id=seller_id)
