"""The command palette's hits: the few conversations, orders and people that a few letters lead to."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel.actor import Side
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed
from helpdesk.portal.searching import shown
from helpdesk.search.queries import at_hand
from helpdesk.search.terms import MAX_TEXT

_FINDING = (Side.SELLER, Side.BUYER)


@require_safe
@pages.signed
def hits(request: Signed) -> HttpResponse:
    """A piece of a page; nothing for administrators, who say what they look for. Raises Busy."""
    text = request.GET.get("q", "")[:MAX_TEXT]
    found = at_hand(actor=request.actor, text=text) if request.actor.side in _FINDING else None
    groups = (found.people, found.orders, found.conversations) if found else ()
    rows = [shown(request, hit) for group in groups for hit in group]
    return pages.render(request, "parts/palette_hits.html", {"rows": rows})
