"""A Buyer's question about an order or an offer: it opens the one thread, or goes into it."""

from django.http import HttpResponse
from ninja import Router

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import ref_of
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.shapes import Asked, PostedShape, files_in
from helpdesk.conversations import actions
from helpdesk.kernel import clock
from helpdesk.marketplace.terms.kinds import Kind

orders, offers = Router(), Router()


@orders.post("/{order}/questions", response={201: PostedShape}, openapi_extra=KEYED)
def ask_about_order(request: ApiRequest, order: str, body: Asked) -> HttpResponse:
    """About one of the Buyer's own orders."""
    ref = ref_of(kind=Kind.ORDER, text=order)
    return answered(
        request=request,
        post=lambda key: actions.ask_about_order(
            actor=request.auth,
            now=clock.now(),
            order=ref,
            draft=body.text,
            key=key,
            files=files_in(body=body, seller_id=ref.seller_id),
        ),
    )


@offers.post("/{offer}/questions", response={201: PostedShape}, openapi_extra=KEYED)
def ask_about_offer(request: ApiRequest, offer: str, body: Asked) -> HttpResponse:
    """Before a sale."""
    ref = ref_of(kind=Kind.OFFER, text=offer)
    return answered(
        request=request,
        post=lambda key: actions.ask_about_offer(
            actor=request.auth,
            now=clock.now(),
            offer=ref,
            draft=body.text,
            key=key,
            files=files_in(body=body, seller_id=ref.seller_id),
        ),
    )
