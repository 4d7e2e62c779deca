"""Ids in paths: our own opaque ones, or the Platform's after `ext:`."""

from collections.abc import Sequence
from uuid import UUID

from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import NotFound
from helpdesk.marketplace import queries as marketplace
from helpdesk.marketplace.terms.kinds import Kind

_EXTERNAL = "ext:"
_DIGITS = 16  # of a Seller's number: 53 bits


def ref_of(*, kind: Kind, text: str) -> Ref:
    """The Ref that stands in a path; whether the caller may see it is the query's business.

    Raises NotFound for what cannot be one of our ids and for an unknown id of the Platform.
    """
    if text.startswith(_EXTERNAL):
        return marketplace.resolve_for_system(kind=kind, external_id=text.removeprefix(_EXTERNAL))
    try:
        return Ref.parse(text)
    except InvalidRef:
        raise NotFound(f"{kind}.not_found") from None


def conversation_of(*, text: str) -> Ref:
    """The Ref of a conversation in a path; the Platform has no ids of its own for these. Raises NotFound."""
    return reference_of(text=text, missing="conversation.not_found")


def seller_of(*, text: str) -> int:
    """A Seller in a path: our number, or the Platform's id. Raises NotFound."""
    if text.startswith(_EXTERNAL):
        return ref_of(kind=Kind.SELLER, text=text).seller_id
    if text.isascii() and text.isdigit() and len(text) <= _DIGITS:
        return int(text)
    raise NotFound("seller.not_found")


def reference_of(*, text: str, missing: str) -> Ref:
    """A Ref of ours in a path. Raises NotFound with the code `missing`."""
    try:
        return Ref.parse(text)
    except InvalidRef:
        raise NotFound(missing) from None


def uploads_of(*, files: Sequence[str], seller_id: int) -> list[UUID]:
    """Uploads of this Seller's that a body names. Raises NotFound for what cannot be one of them."""
    refs = [reference_of(text=text, missing="upload.not_found") for text in files]
    if any(ref.seller_id != seller_id for ref in refs):
        raise NotFound("upload.not_found", field="files")
    return [ref.id for ref in refs]
