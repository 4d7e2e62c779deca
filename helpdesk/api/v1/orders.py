"""Orders as their Buyer, their Seller and the Platform see them."""

from datetime import datetime
from typing import Any

from ninja import Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import ref_of
from helpdesk.api.v1.goods import Asking, Fulfilled, Money, asking, fulfilled, money
from helpdesk.conversations import queries as conversations
from helpdesk.deadlines.terms import OpenObligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.marketplace import queries
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.shown import OrderShown

router = Router()


class Line(Schema):
    """So many of one offer, at the price of one piece."""

    offer: str
    title: str
    quantity: int
    price: Money


class Order(Fulfilled):
    """An order, and what became of it. Of one that is `incomplete` no more than its parties is known yet."""

    id: str
    external_id: str
    number: str
    market: str
    seller: str
    placed_at: datetime
    total: Money | None
    incomplete: bool
    lines: list[Line]


class OneOrder(Order, Asking):
    """An order with the place for questions about it."""


class Orders(Schema):
    """The buyer's orders."""

    data: list[Order]


@router.get("", response=Orders)
def mine(request: ApiRequest) -> dict[str, Any]:
    """The Buyer's latest 50 orders; empty for other sides."""
    orders = queries.orders_of_buyer(actor=request.auth)
    became = queries.fulfilments_of(actor=request.auth, orders=orders)
    return {"data": [_shape(order) | fulfilled(became[order.ref]) for order in orders]}


@router.get("/{order}", response=OneOrder)
def show(request: ApiRequest, order: str) -> dict[str, Any]:
    """One order, by our id or the Platform's (`ext:...`)."""
    actor = request.auth
    found = queries.order_of(actor=actor, order=ref_of(kind=Kind.ORDER, text=order))
    became = queries.fulfilments_of(actor=actor, orders=[found])[found.ref]
    thread = conversations.threads_about_orders(actor=actor, orders=[found.ref]).get(found.ref)
    promised = _promised(actor, found) if actor.side is Side.BUYER else None
    return _shape(found) | fulfilled(became) | asking(thread=thread, promised=promised)


def _promised(actor: Actor, order: OrderShown) -> OpenObligation | None:
    """What a question that is asked now would open."""
    seller = queries.seller_of(actor=actor, seller_id=order.ref.seller_id)
    market = queries.market_of(actor=actor, code=order.market)
    return conversations.promised(seller=seller, market=market, now=clock.now())


def _shape(order: OrderShown) -> dict[str, Any]:
    return {
        "id": str(order.ref),
        "external_id": order.external_id,
        "number": order.number,
        "market": order.market,
        "seller": order.seller,
        "placed_at": order.placed_at,
        "total": None if order.incomplete else money(order.total),
        "incomplete": order.incomplete,
        "lines": [
            {
                "offer": str(line.offer),
                "title": line.title,
                "quantity": line.quantity,
                "price": money(line.price),
            }
            for line in order.lines
        ],
    }
