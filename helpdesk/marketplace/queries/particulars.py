"""What a message about an order or an offer may repeat, because the record has it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.models import Market, Offer, Order, OrderLine, Refund, SellerIdentity, Shipment
from helpdesk.marketplace.terms.money import decimal
from helpdesk.marketplace.terms.particulars import Particulars


def particulars_of_order(*, order: Ref) -> Particulars | None:
    """Of an order, in the present scope; None where it sees none. Five SQL statements.

    The Seller's contact is known in the Seller's own scope only.
    """
    place = {"seller_id": order.seller_id, "order_id": order.id}
    found = Order.objects.filter(seller_id=order.seller_id, id=order.id).select_related("market").first()
    if found is None:
        return None
    lines = list(OrderLine.objects.filter(**place).select_related("offer"))
    parcels = list(Shipment.objects.filter(**place).order_by("id"))
    refunds = list(Refund.objects.filter(**place))
    contact = _contact(order.seller_id)
    return Particulars(
        market=found.market_id,
        country=found.market.country,
        zone=found.market.time_zone,
        hosts=found.market.allowed_hosts,
        numbers=_said(_numbers(found, lines, parcels)),
        amounts=_said(_amounts(lines, refunds)),
        place=_said(_leaves(found.delivery_address)),
        names=_said(title for line in lines for title in line.offer.title.values()),
        contact=contact,
        dispatched=any(one.direction == "out" and one.dispatched_at for one in parcels),
        dates=_dates(found, parcels),
    )


def particulars_of_offer(*, offer: Ref, market: str) -> Particulars | None:
    """Of an offer on a market, in the present scope; None where it sees none. Three SQL statements."""
    found = Offer.objects.filter(seller_id=offer.seller_id, id=offer.id).first()
    on = Market.objects.filter(code=market).first()
    if found is None or on is None:
        return None
    price = found.markets.get(market, {})
    return Particulars(
        market=market,
        country=on.country,
        zone=on.time_zone,
        hosts=on.allowed_hosts,
        numbers=_said([found.external_id, found.ean]),
        amounts=[decimal(minor=price["price_minor"], currency=price["currency"])] if price else (),
        names=_said(found.title.values()),
        contact=_contact(offer.seller_id),
    )


def _said(words: Iterable[str]) -> Sequence[str]:
    return [word for word in words if word]


def _contact(seller_id: int) -> Sequence[str]:
    found = SellerIdentity.objects.filter(seller_id=seller_id).first()
    if found is None:
        return ()
    return _said(_leaves([found.legal_name, found.address, found.contact, found.return_addresses]))


def _numbers(order: Order, lines: Sequence[OrderLine], parcels: Sequence[Shipment]) -> Iterator[str]:
    yield from (order.number, order.external_id, order.purchase_ref)
    for line in lines:
        yield from (line.serial, line.offer.external_id, line.offer.ean)
    for parcel in parcels:
        yield from (parcel.tracking, parcel.external_id)


def _amounts(lines: Sequence[OrderLine], refunds: Sequence[Refund]) -> Iterator[str]:
    for line in lines:
        yield decimal(minor=line.price_minor, currency=line.currency)
        yield decimal(minor=line.price_minor * line.quantity, currency=line.currency)
    for refund in refunds:
        yield decimal(minor=refund.amount_minor, currency=refund.currency)
    if lines:
        total = sum(line.price_minor * line.quantity for line in lines)
        yield decimal(minor=total, currency=lines[0].currency)


def _dates(order: Order, parcels: Sequence[Shipment]) -> Mapping[str, date]:
    """The latest parcel's, where there are several."""
    dates = {"placed": order.placed_at.date()}
    for parcel in parcels:
        if parcel.direction == "out":
            dates |= {"delivery": parcel.expected_on} if parcel.expected_on else {}
            dates |= {"dispatch": parcel.dispatched_at.date()} if parcel.dispatched_at else {}
            dates |= {"delivered": parcel.delivered_at.date()} if parcel.delivered_at else {}
    return dates


def _leaves(value: Any) -> Iterator[str]:
    """The texts of a value out of JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _leaves(inner)
