"""What is mailed to this person, and when: the settings page."""

from dataclasses import replace

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import NotFound, Refusal
from helpdesk.notifications import actions, policies, queries
from helpdesk.notifications.terms import Reader
from helpdesk.portal import pages
from helpdesk.portal.errors import STATUS
from helpdesk.portal.hats import Signed
from helpdesk.portal.notices import centre, forms


def show(side: Side) -> centre.View:
    """The form, filled in with what holds; saved with the next mail on."""

    @require_http_methods(["GET", "HEAD", "POST"])
    @pages.only(side)
    def view(request: Signed) -> HttpResponse:
        found = queries.reader(actor=request.actor)
        if found is None:
            raise NotFound("page.not_found")
        return _saved(request, found) if request.method == "POST" else _page(request, found)

    return view


def _saved(request: Signed, reader: Reader) -> HttpResponse:
    try:
        chosen = forms.read(request.POST)
        reader = replace(reader, wishes=chosen)
        actions.choose_wishes(actor=request.actor, now=clock.now(), wishes=chosen)
    except Refusal as refusal:
        return _page(request, reader, refusal)
    return redirect(f"{reverse(f'{reader.side.value}:wishes')}?saved=1")


def _page(request: Signed, reader: Reader, refusal: Refusal | None = None) -> HttpResponse:
    side = reader.side
    context = {
        "reader": reader,
        "saved": "saved" in request.GET,
        "may_choose_usual": policies.can_choose_usual(actor=request.actor),
        "lost": queries.troubles_of(actor=request.actor),
        "usual_url": "" if side is Side.BUYER else reverse(f"{side.value}:usual_wishes"),
        **forms.fields(side=side, wishes=reader.wishes, refusal=refusal),
        **centre.addresses(side),
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "notices/wishes.html", context, status=status)
