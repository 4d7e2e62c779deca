"""Orders with their lines, for the buyer, the seller and the operator."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace.models import Order, OrderLine
from helpdesk.marketplace.policies import visible_to
from helpdesk.marketplace.rules.titles import title_in
from helpdesk.marketplace.terms.shown import LineShown, OrderShown, Price

PAGE = 50


def orders_of_buyer(
    *, actor: Actor, limit: int = PAGE, after: tuple[datetime, UUID] | None = None
) -> list[OrderShown]:
    """The buyer's orders, the latest first; `after` is (placed_at, id) of the last one seen.

    Two SQL statements beside the scope's. Empty for whoever is no buyer.
    """
    if actor.side is not Side.BUYER:
        return []
    older = Q()
    if after is not None:
        older = Q(placed_at__lt=after[0]) | Q(placed_at=after[0], id__lt=after[1])
    with acting(actor):
        orders = Order.objects.filter(visible_to(actor), older).select_related("seller")
        return shown(orders=list(orders.order_by("-placed_at", "-id")[:limit]), language=actor.language)


def order_of(*, actor: Actor, order: Ref) -> OrderShown:
    """One order. Two SQL statements beside the scope's. Raises NotFound, for strangers as for nothing."""
    found = orders_named(actor=actor, orders=[order])
    if not found:
        raise NotFound("order.not_found")
    return found[order]


def orders_named(*, actor: Actor, orders: Sequence[Ref]) -> dict[Ref, OrderShown]:
    """Those of these orders that the actor may see. Two SQL statements beside the scope's."""
    mine = Order.objects.filter(
        visible_to(actor),
        seller_id__in={order.seller_id for order in orders},
        id__in=[order.id for order in orders],
    )
    with acting(actor):
        found = shown(orders=list(mine.select_related("seller")), language=actor.language)
    return {order.ref: order for order in found if order.ref in set(orders)}


def orders_numbered(*, actor: Actor, seller_id: int, number: str) -> list[Ref]:
    """Those of a seller's orders that have this number and that the actor may see, at most two: numbers need
    not be unique. One SQL statement beside the scope's.
    """
    mine = Order.objects.filter(visible_to(actor), seller_id=seller_id, number=number)
    with acting(actor):
        return [Ref(seller_id, id) for id in mine.order_by("id").values_list("id", flat=True)[:2]]


def shown(*, orders: Sequence[Order], language: str) -> list[OrderShown]:
    """With their lines, in the present scope. One SQL statement."""
    lines = _lines(orders, language)
    return [
        OrderShown(
            ref=Ref(order.seller_id, order.id),
            external_id=order.external_id,
            number=order.number,
            market=order.market_id,
            seller=order.seller.name,
            buyer_id=order.buyer_id,
            placed_at=order.placed_at,
            paid_with=order.paid_with,
            delivery_address=order.delivery_address,
            lines=lines[order.id],
            incomplete=order.is_stub,
        )
        for order in orders
    ]


def _lines(orders: Sequence[Order], language: str) -> dict[UUID, list[LineShown]]:
    """The lines that are still in each order, in its own sequence."""
    lines: dict[UUID, list[LineShown]] = defaultdict(list)
    rows = OrderLine.objects.filter(
        seller_id__in={order.seller_id for order in orders},
        order_id__in=[order.id for order in orders],
        quantity__gt=0,
    )
    for row in rows.select_related("offer").order_by("order_id", "position"):
        lines[row.order_id].append(
            LineShown(
                line=row.line,
                offer=Ref(row.seller_id, row.offer_id),
                title=title_in(row.offer.title, language=language),
                quantity=row.quantity,
                price=Price(minor=row.price_minor, currency=row.currency),
            )
        )
    return lines
