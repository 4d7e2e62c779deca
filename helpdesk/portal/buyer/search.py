"""The buyer's search: what the buyer has said and been told."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel.actor import Side
from helpdesk.portal import pages, searching
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.BUYER)
def show(request: Signed) -> HttpResponse:
    """The question, its filters, and what was found."""
    return pages.render(request, "search/page.html", searching.looked(request))


@require_safe
@pages.only(Side.BUYER)
def hits(request: Signed) -> HttpResponse:
    """What was found alone, while somebody types."""
    return pages.render(request, "search/hits.html", searching.looked(request))
