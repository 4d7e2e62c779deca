"""Orders as their Buyer, their Seller and the Platform see them."""

from datetime import datetime
from typing import Any

from ninja import Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import ref_of
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import queries
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.shown import OrderShown, Price

router = Router()


class Money(Schema):
    """A decimal string and an ISO 4217 code."""

    amount: str
    currency: str


class Line(Schema):
    """So many of one offer, at the price of one piece."""

    offer: str
    title: str
    quantity: int
    price: Money


class Order(Schema):
    """An order."""

    id: str
    external_id: str
    number: str
    market: str
    seller: str
    placed_at: datetime
    total: Money
    lines: list[Line]


class Orders(Schema):
    """The buyer's orders."""

    data: list[Order]


@router.get("", response=Orders)
def mine(request: ApiRequest) -> dict[str, Any]:
    """The Buyer's latest 50 orders; empty for other sides."""
    return {"data": [_shape(order) for order in queries.orders_of_buyer(actor=request.auth)]}


@router.get("/{order}", response=Order)
def show(request: ApiRequest, order: str) -> dict[str, Any]:
    """One order, by our id or the Platform's (`ext:...`)."""
    ref: Ref = ref_of(kind=Kind.ORDER, text=order)
    return _shape(queries.order_of(actor=request.auth, order=ref))


def _shape(order: OrderShown) -> dict[str, Any]:
    return {
        "id": str(order.ref),
        "external_id": order.external_id,
        "number": order.number,
        "market": order.market,
        "seller": order.seller,
        "placed_at": order.placed_at,
        "total": _money(order.total),
        "lines": [
            {
                "offer": str(line.offer),
                "title": line.title,
                "quantity": line.quantity,
                "price": _money(line.price),
            }
            for line in order.lines
        ],
    }


def _money(price: Price) -> dict[str, str]:
    return {"amount": price.amount, "currency": price.currency}
