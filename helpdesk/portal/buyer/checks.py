"""A first question read while it is written."""

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import checking, drafts, pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.BUYER)
def check_about_order(request: Signed, order: Ref) -> HttpResponse:
    """About an order."""
    return _first(request, order=order)


@require_POST
@pages.only(Side.BUYER)
def check_about_offer(request: Signed, offer: Ref) -> HttpResponse:
    """About an offer."""
    return _first(request, offer=offer)


def _first(request: Signed, *, order: Ref | None = None, offer: Ref | None = None) -> HttpResponse:
    draft = drafts.written(request=request)
    checked = queries.checked_question(
        actor=request.actor,
        now=clock.now(),
        draft=draft.text,
        order=order,
        offer=offer,
        files=draft.file_ids,
    )
    return checking.answer(checked=checked, text=draft.text, side=Side.BUYER)
