"""When a checkpoint may be signed: decided from guard, database and folder, without touching them.

The guard is the last checkpoint that was signed, kept out of the database's reach. Whoever restores an older
database, or rewrites one, meets it here.
"""

from dataclasses import dataclass
from enum import StrEnum

from helpdesk.tlog.checkpoints import Checkpoint


class Standstill(StrEnum):
    """Why nothing is signed."""

    GUARD_ABSENT = "guard.absent"
    GUARD_UNREADABLE = "guard.unreadable"
    GUARD_OTHER = "guard.other"
    GUARD_BEHIND = "guard.behind"
    GUARD_AHEAD = "guard.ahead"
    GUARD_DIFFERS = "guard.differs"
    ROWS_DIFFER = "rows.differ"
    KEY_ABSENT = "key.absent"
    KEY_DIFFERS = "key.differs"


HERE = frozenset(
    {Standstill.GUARD_ABSENT, Standstill.GUARD_UNREADABLE, Standstill.KEY_ABSENT, Standstill.KEY_DIFFERS}
)
"""What may be wrong with one node only: another node, which has the guard and the key, may go on signing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tree:
    """A tree as the database has it. `guarded`: a guard was begun for it, as database or folder tell."""

    origin: str
    size: int
    root: bytes
    guarded: bool


def objection(*, tree: Tree, guard: Checkpoint | None, published: Checkpoint | None) -> Standstill | None:
    """Why the tree must not be signed; None: it may, or it has been signed already.

    `published` is the checkpoint in the folder. That a smaller guard's tree is the beginning of this one is
    for the caller to show, with the tiles and rows between the two.
    """
    if guard is None:
        begun = tree.guarded or published is not None
        return Standstill.GUARD_ABSENT if begun else None
    if guard.origin != tree.origin:
        return Standstill.GUARD_OTHER
    if published is not None and published.size > guard.size:
        return Standstill.GUARD_BEHIND
    if guard.size > tree.size:
        return Standstill.GUARD_AHEAD
    if guard.size == tree.size and guard.root != tree.root:
        return Standstill.GUARD_DIFFERS
    return None
