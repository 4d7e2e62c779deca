"""Files on the seller's side on their way in."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import attaching, pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.SELLER)
def receive(request: Signed) -> HttpResponse:
    """A file for an answer that is still being written."""
    return attaching.receive(request, seller_id=request.actor.seller_id or 0)


@require_POST
@pages.only(Side.SELLER)
def withdraw(request: Signed, upload: UUID) -> HttpResponse:
    """It is not sent after all."""
    return attaching.withdraw(request, upload=Ref(request.actor.seller_id or 0, upload))
