"""The signed log: files that make its checkpoint, entries that are those of the files, nothing set back."""

from collections.abc import Generator, Iterator, Sequence

from helpdesk.archive.queries.verification.leaves import leaves
from helpdesk.archive.queries.verification.published import keys
from helpdesk.archive.queries.verification.resumed import lost, told_after
from helpdesk.archive.queries.verification.signed import Signed, older_or_newer, state_of, two_roots
from helpdesk.archive.terms import Finding, Progress
from helpdesk.tlog import verifying

Said = Progress | Finding

# what the walk through a log's files calls what it found
_CODES = {
    "entry.altered": ("log.entries", "an entry in it is not the one that the tree holds"),
    "tile.altered": ("log.tile", "a hash in it is not that of what lies below it"),
    "tile.entries": (
        "log.tile",
        "it does not fit its entries; what lies above does not say which is right",
    ),
    "leaves.altered": ("log.leaves", "neither it nor what lies below it is what was signed"),
    "root.altered": ("log.root", "the entries of the log give another root than the signed one"),
    "file.missing": ("log.missing", "the file is gone"),
}


def log(*, using: str, trees: Sequence[Signed]) -> Iterator[Said]:
    """All trees, oldest first, as their files were read before the snapshot."""
    yield from keys(using=using)
    for signed in trees:
        yield from signed.findings
        damaged = yield from walked(signed=signed)
        yield from _rows(using, signed, damaged)


def walked(*, signed: Signed) -> Generator[Said, None, frozenset[str]]:
    """Every file under the newest signed head; the paths of those that are not what they should be."""
    head = signed.checkpoint or signed.guard
    if head is None:
        return frozenset()
    damaged = set()
    folder = verifying.Folder(read_tile=signed.folder.read_tile, read_bundle=signed.folder.read_bundle)
    for step in verifying.check_log(size=head.size, root=head.root, folder=folder):
        if isinstance(step, verifying.Progress):
            yield Progress(stage="log", done=step.leaves, total=head.size)
        else:
            damaged.add(step.path)
            yield _finding(signed, step)
    return frozenset(damaged)


def _finding(signed: Signed, found: verifying.Found) -> Finding:
    code, detail = _CODES.get(found.code, ("log.form", f"it cannot be read: {found.code}"))
    if found.index is not None:
        detail += f", from number {signed.first_number + found.index} on"
    return Finding(code=code, row=f"log/{signed.log_id.hex}/{found.path}", detail=detail)


def _rows(using: str, signed: Signed, damaged: frozenset[str]) -> Iterator[Said]:
    state, disagreeing = state_of(using=using, tree=signed.tree)
    yield from disagreeing
    if signed.ends is None:
        yield from older_or_newer(signed=signed, state=state)
    split = [*two_roots(signed=signed)]
    yield from split
    guard = None if split else signed.guard
    heads = [state, *(head for head in (signed.checkpoint, guard) if head is not None)]
    told = told_after(using=using, signed=signed)
    yield from leaves(using=using, signed=signed, heads=heads, damaged=damaged, told=told)
    if told is not None and not damaged:
        yield from lost(using=using, signed=signed, told=told)
