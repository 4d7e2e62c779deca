"""Where the log stands: its newest tree, the tree's right edge, and the next number."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connections

from helpdesk.kernel.refusal import Conflict
from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.hashing import HASH_SIZE

_EDGE = """
    SELECT t.number, t.log_id, t.origin, t.vkey, t.first_number, s.size, s.frontier, s.at, s.guard_id,
           s.guarded, s.signed_size, s.signed_at, s.refused, s.refused_size, s.refused_at,
           (SELECT coalesce(max(number) + 1, 0) FROM archive_number)
    FROM archive_tree t JOIN archive_state s ON s.tree = t.number
    ORDER BY t.number DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """The newest tree. `behind`: numbered entries that the tree has not taken in yet."""

    tree: int
    log_id: UUID
    origin: str
    vkey: str
    first_number: int
    frontier: Frontier
    at: datetime
    guard_id: UUID
    guarded: bool
    signed_size: int
    signed_at: datetime | None
    refused: str
    refused_size: int | None
    refused_at: datetime | None
    next_number: int

    @property
    def behind(self) -> int:
        return self.next_number - self.first_number - self.frontier.size


def edge(*, using: str = "sequencer") -> Edge:
    """One SQL statement; only the sequencer, the auditor and the operator's side see the next number.

    Raises Conflict before `helpdesk migrate` began the log.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(_EDGE)
        row = cursor.fetchone()
    if row is None:
        raise Conflict("archive.not_begun")
    return Edge(
        tree=row[0],
        log_id=row[1],
        origin=row[2],
        vkey=row[3],
        first_number=row[4],
        frontier=Frontier(row[5], split(bytes(row[6]))),
        at=row[7],
        guard_id=row[8],
        guarded=row[9],
        signed_size=row[10],
        signed_at=row[11],
        refused=row[12],
        refused_size=row[13],
        refused_at=row[14],
        next_number=row[15],
    )


def split(joined: bytes, /) -> tuple[bytes, ...]:
    """The hashes that lie one behind the other."""
    return tuple(joined[at : at + HASH_SIZE] for at in range(0, len(joined), HASH_SIZE))
