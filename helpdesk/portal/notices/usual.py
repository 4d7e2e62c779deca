"""What is usual for colleagues who chose nothing: a page of owners and platform administrators."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Refusal
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import Wishes
from helpdesk.portal import pages
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.notices import centre, forms


def show(side: Side) -> centre.View:
    """The form; others are told that it is not theirs."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @pages.only(side)
    def view(request: Signed) -> HttpResponse:
        found = queries.usual(actor=request.actor)
        return _saved(request, found) if request.method == "POST" else _page(request, found)

    return view


def _saved(request: Signed, before: Wishes) -> HttpResponse:
    chosen = before
    try:
        chosen = forms.read(request.POST)
        actions.choose_usual(actor=request.actor, now=clock.now(), wishes=chosen)
    except Refusal as refusal:
        return _page(request, chosen, refusal)
    return redirect(f"{reverse(f'{request.actor.side.value}:usual_wishes')}?saved=1")


def _page(request: Signed, wishes: Wishes, refusal: Refusal | None = None) -> HttpResponse:
    side = request.actor.side
    context = {
        "saved": "saved" in request.GET,
        **forms.fields(side=side, wishes=wishes, refusal=refusal),
        **centre.addresses(side),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "notices/usual.html", context, status=status)
