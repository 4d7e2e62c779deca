"""When something last happened to an order, as far as the Platform told us."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Max
from django.db.models.functions import Greatest

from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order, Refund, Shipment


def last_events(*, orders: Iterable[Ref]) -> dict[Ref, datetime]:
    """The latest of being placed, dispatched, delivered and refunded, in the present scope.

    Three SQL statements. Who wrote when is not among them: that stands with the conversation.
    """
    places = [(order.seller_id, order.id) for order in orders]
    if not places:
        return {}
    found = {Ref(row.seller_id, row.id): row.placed_at for row in Order.objects.filter(pk__in=places)}
    sellers, ids = {seller for seller, _ in places}, [id for _, id in places]
    moved = Shipment.objects.filter(seller_id__in=sellers, order_id__in=ids)
    paid = Refund.objects.filter(seller_id__in=sellers, order_id__in=ids)
    for rows, latest in (
        (moved, Greatest(Max("dispatched_at"), Max("delivered_at"))),
        (paid, Max("done_at")),
    ):
        for seller_id, order_id, at in (
            rows.values("seller_id", "order_id")
            .annotate(at=latest)
            .values_list("seller_id", "order_id", "at")
        ):
            ref = Ref(seller_id, order_id)
            if at is not None and ref in found:
                found[ref] = max(found[ref], at)
    return found
