"""The buyer's orders: each with how far it has come, and whether a conversation is open."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.conversations import queries
from helpdesk.conversations.terms import BuyerRow
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.shown import OrderShown
from helpdesk.portal import pages, places
from helpdesk.portal.buyer.states import State, state
from helpdesk.portal.hats import Signed

_ROWS = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One order of the list."""

    order: OrderShown
    state: State
    thread: BuyerRow | None


@require_safe
@pages.only(Side.BUYER)
def index(request: Signed) -> HttpResponse:
    """The latest first."""
    orders = marketplace.orders_of_buyer(actor=request.actor, limit=_ROWS + 1, after=places.read(request))
    last = orders[_ROWS - 1] if len(orders) > _ROWS else None
    more = places.written(at=last.placed_at, id=last.ref.id) if last else None
    return pages.render(request, "buyer/orders.html", {"rows": _rows(request, orders[:_ROWS]), "next": more})


def _rows(request: Signed, orders: list[OrderShown]) -> list[Row]:
    became = marketplace.fulfilments_of(actor=request.actor, orders=orders)
    threads = queries.threads_about_orders(actor=request.actor, orders=[order.ref for order in orders])
    now = clock.now()
    return [
        Row(
            order=order,
            state=state(progress=became[order.ref].progress, now=now, zone=request.zone),
            thread=threads.get(order.ref),
        )
        for order in orders
    ]
