"""What was signed of a tree: its state in the database, its checkpoint, its guard.

The files are read before the snapshot of the database: state, guard and checkpoint move in this order, so
what is read the other way round can never look as if the database were the older one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from helpdesk.archive.models import State, Tree
from helpdesk.archive.queries.folder import LogFolder, folder_of, read_guard
from helpdesk.archive.terms import Finding
from helpdesk.tlog.checkpoints import open_checkpoint
from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.hashing import HASH_SIZE
from helpdesk.tlog.keys import Verifier
from helpdesk.tlog.refusals import Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """So many leaves have this root, says `row`; `code` is what to call it if they have not."""

    row: str
    code: str
    size: int
    root: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A tree with what was read of it. `ends` is the number after its last one; None while it grows."""

    tree: int
    log_id: UUID
    first_number: int
    ends: int | None
    folder: LogFolder
    checkpoint: Head | None
    guard: Head | None
    findings: Sequence[Finding] = field(default=())

    @property
    def furthest(self) -> Head | None:
        """The furthest that was signed, by the folder or by the guard."""
        heads = [head for head in (self.checkpoint, self.guard) if head is not None]
        return max(heads, key=lambda head: head.size, default=None)

    def holds(self, *, number: int) -> bool:
        """Whether this number of the log is one of this tree."""
        return self.first_number <= number and (self.ends is None or number < self.ends)


def read_signed(*, using: str) -> list[Signed]:
    """All trees, oldest first, as they lie on disk."""
    trees = [*Tree.objects.using(using).order_by("number")]
    states = {state.tree: state for state in State.objects.using(using)}
    ends = [tree.first_number for tree in trees[1:]] + [None]
    return [_read(tree, states[tree.number], end) for tree, end in zip(trees, ends, strict=True)]


def _read(tree: Tree, state: State, ends: int | None) -> Signed:
    folder = folder_of(log_id=tree.log_id)
    names = {"checkpoint": f"log/{tree.log_id.hex}/checkpoint", "guard": f"guard/{state.guard_id.hex}"}
    notes = {"checkpoint": folder.read_checkpoint(), "guard": read_guard(guard_id=state.guard_id)}
    begun = {"checkpoint": state.signed_at is not None, "guard": state.guarded}
    findings: list[Finding] = []
    heads: dict[str, Head] = {}
    for what, note in notes.items():
        try:
            if note is not None:
                heads[what] = _head(tree, note, what, names[what])
        except Refused as refused:
            findings.append(Finding(code=f"{what}.refused", row=names[what], detail=str(refused)))
        if note is None and begun[what]:
            findings.append(Finding(code=f"{what}.missing", row=names[what], detail="the file is gone"))
    if (checkpoint := heads.get("checkpoint")) and checkpoint.size < state.signed_size:
        detail = f"it has {checkpoint.size} entries; one with {state.signed_size} was published before"
        findings.append(Finding(code="checkpoint.behind", row=checkpoint.row, detail=detail))
    return Signed(
        tree=tree.number,
        log_id=tree.log_id,
        first_number=tree.first_number,
        ends=ends,
        folder=folder,
        checkpoint=heads.get("checkpoint"),
        guard=heads.get("guard"),
        findings=findings,
    )


def _head(tree: Tree, note: bytes, what: str, row: str) -> Head:
    opened = open_checkpoint(note, origin=tree.origin, verifiers=[Verifier.parse(tree.vkey)])
    return Head(row=row, code=f"{what}.root", size=opened.size, root=opened.root)


def state_of(*, using: str, tree: int) -> tuple[Head, Iterator[Finding]]:
    """The tree's right edge as the database keeps it, and whether its parts agree."""
    state = State.objects.using(using).get(tree=tree)
    row = f"archive_state tree={tree}"
    head = Head(row=row, code="log.state", size=state.size, root=bytes(state.root))
    return head, _disagreeing(head, bytes(state.frontier))


def _disagreeing(head: Head, joined: bytes) -> Iterator[Finding]:
    hashes = tuple(joined[at : at + HASH_SIZE] for at in range(0, len(joined), HASH_SIZE))
    try:
        root = Frontier(head.size, hashes).root()
    except Refused:
        root = b""
    if root != head.root:
        yield Finding(code="log.state", row=head.row, detail="its frontier does not give its root")


def older_or_newer(*, signed: Signed, state: Head) -> Iterator[Finding]:
    """State, guard and checkpoint of a tree that grows, by their sizes."""
    guard, checkpoint = signed.guard, signed.checkpoint
    if guard is not None and guard.size > state.size:
        detail = f"{guard.size} entries were signed; the database is of the time when it had {state.size}"
        yield Finding(code="guard.ahead", row=guard.row, detail=detail)
    if guard is not None and checkpoint is not None and checkpoint.size > guard.size:
        detail = f"{checkpoint.size} entries were signed past the guard, which has {guard.size}"
        yield Finding(code="guard.behind", row=guard.row, detail=detail)


def two_roots(*, signed: Signed) -> Iterator[Finding]:
    """Checkpoint and guard of one size, and not of one root: a second history was signed."""
    guard, checkpoint = signed.guard, signed.checkpoint
    if guard and checkpoint and guard.size == checkpoint.size and guard.root != checkpoint.root:
        detail = f"the first {guard.size} entries had another root when the guard was moved"
        yield Finding(code="guard.root", row=guard.row, detail=detail)
