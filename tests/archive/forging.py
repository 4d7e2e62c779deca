"""Forging as somebody could who has the database, the folder and every key, but not the guard."""

import json
from uuid import UUID

from django.db import connections

from helpdesk.archive.models import State, Tree
from helpdesk.archive.queries import receipt_key
from helpdesk.archive.queries.folder import folder_of
from helpdesk.archive.queries.log_key import log_key
from helpdesk.archive.rules.commitments import commit
from helpdesk.archive.rules.leaf import leaf_hash
from helpdesk.kernel.canonical import canonical
from helpdesk.tlog import notes
from helpdesk.tlog.checkpoints import Checkpoint
from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.growing import grown_tiles
from helpdesk.tlog.hashing import leaf_hashes
from helpdesk.tlog.tiles import Tile, encode_bundle, new_bundles
from tests.archive.owning import as_owner

_LEAVES = """
    SELECT e.leaf FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id ORDER BY a.number
"""
_ENTRY = "SELECT leaf, at FROM archive_entry WHERE id = %s"
_SALT = "SELECT salt FROM archive_value WHERE entry_id = %s AND name = 'body'"


def rewrite_text(entry: UUID, text: bytes) -> None:
    """Another text in the last entry of a chain: committed, sealed and signed for as if it had been sent."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(_SALT, [entry])
        salt = bytes(cursor.fetchone()[0])
        cursor.execute(_ENTRY, [entry])
        data, at = cursor.fetchone()
    said = json.loads(bytes(data))
    said["c"]["body"] = commit(kind=said["t"], name="body", value=text, salt=salt).hex()
    leaf = canonical(said)
    receipt = receipt_key().sign(entry=entry, leaf_hash=leaf_hash(leaf), at=at)
    as_owner("UPDATE archive_value SET value = %s WHERE entry_id = %s AND name = 'body'", text, entry)
    as_owner(
        "UPDATE archive_entry SET leaf = %s, leaf_hash = %s, receipt = %s WHERE id = %s",
        leaf,
        leaf_hash(leaf),
        receipt.signature,
        entry,
    )


def recompute_state(size: int | None = None) -> None:
    """State and frontier of what stands in the database now, or of its first entries."""
    tree = Frontier().extended(leaf_hashes(_leaves()[:size]))
    as_owner(
        "UPDATE archive_state SET size = %s, root = %s, frontier = %s",
        tree.size,
        tree.root(),
        b"".join(tree.hashes),
    )


def rewrite_files() -> None:
    """Tiles and bundles of what stands in the database now."""
    leaves, folder = _leaves(), folder_of(log_id=_tree().log_id)
    for tile, data in grown_tiles(size=0, leaf_hashes=leaf_hashes(leaves), read_tile=_no_tile):
        (folder.path / tile.path()).write_bytes(data)
    for bundle in new_bundles(old_size=0, new_size=len(leaves)):
        first = bundle.index << 8
        entries = leaves[first : first + bundle.width]
        (folder.path / bundle.path()).write_bytes(encode_bundle(entries))


def sign_checkpoint(size: int | None = None) -> None:
    """A checkpoint of the files as they are now, by the real key: somebody has it."""
    tree, frontier = _tree(), Frontier().extended(leaf_hashes(_leaves()[:size]))
    head = Checkpoint(tree.origin, frontier.size, frontier.root())
    note = notes.sign(head.text(), log_key(origin=tree.origin))
    (folder_of(log_id=tree.log_id).path / "checkpoint").write_text(note)


def guard_id() -> UUID:
    """The guard that counts."""
    return State.objects.using("owner").get().guard_id


def _tree() -> Tree:
    return Tree.objects.using("owner").get()


def _leaves() -> list[bytes]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(_LEAVES)
        return [bytes(leaf) for (leaf,) in cursor.fetchall()]


def _no_tile(_tile: Tile) -> bytes:
    raise AssertionError("a tree from its first leaf needs no tile before it")
