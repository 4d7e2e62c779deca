"""The signed log, as others see it: its checkpoint, and proofs that entries lie under it.

The folder is read and never trusted: a proof that does not lead to the signed root is refused here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import State, Tree
from helpdesk.archive.queries.cosignatures import cosigned
from helpdesk.archive.queries.folder import CHECKPOINT, folder_of
from helpdesk.archive.queries.proving import Inclusion, Prover, Published
from helpdesk.archive.rules.checking import read_leaf, receipt_keys
from helpdesk.archive.rules.keys import receipt_vkey
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.tlog.checkpoints import open_checkpoint
from helpdesk.tlog.keys import Verifier

_PLACES = """
    SELECT a.seller_id, a.entry_id, a.number, e.leaf_hash
    FROM unnest(%s::bigint[], %s::uuid[]) AS w (seller_id, entry_id)
    JOIN archive_number a ON a.seller_id = w.seller_id AND a.entry_id = w.entry_id
    JOIN archive_entry e ON e.seller_id = w.seller_id AND e.id = w.entry_id
"""
_KEYS = "SELECT leaf FROM archive_entry WHERE seller_id = %s AND kind = 'key'"


@dataclass(frozen=True, slots=True, kw_only=True)
class LogRefusal:
    """Why the sequencer stands still: `words.STANDSTILL[code]` says it to people.

    `guard_size`: leaves that the guard knows of (None: it could not be read); `size`: leaves that the
    database has; `signed_size`: leaves that it knows to be signed; `at`: when the sequencer stopped.
    """

    tree: int
    code: str
    guard_size: int | None
    size: int
    signed_size: int
    at: datetime | None


def trees() -> Sequence[Tree]:
    """All trees of this database, oldest first; the last one grows. One SQL statement."""
    return [*Tree.objects.order_by("number")]


def published() -> Published | None:
    """The checkpoint of the tree that grows; None before the first one, or where this node has no folder.

    Raises tlog.Refused where the file in the folder is not a checkpoint that our key signed.
    """
    tree = Tree.objects.order_by("-number").first()
    return None if tree is None else checkpoint_of(tree=tree)


def checkpoint_of(*, tree: Tree) -> Published | None:
    """The newest checkpoint of a tree, verified, with the lines of its witnesses. Raises tlog.Refused."""
    folder = folder_of(log_id=tree.log_id)
    note = folder.read_checkpoint()
    if note is None:
        return None
    head = open_checkpoint(note, origin=tree.origin, verifiers=[Verifier.parse(tree.vkey)])
    return Published(
        tree=tree.number,
        log_id=tree.log_id,
        origin=tree.origin,
        vkey=tree.vkey,
        size=head.size,
        root=head.root,
        note=cosigned(tree=tree.number, size=head.size, note=note.decode()),
        own_note=note.decode(),
        at=datetime.fromtimestamp((folder.path / CHECKPOINT).stat().st_mtime, UTC),
    )


def inclusion_of(*, seller_id: int, entry_id: UUID) -> Inclusion | None:
    """The proof of one entry; None while no signed checkpoint holds it. See `inclusions_of`."""
    ref = Ref(seller_id, entry_id)
    return inclusions_of(refs=[ref]).get(ref)


def inclusions_of(*, refs: Iterable[Ref]) -> Mapping[Ref, Inclusion]:
    """Proofs of those entries that are in a signed checkpoint: three SQL statements, each tile read once.

    For whoever may see the entries: rights are the caller's to ask. An entry of an older tree is proved
    under that tree's last checkpoint. Raises tlog.Refused, with the path, where the folder does not say
    what its checkpoint signed.
    """
    wanted = [*refs]
    provers = _provers()
    found = {}
    for seller_id, entry_id, number, leaf_hash in _places(wanted):
        prover = next((prover for prover in provers if prover.first_number <= number), None)
        if prover is not None and (proof := prover.prove(number=number, leaf_hash=bytes(leaf_hash))):
            found[Ref(seller_id, entry_id)] = proof
    return found


def _places(refs: Sequence[Ref]) -> list[tuple[int, UUID, int, bytes]]:
    with everything():
        return hot.rows(_PLACES, [[ref.seller_id for ref in refs], [ref.id for ref in refs]])


def _provers() -> list[Prover]:
    """Of the trees that have a checkpoint here, the newest first."""
    newest_first = [*reversed(trees())]
    heads = [(tree, checkpoint_of(tree=tree)) for tree in newest_first]
    return [
        Prover(
            tree=tree,
            head=head,
            folder=folder_of(log_id=tree.log_id),
            is_ended=tree.number < newest_first[0].number,
        )
        for tree, head in heads
    ]


def log_refusal() -> LogRefusal | None:
    """Why nothing is numbered and signed just now; None while all is well. One SQL statement."""
    state = State.objects.order_by("-tree").first()
    if state is None or not state.refused:
        return None
    return LogRefusal(
        tree=state.tree,
        code=state.refused,
        guard_size=state.refused_size,
        size=state.size,
        signed_size=state.signed_size,
        at=state.refused_at,
    )


def log_keys() -> list[str]:
    """The keys that checkpoints are signed with, one for each tree, newest last."""
    return [tree.vkey for tree in trees()]


def receipt_vkeys() -> list[str]:
    """The receipt keys that `key` entries publish, as keys of signed notes, under each tree's name."""
    with everything():
        leaves = [read_leaf(bytes(leaf)) for (leaf,) in hot.rows(_KEYS, [OPERATOR])]
    publics = [public for leaf in leaves if leaf is not None for _, public in receipt_keys(leaf)]
    return [receipt_vkey(origin=tree.origin, public=public) for tree in trees() for public in publics]
