"""The seller's inbox: what is due first stands first, and is already open."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from helpdesk.kernel.actor import Side
from helpdesk.portal import pages
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import desk


@require_safe
@pages.only(Side.SELLER)
def inbox(request: Signed) -> HttpResponse:
    """Late, due today, later; on a wide screen with the most urgent conversation and its order."""
    return desk.inbox(request=request)
