"""Files on the buyer's side on their way in, for a thread or a first question."""

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from helpdesk.conversations import queries
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace import queries as marketplace
from helpdesk.portal import attaching, pages
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.BUYER)
def receive(request: Signed, conversation: Ref) -> HttpResponse:
    """A file for another message. Raises NotFound for others' threads, as those below do for theirs."""
    queries.thread(actor=request.actor, conversation=conversation)
    return attaching.receive(request, seller_id=conversation.seller_id)


@require_POST
@pages.only(Side.BUYER)
def receive_for_order(request: Signed, order: Ref) -> HttpResponse:
    """A file for the first question about an order."""
    marketplace.order_of(actor=request.actor, order=order)
    return attaching.receive(request, seller_id=order.seller_id)


@require_POST
@pages.only(Side.BUYER)
def receive_for_offer(request: Signed, offer: Ref) -> HttpResponse:
    """A file for the first question about an offer."""
    marketplace.offer_of(actor=request.actor, offer=offer, market=request.market or "")
    return attaching.receive(request, seller_id=offer.seller_id)


@require_POST
@pages.only(Side.BUYER)
def receive_for_refusal(request: Signed, attempt: Ref) -> HttpResponse:
    """A file for the appeal against the refusal of a message."""
    queries.own_attempt(actor=request.actor, attempt=attempt)
    return attaching.receive(request, seller_id=attempt.seller_id)


@require_POST
@pages.only(Side.BUYER)
def withdraw(request: Signed, place: Ref, upload: UUID) -> HttpResponse:
    """It is not sent after all; `place` is what it would have gone with, or been about."""
    return attaching.withdraw(request, upload=Ref(place.seller_id, upload))
