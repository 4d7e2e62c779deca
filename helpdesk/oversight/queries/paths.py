"""The way of an entry to the signed root, for whoever verifies; and an entry by what people call it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import msgspec

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import acting
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import InvalidRef, Ref
from helpdesk.kernel.refusal import Forbidden, NotFound
from helpdesk.oversight.policies import can_verify
from helpdesk.tlog import checkpoints, notes
from helpdesk.tlog.hashing import leaf_hash
from helpdesk.tlog.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a leaf lies in a signed tree; `hashes` are those beside its way, the leaf's sibling first."""

    origin: str
    index: int
    size: int
    hashes: tuple[bytes, ...]
    root: bytes
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPath:
    """An entry without a word of what was said. `place` is None while no signed checkpoint holds it.

    `refused`: the log's files do not lead from this entry to the signed root; why, for developers.
    """

    ref: Ref
    kind: str
    at: datetime
    leaf: str
    leaf_hash: bytes
    number: int | None
    place: Place | None
    refused: str = ""


def path_of(*, actor: Actor, entry: Ref) -> EntryPath:
    """Raises Forbidden, NotFound."""
    if not can_verify(actor=actor):
        raise Forbidden("oversight.not_yours")
    shown = archive.entry_of(actor=actor, entry=entry)
    place, refused = None, ""
    try:
        place = _place(entry, leaf_hash(shown.leaf))
    except Refused as wrong:
        refused = str(wrong)
    return EntryPath(
        ref=entry,
        kind=shown.kind,
        at=clock.from_us(msgspec.json.decode(shown.leaf)["at"]),
        leaf=shown.leaf.decode(),
        leaf_hash=shown.leaf_hash,
        number=shown.number,
        place=place,
        refused=refused,
    )


def _place(entry: Ref, made: bytes) -> Place | None:
    """The proof, of the leaf's own bytes: a stored hash that was changed with the log proves nothing."""
    found = archive.inclusion_of(seller_id=entry.seller_id, entry_id=entry.id)
    if found is None:
        return None
    if found.leaf_hash != made:
        raise Refused("proof.leaf", "the bytes of the entry have another hash")
    head = checkpoints.parse(notes.split(found.note)[0])
    return Place(
        origin=found.origin,
        index=found.index,
        size=found.size,
        hashes=tuple(found.hashes),
        root=head.root,
        note=found.note,
    )


def entry_named(*, actor: Actor, words: str) -> Ref:
    """An entry by its id as answers give it, by the id in its leaf, or by its number. Raises NotFound."""
    if not can_verify(actor=actor):
        raise Forbidden("oversight.not_yours")
    with acting(actor):
        found = _by_ref(words) or _by_number(words) or _by_uuid(words)
    if found is None:
        raise NotFound("entry.not_found")
    return found


def _by_ref(words: str) -> Ref | None:
    try:
        ref = Ref.parse(words)
    except InvalidRef:
        return None
    return ref if archive.is_entry(entry=ref) else None


def _by_number(words: str) -> Ref | None:
    digits = words.lstrip("#").replace(" ", "")
    if not (digits.isascii() and digits.isdigit() and len(digits) < len(str(1 << 63))):
        return None
    return archive.entry_at(number=int(digits))


def _by_uuid(words: str) -> Ref | None:
    try:
        return archive.entry_with_id(id=UUID(words))
    except ValueError:
        return None
