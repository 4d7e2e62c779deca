"""Parcels, and what became of orders."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from django.db.models import OuterRef, QuerySet, Subquery

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Order, Shipment
from helpdesk.marketplace.policies import visible_to
from helpdesk.marketplace.queries.refunds import refunds_on
from helpdesk.marketplace.rules.progress import progress_of_order, progress_of_parcel
from helpdesk.marketplace.terms.carriers import tracking_url
from helpdesk.marketplace.terms.fulfilment import Fulfilment
from helpdesk.marketplace.terms.shown import OrderShown, RefundShown, ShipmentShown


def shipments_of(*, actor: Actor, order: Ref) -> list[ShipmentShown]:
    """An order's parcels, the latest last. One SQL statement beside the scope's; strangers see none."""
    with acting(actor):
        return [_shown(parcel) for parcel in _parcels(actor, [order])]


def parcels_of(*, actor: Actor, orders: Sequence[Ref]) -> list[tuple[Ref, ShipmentShown]]:
    """The parcels of these orders, each with its order. One SQL statement beside the scope's."""
    with acting(actor):
        return [(Ref(row.seller_id, row.order_id), _shown(row)) for row in _parcels(actor, orders)]


def fulfilments_of(*, actor: Actor, orders: Sequence[OrderShown]) -> Mapping[Ref, Fulfilment]:
    """What became of each of these orders. Two SQL statements beside the scope's."""
    parcels: dict[Ref, list[ShipmentShown]] = defaultdict(list)
    places = [order.ref for order in orders]
    with acting(actor):
        for row in _parcels(actor, places):
            parcels[Ref(row.seller_id, row.order_id)].append(_shown(row))
        refunds = refunds_on(actor=actor, orders=places)
    return {order.ref: _fulfilment(order, parcels[order.ref], refunds[order.ref]) for order in orders}


def _fulfilment(
    order: OrderShown, parcels: Sequence[ShipmentShown], refunds: Sequence[RefundShown]
) -> Fulfilment:
    progress = progress_of_order(
        parcels=parcels,
        pieces=sum(line.quantity for line in order.lines),
        total=order.total.minor,
        refunded=sum(refund.amount.minor for refund in refunds),
        refunded_at=refunds[-1].done_at if refunds else None,
    )
    return Fulfilment(progress=progress, parcels=parcels, refunds=refunds)


def _parcels(actor: Actor, orders: Iterable[Ref]) -> QuerySet[Shipment]:
    """Each with `hosts`: where its order's market allows links."""
    places = list(orders)
    of_order = Order.objects.filter(seller_id=OuterRef("seller_id"), id=OuterRef("order_id"))
    return (
        Shipment.objects.filter(
            visible_to(actor),
            seller_id__in={order.seller_id for order in places},
            order_id__in=[order.id for order in places],
        )
        .annotate(hosts=Subquery(of_order.values("market__allowed_hosts")[:1]))
        .order_by("id")
    )


def _shown(parcel: Shipment) -> ShipmentShown:
    return ShipmentShown(
        ref=Ref(parcel.seller_id, parcel.id),
        external_id=parcel.external_id,
        direction=parcel.direction,
        carrier=parcel.carrier,
        tracking=parcel.tracking,
        lines={line["line"]: line["quantity"] for line in parcel.lines},
        dispatched_at=parcel.dispatched_at,
        expected_on=parcel.expected_on,
        delivered_at=parcel.delivered_at,
        progress=progress_of_parcel(
            direction=parcel.direction,
            dispatched_at=parcel.dispatched_at,
            expected_on=parcel.expected_on,
            delivered_at=parcel.delivered_at,
        ),
        tracking_url=tracking_url(
            carrier=parcel.carrier,
            tracking=parcel.tracking,
            allowed_hosts=parcel.hosts or [],  # type: ignore[attr-defined]
        ),
    )
