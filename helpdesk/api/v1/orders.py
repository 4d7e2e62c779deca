"""Orders as their Buyer, their Seller and the Platform see them."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import ref_of
from helpdesk.api.v1 import allowed
from helpdesk.api.v1.allowed import Allowed
from helpdesk.api.v1.goods import Asking, Fulfilled, MoneyShape, asking, fulfilled, money
from helpdesk.api.v1.grades import Graded, graded, seen
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.shapes import Cursor
from helpdesk.conversations import queries as conversations
from helpdesk.deadlines.terms import OpenObligation
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.marketplace import queries
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.marketplace.terms.shown import OrderShown

router = Router()
_LIMIT = 100
_FIND = "A Seller's: how a number begins, or a name of the Buyer's or of who gets the parcel."


class Line(Schema):
    """So many of one offer, at the price of one piece."""

    offer: str
    title: str
    quantity: int
    price: MoneyShape


class Order(Fulfilled):
    """An order, and what became of it. Of one that is `incomplete` no more than its parties is known yet."""

    id: str
    external_id: str
    number: str
    market: str
    seller: str
    placed_at: datetime
    total: MoneyShape | None
    incomplete: bool
    lines: list[Line]


class OneOrder(Order, Asking, Allowed, Graded):
    """An order with the place for questions about it."""


class Listed(Order):
    """An order in a list; `buyer` is what the Seller knows them by, null for others."""

    buyer: str | None


class Orders(Schema):
    """The caller's orders, and where to go on."""

    data: list[Listed]
    next: str | None


@router.get("", response=Orders)
def mine(
    request: ApiRequest,
    find: Annotated[str, Query(description=_FIND), Field(max_length=queries.MAX_FIND)] = "",
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 50,
    after: Annotated[Cursor | None, Query()] = None,
) -> dict[str, Any]:
    """The Buyer's or the Seller's own orders, the latest first; empty for other sides."""
    actor, place = request.auth, position(after)
    if actor.side is Side.SELLER:
        found = queries.orders_of_seller(actor=actor, find=find, limit=limit + 1, after=place)
    else:
        found = queries.orders_of_buyer(actor=actor, limit=limit + 1, after=place)
    orders, last = found[:limit], found[limit - 1] if len(found) > limit else None
    return {
        "data": _listed(actor, orders),
        "next": placed(at=last.placed_at, id=last.ref.id) if last else None,
    }


def _listed(actor: Actor, orders: Sequence[OrderShown]) -> list[dict[str, Any]]:
    became = queries.fulfilments_of(actor=actor, orders=orders)
    is_shop = actor.side is Side.SELLER
    buyers = queries.buyers_of_orders(actor=actor, orders=orders) if is_shop else {}
    return [
        _shape(order) | fulfilled(became[order.ref]) | {"buyer": buyers.get(order.ref)} for order in orders
    ]


@router.get("/{order}", response=OneOrder)
def show(request: ApiRequest, order: str) -> dict[str, Any]:
    """One order, by our id or the Platform's (`ext:...`)."""
    actor, now = request.auth, clock.now()
    found = queries.order_of(actor=actor, order=ref_of(kind=Kind.ORDER, text=order))
    became = queries.fulfilments_of(actor=actor, orders=[found])[found.ref]
    thread = conversations.threads_about_orders(actor=actor, orders=[found.ref]).get(found.ref)
    promised = _promised(actor, found) if actor.side is Side.BUYER else None
    shop = seen(actor=actor, seller_id=found.ref.seller_id, now=now)
    may = allowed.about_order(actor=actor, order=found.ref, seen=shop, now=now) | graded(seen=shop)
    return _shape(found) | fulfilled(became) | asking(thread=thread, promised=promised) | may


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
