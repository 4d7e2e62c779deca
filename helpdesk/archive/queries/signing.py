"""How far signing has come, and what of it is on this machine."""

from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive.queries.edge import edge
from helpdesk.archive.queries.folder import folder_of, read_guard


@dataclass(frozen=True, slots=True, kw_only=True)
class Signing:
    """Of the tree that grows: leaves that are numbered, and those under the newest checkpoint, signed at ...

    `has_guard`: this machine has its guard, or none was begun yet; `has_folder`: it has its checkpoint, or
    nothing was signed yet.
    """

    tree: int
    size: int
    signed_size: int
    signed_at: datetime | None
    has_guard: bool
    has_folder: bool

    @property
    def unsigned(self) -> int:
        """Leaves that no checkpoint holds."""
        return self.size - self.signed_size


def signing() -> Signing:
    """One SQL statement. Raises Conflict before the log is begun, OSError where a file cannot be read."""
    found = edge()
    return Signing(
        tree=found.tree,
        size=found.frontier.size + found.behind,
        signed_size=found.signed_size,
        signed_at=found.signed_at,
        has_guard=not found.guarded or read_guard(guard_id=found.guard_id) is not None,
        has_folder=not found.signed_size or folder_of(log_id=found.log_id).read_checkpoint() is not None,
    )
