"""Rows of a record: plain values by table and column, ids resolved, money in minor units."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

from pydantic import BaseModel

from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.rules.known import World
from helpdesk.marketplace.terms import records
from helpdesk.marketplace.terms.kinds import Kind, Name

Row = dict[str, Any]


def rows_of(*, name: Name, record: records.AnyBody, world: World) -> Iterator[tuple[str, Row]]:
    """(table, row) pairs, a table's row before those that refer to it."""
    ref = world.known[name].ref
    match record:
        case records.MarketBody():
            yield "marketplace_market", _market(name.external_id, record)
        case records.SellerBody():
            yield from _seller(name.external_id, ref, record)
        case records.MemberBody():
            yield "marketplace_member", _member(name.external_id, ref, record, world)
        case records.BuyerBody():
            yield "marketplace_buyer", _buyer(name.external_id, ref, record)
        case records.OfferBody():
            yield "marketplace_offer", _offer(name.external_id, ref, record)
        case records.OrderBody():
            yield from _order(name.external_id, ref, record, world)
        case records.ShipmentBody():
            yield "marketplace_shipment", _shipment(name.external_id, ref, record, world)
        case records.RefundBody():
            yield "marketplace_refund", _refund(name.external_id, ref, record, world)


def _market(code: str, record: records.MarketBody) -> Row:
    return {
        "code": code,
        "country": record.country,
        "currency": record.currency,
        "time_zone": record.time_zone,
        "languages": record.languages,
        "delivery_countries": record.delivery_countries,
        "law": record.law,
        "allowed_hosts": record.allowed_hosts,
    }


def _seller(external_id: str, ref: Ref, record: records.SellerBody) -> Iterator[tuple[str, Row]]:
    yield (
        "marketplace_seller",
        {
            "seller_id": ref.seller_id,
            "external_id": external_id,
            "stand_in": uuid4(),  # kept by the store when the seller is there already
            "name": record.name,
            "trader": record.trader,
            "country": record.establishment.country,
            "subdivision": (record.establishment.subdivision or "").partition("-")[2],
            "time_zone": record.establishment.time_zone,
            "status": record.status,
        },
    )
    yield (
        "marketplace_seller_identity",
        {
            "seller_id": ref.seller_id,
            "legal_name": record.legal_name,
            "address": _plain(record.address),
            "contact": _plain(record.contact),
            "return_addresses": [_plain(address) for address in record.return_addresses],
        },
    )


def _member(external_id: str, ref: Ref, record: records.MemberBody, world: World) -> Row:
    return {
        "seller_id": ref.seller_id,
        "id": ref.id,
        "external_id": external_id,
        "person_id": world.known[Name(Kind.PERSON, record.person)].id,
        "name": record.name,
        "email": record.email or "",
        "role": record.role,
        "removed_at": record.removed_at,
    }


def _buyer(external_id: str, ref: Ref, record: records.BuyerBody) -> Row:
    return {
        "buyer_id": ref.id,
        "external_id": external_id,
        "display_name": record.display_name,
        "language": record.language,
        "market": record.market,
        "kind": record.kind,
        "addresses": [_plain(address) for address in record.addresses],
        "is_stub": False,
    }


def _offer(external_id: str, ref: Ref, record: records.OfferBody) -> Row:
    return {
        "seller_id": ref.seller_id,
        "id": ref.id,
        "external_id": external_id,
        "title": record.title,
        "condition": record.condition,
        "ean": record.ean or "",
        "return_days": record.return_days,
        "withdrawal_excluded": record.withdrawal_excluded or "",
        "guarantee": _plain(record.guarantee) if record.guarantee else None,
        "markets": {
            code: {
                "price_minor": on.price.minor,
                "currency": on.price.currency,
                "availability": on.availability,
                "delivery_countries": on.delivery_countries,
            }
            for code, on in record.markets.items()
        },
        "is_stub": False,
    }


def _order(external_id: str, ref: Ref, record: records.OrderBody, world: World) -> Iterator[tuple[str, Row]]:
    buyer_id = world.buyer_of[ref.id]
    yield (
        "marketplace_order",
        {
            "seller_id": ref.seller_id,
            "id": ref.id,
            "buyer_id": buyer_id,
            "audience": 0,
            "external_id": external_id,
            "number": record.number,
            "market": record.market,
            "placed_at": record.placed_at,
            "paid_with": record.paid_with or "",
            "purchase_ref": record.purchase_ref or "",
            "delivery_address": _plain(record.delivery_address) if record.delivery_address else None,
            "withdrawal_informed_at": record.withdrawal_informed_at,
            "is_stub": False,
        },
    )
    for position, line in enumerate(record.lines):
        yield "marketplace_order_line", _line(ref, buyer_id, position, line, world)


def _line(ref: Ref, buyer_id: UUID, position: int, line: records.OrderLine, world: World) -> Row:
    return {
        "seller_id": ref.seller_id,
        "order_id": ref.id,
        "line": line.id,
        "buyer_id": buyer_id,
        "audience": 0,
        "position": position,
        "offer_id": world.known[Name(Kind.OFFER, line.offer)].id,
        "quantity": line.quantity,
        "price_minor": line.price.minor,
        "currency": line.price.currency,
        "serial": line.serial or "",
    }


def _shipment(external_id: str, ref: Ref, record: records.ShipmentBody, world: World) -> Row:
    order_id = world.order_of[ref.id]
    return {
        "seller_id": ref.seller_id,
        "id": ref.id,
        "order_id": order_id,
        "buyer_id": world.buyer_of[order_id],
        "audience": 0,
        "external_id": external_id,
        "lines": [_plain(line) for line in record.lines],
        "direction": record.direction,
        "carrier": record.carrier or "",
        "tracking": record.tracking or "",
        "dispatched_at": record.dispatched_at,
        "expected_on": record.expected_on,
        "delivered_at": record.delivered_at,
    }


def _refund(external_id: str, ref: Ref, record: records.RefundBody, world: World) -> Row:
    order_id = world.order_of[ref.id]
    return {
        "seller_id": ref.seller_id,
        "id": ref.id,
        "order_id": order_id,
        "buyer_id": world.buyer_of[order_id],
        "audience": 0,
        "external_id": external_id,
        "lines": [_plain(line) for line in record.lines],
        "amount_minor": record.amount.minor,
        "currency": record.amount.currency,
        "done_at": record.done_at,
    }


def _plain(part: BaseModel) -> dict[str, Any]:
    return part.model_dump(mode="json", exclude_none=True)
