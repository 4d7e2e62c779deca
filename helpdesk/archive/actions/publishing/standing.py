"""How things stand before a step: database, guard, folder and key, and what they object to."""

from dataclasses import dataclass

from helpdesk.archive.queries.edge import Edge, edge
from helpdesk.archive.queries.folder import LogFolder, folder_of, read_guard
from helpdesk.archive.queries.log_key import log_key
from helpdesk.archive.rules.sequencing import Standstill, Tree, objection
from helpdesk.tlog.checkpoints import Checkpoint, open_checkpoint
from helpdesk.tlog.keys import Signer, Verifier
from helpdesk.tlog.refusals import Refused


class Refusing(Exception):
    """Nothing may be signed. `size`: of the guard, where it could be read."""

    def __init__(self, why: Standstill, size: int | None = None) -> None:
        super().__init__(why.value)
        self.why, self.size = why, size


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """All that a step needs. `guard`: None where none was begun yet."""

    edge: Edge
    folder: LogFolder
    signer: Signer
    guard: Checkpoint | None
    note: bytes | None
    published: bytes | None


def standing() -> Standing:
    """Raises Refusing where the tree must not be signed, OSError where a file cannot be read.

    Numbers, guard and checkpoint move in this order, so they are read the other way round: what another
    process does meanwhile can then never look as if the database or the guard were the older one.
    """
    found, begun, note, published = _read()
    signer = _signer(found)
    guard = _opened(note, found)
    last = guard if published == note else _published(published, found)
    folder, frontier = folder_of(log_id=found.log_id), found.frontier
    tree = Tree(origin=found.origin, size=frontier.size, root=frontier.root(), guarded=begun)
    if why := objection(tree=tree, guard=guard, published=last):
        raise Refusing(why, guard.size if guard else None)
    return Standing(edge=found, folder=folder, signer=signer, guard=guard, note=note, published=published)


def _read() -> tuple[Edge, bool, bytes | None, bytes | None]:
    """The newest tree, whether a guard was begun for it, that guard and the checkpoint, as bytes.

    The guard is written first, then noted in the database, then the folder is made: so both are asked
    before the guard is read, or another process that begins just now would look like a lost guard.
    """
    before = edge()
    while True:
        begun = before.guarded or folder_of(log_id=before.log_id).path.is_dir()
        published = folder_of(log_id=before.log_id).read_checkpoint()
        note = read_guard(guard_id=before.guard_id)
        after = edge()
        if (after.tree, after.guard_id) == (before.tree, before.guard_id):
            return after, begun, note, published
        before = after  # resumed, or moved, just now


def _signer(found: Edge) -> Signer:
    try:
        signer = log_key(origin=found.origin)
    except FileNotFoundError:
        raise Refusing(Standstill.KEY_ABSENT) from None
    except ValueError:  # Refused among them: not the seed of a key
        raise Refusing(Standstill.KEY_DIFFERS) from None
    if signer.vkey != found.vkey:
        raise Refusing(Standstill.KEY_DIFFERS)
    return signer


def _opened(note: bytes | None, found: Edge) -> Checkpoint | None:
    if note is None:
        return None
    try:
        return open_checkpoint(note, origin=found.origin, verifiers=[Verifier.parse(found.vkey)])
    except Refused as refused:
        other = refused.code in ("checkpoint.origin", "note.unknown_keys")
        why = Standstill.GUARD_OTHER if other else Standstill.GUARD_UNREADABLE
        raise Refusing(why) from None


def _published(note: bytes | None, found: Edge) -> Checkpoint | None:
    """A checkpoint that cannot be read is written again; the guard alone says what was signed."""
    try:
        return _opened(note, found)
    except Refusing:
        return None
