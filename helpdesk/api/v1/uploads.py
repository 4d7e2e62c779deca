"""Uploads: a file is sent by itself, as the whole body, and named in the message that takes it along."""

from collections.abc import Iterator
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import conversation_of, ref_of, reference_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.attachments import actions
from helpdesk.attachments.terms import MAX_FILE, MB, Mark
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden, Invalid, TooLarge
from helpdesk.marketplace.queries import offer_of, order_of
from helpdesk.marketplace.terms.kinds import Kind

router = Router()
_BLOCK = 1 << 16
_NO_MESSAGES = 2_000_000_000
MAX_PART = 5 * MB  # bytes: a larger file is sent as the body, which is never kept in memory
Id = Annotated[str | None, Query(), Field(max_length=300)]
_RAW: dict[str, Any] = {
    **KEYED,
    "requestBody": {
        "required": True,
        "description": "The bytes of the file.",
        "content": {
            "application/octet-stream": {
                "schema": {"type": "string", "format": "binary", "maxLength": MAX_FILE}
            },
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": ["file"],
                    "properties": {"file": {"type": "string", "format": "binary", "maxLength": MAX_PART}},
                }
            },
        },
    },
}


class UploadShape(Schema):
    """A file that waits for its message until `expires_at`; `digest` is its SHA-256 in hex, `marked` the
    document that its sender says it is.
    """

    id: str
    name: str
    type: str
    size: int
    digest: str
    marked: str | None
    expires_at: datetime


@router.post("", response={201: UploadShape}, openapi_extra=_RAW)
def upload(
    request: ApiRequest,
    response: HttpResponse,
    name: Annotated[str | None, Query(), Field(min_length=1, max_length=1000)] = None,
    conversation: Id = None,
    order: Id = None,
    offer: Id = None,
    marked: Mark | None = None,
) -> Status[dict[str, Any]]:
    """Take in a file. The type is told by the content, whatever the Content-Type says.

    As the whole body, with `name`; or, up to 5 MB, as the part `file` of a form, which brings its own name.

    A Buyer says what it is about, by one of `conversation`, `order` and `offer`; a Seller's people need not.
    `marked`: an invoice, the label of a return, a guarantee card or a legal notice may name its sender as the
    Platform knows them; what else stands in it that may not be sent is for a reviewer to decide.
    """
    now = clock.now()
    name, chunks = _sent(request, name)
    taken = actions.upload(
        actor=request.auth,
        now=now,
        seller_id=_seller_of(request.auth, conversation, order, offer),
        name=name,
        chunks=chunks,
        key=key_of(request),
        marked=marked,
    )
    if taken.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    shown = {
        "id": str(taken.ref),
        "name": taken.name,
        "type": taken.type.value,
        "size": taken.size,
        "digest": taken.digest.hex(),
        "marked": taken.marked and taken.marked.value,
        "expires_at": taken.expires_at,
    }
    return Status(201, shown)


@router.delete("/{upload}", response={204: None})
def withdraw(request: ApiRequest, upload: str) -> Status[None]:
    """Take a file off a message that is not sent; 404 where it is gone, or posted."""
    ref = reference_of(text=upload, missing="upload.not_found")
    actions.withdraw_upload(actor=request.auth, now=clock.now(), upload=ref)
    return Status(204, None)


def _sent(request: HttpRequest, name: str | None) -> tuple[str, Iterator[bytes]]:
    """The file's name and its bytes, as they come in. Raises Invalid, TooLarge."""
    if request.content_type != "multipart/form-data":
        if name is None:
            raise Invalid("input.missing", field="name")
        return name, chunks_of(request)
    part = request.FILES.get("file")
    if part is None:
        raise Invalid("input.missing", field="file")
    if (part.size or 0) > MAX_PART:
        raise TooLarge("file.too_large", field="file", limit=MAX_PART // MB)
    return name or part.name or "file", part.chunks()


def chunks_of(request: HttpRequest) -> Iterator[bytes]:
    """The body as it comes in."""
    while block := request.read(_BLOCK):
        yield block


def _seller_of(actor: Actor, conversation: str | None, order: str | None, offer: str | None) -> int:
    """Whose shop it is for, by something that the actor can see. Raises NotFound, Forbidden, Invalid."""
    if actor.side not in (Side.SELLER, Side.BUYER):
        raise Forbidden("upload.not_yours")
    if conversation is not None:
        ref = conversation_of(text=conversation)
        thread(actor=actor, conversation=ref, after_n=_NO_MESSAGES)
    elif order is not None:
        ref = ref_of(kind=Kind.ORDER, text=order)
        order_of(actor=actor, order=ref)
    elif offer is not None:
        ref = ref_of(kind=Kind.OFFER, text=offer)
        offer_of(actor=actor, offer=ref, market="")
    elif actor.seller_id is not None:
        return actor.seller_id
    else:
        raise Invalid("upload.about", field="conversation")
    return ref.seller_id
