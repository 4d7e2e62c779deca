"""A Buyer's question about an order or an offer: it opens the one thread, or goes into it."""

from collections.abc import Callable
from functools import partial
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Router
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import ref_of
from helpdesk.api.v1.findings import CheckedShape, DryRun
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.reasons import BuyersReason
from helpdesk.api.v1.shapes import Asked, PostedShape, files_in
from helpdesk.conversations import actions, queries
from helpdesk.conversations.queries import Checked
from helpdesk.conversations.terms import Posted
from helpdesk.conversations.terms.starting import BuyerReason
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.kinds import MAX_EXTERNAL_ID, Kind

orders, offers = Router(), Router()


class AboutOffer(Asked):
    """A question, and what it is for."""

    reason: BuyersReason | None = None


class AboutOrder(AboutOffer):
    """A question about an order, or about one `line` of it, by the Platform's id for the line."""

    line: Annotated[str, Field(max_length=MAX_EXTERNAL_ID)] | None = None


_ANSWERS = {201: PostedShape, 200: CheckedShape}


@orders.post("/{order}/questions", response=_ANSWERS, openapi_extra=KEYED)
def ask_about_order(
    request: ApiRequest, order: str, body: AboutOrder, dry_run: DryRun = False
) -> HttpResponse:
    """About one of the Buyer's own orders. Rules hold as for replies."""
    ref = ref_of(kind=Kind.ORDER, text=order)
    post = partial(actions.ask_about_order, order=ref, line=body.line)
    check = partial(queries.checked_question, order=ref)
    return _asked(request, ref, body, post, check if dry_run else None)


@offers.post("/{offer}/questions", response=_ANSWERS, openapi_extra=KEYED)
def ask_about_offer(
    request: ApiRequest, offer: str, body: AboutOffer, dry_run: DryRun = False
) -> HttpResponse:
    """Before a sale. Rules hold as for replies."""
    ref = ref_of(kind=Kind.OFFER, text=offer)
    post = partial(actions.ask_about_offer, offer=ref)
    check = partial(queries.checked_question, offer=ref)
    return _asked(request, ref, body, post, check if dry_run else None)


def _asked(
    request: ApiRequest,
    about: Ref,
    body: AboutOffer,
    post: Callable[..., Posted],
    check: Callable[..., Checked] | None,
) -> HttpResponse:
    reason = BuyerReason(body.reason) if body.reason else None
    said: dict[str, Any] = {
        "actor": request.auth,
        "now": clock.now(),
        "draft": body.text,
        "files": files_in(body=body, seller_id=about.seller_id),
    }
    return answered(
        request=request,
        post=lambda key: post(key=key, confirmed=body.confirmed, reason=reason, **said),
        check=partial(check, **said) if check else None,
    )
