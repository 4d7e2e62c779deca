"""How good the shop's own answers are, as reviewers of the Platform marked them: nobody is named."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.oversight import queries
from helpdesk.portal import pages, quality
from helpdesk.portal.hats import Signed


@require_safe
@pages.only(Side.SELLER)
def show(request: Signed) -> HttpResponse:
    """The last year."""
    found = queries.quality_of_shop(actor=request.actor, now=clock.now())
    return pages.render(request, "seller/quality.html", quality.context(found))
