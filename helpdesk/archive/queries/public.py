"""What of the log everybody may read: checkpoints, tiles of hashes and keys; never an entry."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from uuid import UUID

from helpdesk.archive.models import Tree
from helpdesk.archive.queries.cosignatures import with_lines, witness_vkeys
from helpdesk.archive.queries.folder import folder_of
from helpdesk.archive.queries.log import checkpoint_of, receipt_vkeys, trees
from helpdesk.archive.queries.proving import Published
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import Tile, parse_path


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A key with its name. `fingerprint`: SHA-256 of its 32 bytes, in groups of four hex digits."""

    vkey: str
    name: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTree:
    """One log: its key and its newest signed state.

    `head` is None before the first, and where the file of it `is_damaged`: not what our key signed.
    """

    number: int
    log_id: UUID
    key: PublicKey
    first_number: int
    began_at: datetime
    head: Published | None
    is_ended: bool
    is_damaged: bool


def public_trees() -> list[PublicTree]:
    """All logs of this Helpdesk, the one that grows first."""
    found = [*reversed(trees())]
    return [_tree(tree, is_ended=tree.number != found[0].number) for tree in found]


def _tree(tree: Tree, *, is_ended: bool) -> PublicTree:
    head, is_damaged = None, False
    try:
        head = checkpoint_of(tree=tree)
    except Refused:
        is_damaged = True
    return PublicTree(
        number=tree.number,
        log_id=tree.log_id,
        key=_key(tree.vkey),
        first_number=tree.first_number,
        began_at=tree.began_at,
        head=head,
        is_ended=is_ended,
        is_damaged=is_damaged,
    )


def public_receipt_keys() -> list[PublicKey]:
    """The keys that receipts and packages are signed with, under each log's name."""
    return [_key(vkey) for vkey in receipt_vkeys()]


def public_witnesses() -> list[PublicKey]:
    """The keys of those who cosign checkpoints."""
    return [_key(vkey) for vkey in witness_vkeys()]


def public_checkpoint(*, log_id: UUID) -> bytes | None:
    """The signed note as it lies there, and what witnesses added; None before the first, or elsewhere."""
    tree = next((tree for tree in trees() if tree.log_id == log_id), None)
    note = folder_of(log_id=log_id).read_checkpoint() if tree else None
    return with_lines(tree=tree.number, note=note) if tree and note else None


def public_tile(*, log_id: UUID, path: str) -> bytes | None:
    """The tile of this path below the log's address; None for all that is not a tile of hashes of ours."""
    try:
        tile = parse_path(path)
        if not isinstance(tile, Tile) or not _is_ours(log_id):
            return None
        return folder_of(log_id=log_id).read_tile(tile)
    except (Refused, FileNotFoundError):
        return None


def _is_ours(log_id: UUID) -> bool:
    return any(tree.log_id == log_id for tree in trees())


def _key(vkey: str) -> PublicKey:
    key = Verifier.parse(vkey)
    digest = sha256(key.public).hexdigest()
    groups = (digest[at : at + 4] for at in range(0, len(digest), 4))
    return PublicKey(vkey=vkey, name=key.name, fingerprint=" ".join(groups))
