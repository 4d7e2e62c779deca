"""Files on the seller's side: on their way in, and on their way out."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.views.decorators.http import conditional_page, require_POST, require_safe

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.portal import attaching, awaiting, deliveries, pages
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


@require_safe
@conditional_page
@pages.only(Side.SELLER)
def of_message(request: Signed, conversation: Ref, message: UUID) -> HttpResponse:
    """The files below a message, looked at again while they are being checked."""
    return awaiting.files(request, conversation=conversation, entry=message)


@require_safe
@pages.only(Side.SELLER)
def original(request: Signed, conversation: Ref, file: Ref) -> HttpResponseBase:
    """A file of a message, to keep."""
    return deliveries.original(request, conversation=conversation, file=file)


@require_safe
@pages.only(Side.SELLER)
def picture(request: Signed, conversation: Ref, file: Ref) -> HttpResponseBase:
    """Our copy of a picture."""
    return deliveries.picture(request, conversation=conversation, file=file)


@require_safe
@pages.only(Side.SELLER)
def likeness(request: Signed, conversation: Ref, file: Ref) -> HttpResponseBase:
    """The same, small."""
    return deliveries.picture(request, conversation=conversation, file=file, small=True)
