"""A seller's orders, to find one and write about it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from uuid import UUID

from django.db.models import Q

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order, Pair
from helpdesk.marketplace.queries.orders import PAGE, shown
from helpdesk.marketplace.queries.parties import buyer_names
from helpdesk.marketplace.terms.shown import OrderShown

MAX_FIND = 100  # characters of what is looked for


def orders_of_seller(
    *,
    actor: Actor,
    find: str = "",
    market: str | None = None,
    limit: int = PAGE,
    after: tuple[datetime, UUID] | None = None,
) -> list[OrderShown]:
    """The shop's orders on `market` (None: all), the latest first; `after` is (placed_at, id) of the last.

    `find` is how a number begins, or a name: of the buyer as the shop knows them, or of who gets the parcel.
    Two SQL statements beside the scope's. Empty for whoever is no seller.
    """
    if actor.side is not Side.SELLER or actor.seller_id is None:
        return []
    chosen = Q(seller_id=actor.seller_id)
    if market is not None:
        chosen &= Q(market_id=market)
    if find := find.strip()[:MAX_FIND]:
        chosen &= _named(actor.seller_id, find)
    if after is not None:
        chosen &= Q(placed_at__lt=after[0]) | Q(placed_at=after[0], id__lt=after[1])
    with acting(actor):
        rows = Order.objects.filter(chosen).select_related("seller").order_by("-placed_at", "-id")[:limit]
        return shown(orders=list(rows), language=actor.language)


def buyers_of_orders(*, actor: Actor, orders: Sequence[OrderShown]) -> Mapping[Ref, str]:
    """By what name the shop knows each order's buyer: their own, once somebody has written, else who gets the
    parcel; empty where neither is known. One SQL statement beside the scope's.
    """
    with acting(actor):
        names = buyer_names(seller_id=actor.seller_id or 0, buyers={order.buyer_id for order in orders})
    return {order.ref: names.get(order.buyer_id) or _recipient(order) for order in orders}


def _named(seller_id: int, find: str) -> Q:
    known = Pair.objects.filter(seller_id=seller_id, display_name__icontains=find)
    return (
        Q(number__istartswith=find)
        | Q(buyer_id__in=known.values("buyer_id"))
        | Q(delivery_address__recipient__icontains=find)
    )


def _recipient(order: OrderShown) -> str:
    return str((order.delivery_address or {}).get("recipient") or "")
