"""A Seller writes first about an order; a Buyer mutes what need not be told."""

from functools import partial
from typing import Any, Literal

from django.http import HttpResponse
from ninja import Router, Schema, Status
from pydantic import ConfigDict

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of, ref_of
from helpdesk.api.v1.findings import CheckedShape, DryRun
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.reasons import SellersReason
from helpdesk.api.v1.shapes import Asked, PostedShape, files_in
from helpdesk.conversations import actions, queries
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel import clock
from helpdesk.marketplace.terms.kinds import Kind

orders, conversations = Router(), Router()


class First(Asked):
    """What a Seller writes first, and why; all but a recall until 30 days after delivery."""

    reason: SellersReason


class Mute(Schema):
    """Whether the Buyer is told of no more than problems with the order, what is needed, and recalls."""

    model_config = ConfigDict(extra="forbid", strict=True)

    muted: Literal[True, False]


@orders.post("/{order}/messages", response={201: PostedShape, 200: CheckedShape}, openapi_extra=KEYED)
def start(request: ApiRequest, order: str, body: First, dry_run: DryRun = False) -> HttpResponse:
    """The Seller writes about one of the shop's orders; no clock starts. Rules hold as for replies.

    At most three in a row that the Buyer does not answer; where the Buyer waits, answer in the conversation.
    """
    ref = ref_of(kind=Kind.ORDER, text=order)
    said: dict[str, Any] = {
        "actor": request.auth,
        "now": clock.now(),
        "order": ref,
        "draft": body.text,
        "files": files_in(body=body, seller_id=ref.seller_id),
    }
    post = partial(
        actions.start_about_order, reason=SellerReason(body.reason), confirmed=body.confirmed, **said
    )
    return answered(
        request=request,
        post=lambda key: post(key=key),
        check=partial(queries.checked_start, **said) if dry_run else None,
    )


@orders.put("/{order}/mute", response={204: None})
def mute_order(request: ApiRequest, order: str, body: Mute) -> Status[None]:
    """The Buyer mutes what is said about an order, or hears all of it again."""
    ref = ref_of(kind=Kind.ORDER, text=order)
    actions.mute_order(actor=request.auth, now=clock.now(), order=ref, muted=body.muted)
    return Status(204, None)


@conversations.put("/{conversation}/mute", response={204: None})
def mute(request: ApiRequest, conversation: str, body: Mute) -> Status[None]:
    """The Buyer mutes a conversation, or hears all of it again."""
    ref = conversation_of(text=conversation)
    actions.mute(actor=request.auth, now=clock.now(), conversation=ref, muted=body.muted)
    return Status(204, None)
