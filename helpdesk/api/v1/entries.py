"""Entries: the place of a deed in the log."""

from typing import Any

from ninja import Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.archive.queries import entry_of
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import NotFound

router = Router()


class Entry(Schema):
    """`number` is null until the sequencer has come by."""

    id: str
    kind: str
    leaf: str
    leaf_hash: str
    number: int | None


@router.get("/{entry}", response=Entry)
def show(request: ApiRequest, entry: str) -> dict[str, Any]:
    """An entry that the caller may see, as its leaf."""
    try:
        ref = Ref.parse(entry)
    except InvalidRef:
        raise NotFound("entry.not_found") from None
    found = entry_of(actor=request.auth, entry=ref)
    return {
        "id": entry,
        "kind": found.kind,
        "leaf": found.leaf.decode(),
        "leaf_hash": found.leaf_hash.hex(),
        "number": found.number,
    }
