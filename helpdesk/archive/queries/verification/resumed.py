"""What a resumption tells of the tree before it: what was signed and is lost, what never was signed.

The lists are sealed in leaf 0 of the next tree. What they name is accounted for; anything else is not.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import msgspec
from django.db import connections

from helpdesk.archive.queries.lost import Lost, differences
from helpdesk.archive.queries.verification.signed import Signed
from helpdesk.archive.rules.checking import read_leaf
from helpdesk.archive.rules.commitments import commit
from helpdesk.archive.terms import Finding

KIND = "log.resumed"
_LISTS = """
    SELECT e.leaf, v.name, v.value, v.salt FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    JOIN archive_value v ON v.seller_id = e.seller_id AND v.entry_id = e.id
    WHERE a.number = %s AND e.kind = %s AND v.name IN ('lost', 'stranded')
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The two lists: `lost` by index and leaf hash in hex, `stranded` by number, entry and leaf hash."""

    lost: frozenset[tuple[int, str]] = frozenset()
    stranded: frozenset[tuple[int, str, str]] = frozenset()

    def has_stranded(self, *, number: int, entry: UUID, leaf_hash: bytes) -> bool:
        """Whether this very entry was listed under this very number."""
        return (number, str(entry), leaf_hash.hex()) in self.stranded


def told_after(*, using: str, signed: Signed) -> Told | None:
    """What the next tree begins with; None for a tree that grows. A list that was changed tells nothing."""
    if signed.ends is None:
        return None
    with connections[using].cursor() as cursor:
        cursor.execute(_LISTS, [signed.ends, KIND])
        lists = {
            name: _read(bytes(leaf), name, bytes(said), bytes(salt)) for leaf, name, said, salt in cursor
        }
    return Told(
        lost=frozenset((index, digest) for index, _, digest in lists.get("lost", ())),
        stranded=frozenset((number, id, digest) for number, id, digest in lists.get("stranded", ())),
    )


def _read(data: bytes, name: str, value: bytes, salt: bytes) -> list[tuple[int, str, str]]:
    leaf = read_leaf(data)
    if leaf is None or leaf["c"].get(name) != commit(kind=KIND, name=name, value=value, salt=salt).hex():
        return []  # has its own finding
    return msgspec.json.decode(value, type=list[tuple[int, str, str]])


def lost(*, using: str, signed: Signed, told: Told) -> Iterator[Finding]:
    """Leaves under the last signed head of an ended tree that are nowhere in the database and on no list."""
    head = signed.furthest
    if head is None or signed.ends is None:
        return
    differing = differences(
        first_number=signed.first_number,
        folder=signed.folder,
        size=head.size,
        next_number=signed.ends,
        using=using,
    )
    for each in differing:
        if isinstance(each, Lost) and (each.index, each.leaf_hash.hex()) not in told.lost:
            detail = f"leaf {each.index} was signed, is gone, and the log was resumed without a word of it"
            yield Finding(code="log.lost", row=each.id or head.row, detail=detail)
