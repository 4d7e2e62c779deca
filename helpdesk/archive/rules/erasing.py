"""What an order to erase says."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from helpdesk.archive.terms import Draft

ERASED = "erased"  # the entry kind
ERASES = "erases"  # how it names what goes
BATCH = 50  # entries that one order names: 50 bytes each, and a leaf has 4 KiB


def draft_of(
    *,
    entries: Sequence[UUID],
    count: int,
    ground: str,
    values: Mapping[str, bytes],
    facts: Mapping[str, int | str],
    ref: Sequence[tuple[str, UUID]],
) -> Draft:
    """`count` is how many values go. Its key follows from what it erases, which goes once."""
    return Draft(
        kind=ERASED,
        key=f"{ERASED}/{entries[0]}",
        values=values,
        facts={**facts, "entries": len(entries), "ground": ground, "values": count},
        ref=[*ref, *((ERASES, entry) for entry in entries)],
    )
