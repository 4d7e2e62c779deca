"""The buyer's orders, and the first question about one."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import actions, queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import drafts, pages, places, threads
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed

_ROWS = 25


@require_safe
@pages.only(Side.BUYER)
def index(request: Signed) -> HttpResponse:
    """The buyer's orders, the latest first."""
    after = places.read(request)
    orders = marketplace.orders_of_buyer(actor=request.actor, limit=_ROWS + 1, after=after)
    last = orders[_ROWS - 1] if len(orders) > _ROWS else None
    more = places.written(at=last.placed_at, id=last.ref.id) if last else None
    return pages.render(request, "buyer/orders.html", {"orders": orders[:_ROWS], "next": more})


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed, order: Ref) -> HttpResponse:
    """One order, with the box for a question; once there is a thread, that is the place to go on."""
    thread = queries.thread_about_order(actor=request.actor, order=order)
    if thread is not None:
        return redirect("buyer:conversation", thread)
    return _page(request, order, drafts.fresh())


@require_POST
@pages.only(Side.BUYER)
def ask(request: Signed, order: Ref) -> HttpResponse:
    """Send the question; a refusal keeps the text in the box and says why."""
    draft = drafts.read(request=request)
    try:
        posted = actions.ask_about_order(
            actor=request.actor, now=clock.now(), order=order, draft=draft.text, key=draft.key
        )
    except Refusal as refusal:
        if refusal.kind not in threads.BESIDE_THE_TEXT:
            raise
        again = draft.refused(refusal, seen_n=None)
        return _page(request, order, again, status=STATUS[refusal.kind])
    return threads.sent(to="buyer:conversation", posted=posted)


def _page(request: Signed, order: Ref, draft: drafts.Draft, *, status: int = 200) -> HttpResponse:
    context = {
        "order": marketplace.order_of(actor=request.actor, order=order),
        "shipments": marketplace.shipments_of(actor=request.actor, order=order),
        "draft": draft,
    }
    return pages.render(request, "buyer/order.html", context, status=status)
