"""Entries: the place of a deed in the log."""

from typing import Any

from ninja import Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.archive.queries import entry_of, inclusion_of
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Busy, NotFound
from helpdesk.tlog import proof_files
from helpdesk.tlog.refusals import Refused

router = Router()


class Proof(Schema):
    """That the leaf hash lies at `index` of a tree of `size` leaves, whose root the signed `checkpoint` says.

    `hashes` (hex) are those beside the way to the root, the leaf's sibling first (RFC 9162). `tlog_proof` is
    all of it as a C2SP `.tlog-proof` file.
    """

    origin: str
    index: int
    size: int
    hashes: list[str]
    checkpoint: str
    tlog_proof: str


class Entry(Schema):
    """`number` is null until the sequencer has come by, `proof` until a signed checkpoint holds the entry."""

    id: str
    kind: str
    leaf: str
    leaf_hash: str
    number: int | None
    proof: Proof | None


@router.get("/{entry}", response=Entry)
def show(request: ApiRequest, entry: str) -> dict[str, Any]:
    """An entry that the caller may see, as its leaf, with the proof that it is in the log."""
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
        "proof": _proof(ref),
    }


def _proof(entry: Ref) -> dict[str, Any] | None:
    try:
        found = inclusion_of(seller_id=entry.seller_id, entry_id=entry.id)
    except Refused:
        raise Busy("entry.unproven") from None
    if found is None:
        return None
    file = proof_files.write(index=found.index, proof=found.hashes, checkpoint=found.note)
    return {
        "origin": found.origin,
        "index": found.index,
        "size": found.size,
        "hashes": [one.hex() for one in found.hashes],
        "checkpoint": found.note,
        "tlog_proof": file,
    }
