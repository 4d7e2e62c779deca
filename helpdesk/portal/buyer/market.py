"""The buyer's market: what another one would change, and then the change."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Refusal, RefusalKind
from helpdesk.marketplace import actions
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.preferences import here_or_home

_ON_THE_PAGE = (RefusalKind.INVALID, RefusalKind.CONFLICT, RefusalKind.REUSED)


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed) -> HttpResponse:
    """The market that the buyer is on; with `?to=`, now and after, side by side."""
    to = request.GET.get("to") or request.market or ""
    return _page(request, to, drafts.fresh(), back=request.GET.get("next", ""))


@require_POST
@pages.only(Side.BUYER)
def change(request: Signed) -> HttpResponse:
    """Do what was shown; whatever has moved on since then is shown anew."""
    form, draft = request.POST, drafts.read(request=request)
    to, back = form.get("to", ""), form.get("next", "")
    try:
        actions.change_market(
            actor=request.actor,
            now=clock.now(),
            was=form.get("was", ""),
            to=to,
            address=form.get("address") or None,
            key=draft.key,
        )
    except Refusal as refusal:
        if refusal.kind not in _ON_THE_PAGE:
            raise
        again = draft.refused(refusal, seen_n=None)
        return _page(request, to, again, back=back, status=STATUS[refusal.kind])
    return redirect(f"{reverse('buyer:market')}?{urlencode({'changed': 1, 'next': here_or_home(back)})}")


def _page(request: Signed, to: str, draft: drafts.Draft, *, back: str, status: int = 200) -> HttpResponse:
    offers = [] if to == request.market else queries.open_offers(actor=request.actor)
    context = {
        "change": marketplace.market_change(actor=request.actor, to=to, offers=offers),
        "back": here_or_home(back),
        "changed": _has_changed(request),
        "draft": draft,
    }
    template = "buyer/markets.html" if to == request.market else "buyer/market.html"
    return pages.render(request, template, context, status=status)


def _has_changed(request: HttpRequest) -> bool:
    return "changed" in request.GET
