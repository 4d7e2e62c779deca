"""What a proposal rests on. Instants are microseconds UTC."""

from dataclasses import dataclass
from uuid import UUID

from helpdesk.enforcement.terms.names import Source, ViolationKind
from helpdesk.enforcement.terms.tracks import Tracks


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A violation that counts: `id` is the entry by which a person decided it, at `at`.

    `subject` is the entry of the message or of what was refused, in the conversation `chain`; both None where
    it was reported and lies nowhere in Helpdesk. `points` as they were given, in thousandths.
    """

    id: UUID
    kind: ViolationKind
    source: Source
    points: int
    at: int
    chain: UUID | None = None
    subject: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """How a Seller answered: thousandths. Of `due` answers so many were given `in_time`, by weight.

    The share lies between `lower` and `upper`, as far as these can tell.
    """

    due: int
    in_time: int
    lower: int
    upper: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """The facts: violations with what is left of their points (thousandths), or answers."""

    points: int = 0
    buyers: int = 0
    violations: tuple[Counted, ...] = ()
    answers: Answers | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A Seller's points now (thousandths), and each violation with what is left of its own."""

    points: int
    lines: tuple[tuple[Counted, int], ...]
    tracks: Tracks
