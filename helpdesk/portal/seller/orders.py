"""The seller's orders: find one by its number or its buyer, to look at it or to write about it."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpResponse
from django.views.decorators.http import require_safe

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
    """One order of the list; `buyer` is the name by which the shop knows them, or of who gets the parcel."""

    order: OrderShown
    state: State
    buyer: str


@require_safe
@pages.only(Side.SELLER)
def index(request: Signed) -> HttpResponse:
    """The latest first, on the market that the reader looks at."""
    find = request.GET.get("find", "")[: marketplace.MAX_FIND]
    after = places.read(request)
    found = marketplace.orders_of_seller(
        actor=request.actor, find=find, market=request.market, limit=_ROWS + 1, after=after
    )
    last = found[_ROWS - 1] if len(found) > _ROWS else None
    more = places.written(at=last.placed_at, id=last.ref.id) if last else None
    context = {
        "rows": _rows(request, found[:_ROWS]),
        "find": find,
        "next": urlencode({"find": find, "after": more}) if more else None,
        "most": marketplace.MAX_FIND,
    }
    return pages.render(request, "seller/orders.html", context)


def _rows(request: Signed, orders: Sequence[OrderShown]) -> list[Row]:
    became = marketplace.fulfilments_of(actor=request.actor, orders=orders)
    buyers = marketplace.buyers_of_orders(actor=request.actor, orders=orders)
    now = clock.now()
    return [
        Row(
            order=order,
            state=state(progress=became[order.ref].progress, now=now, zone=request.zone),
            buyer=buyers[order.ref],
        )
        for order in orders
    ]
