"""The dates that authorities put on our checkpoints."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.archive.models import Timestamp


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """`note`, a checkpoint of `size` entries, was there by `at`: an RFC 3161 `response` says so, in DER."""

    size: int
    at: datetime
    note: str
    response: bytes


def timestamps(*, tree: int, limit: int) -> Sequence[Stamped]:
    """The newest first. One SQL statement."""
    found = Timestamp.objects.filter(tree=tree).order_by("-size")[:limit]
    return [Stamped(size=row.size, at=row.at, note=row.note, response=bytes(row.response)) for row in found]
