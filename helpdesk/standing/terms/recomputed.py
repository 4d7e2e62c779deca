"""What a recomputation finds."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class What(StrEnum):
    """What is not as the leaves say."""

    SCORE = "score"
    POINT = "point"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """`point` and `by` (the entry that it stands by) name a verdict; a score has neither."""

    seller_id: int
    what: What
    stored: str
    found: str
    point: UUID | None = None
    by: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recomputed:
    """A part of the sellers: how many, of how many there was a stored score, and what differs."""

    sellers: int
    compared: int
    differences: tuple[Difference, ...]
