"""Measures, their effects and their statements of reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from helpdesk.enforcement.terms.basis import Basis
from helpdesk.enforcement.terms.names import MeasureKind, Track
from helpdesk.kernel.ids import Ref
from helpdesk.law.bodies import Body


class Ground(StrEnum):
    """The ground in the Platform's terms."""

    ANSWERS = "answers"  # questions are answered within 24 hours of business days
    CONDUCT = "conduct"  # what a Seller may not say or do


class Exemption(StrEnum):
    """Why a removal needs no notice of thirty days (P2B Art. 4(4))."""

    LEGAL_DUTY = "legal_duty"
    IMPERATIVE_REASON = "imperative_reason"
    REPEATED_BREACH = "repeated_breach"


class DecisionKind(StrEnum):
    """What a person says of a proposal."""

    APPROVE = "approve"
    DECLINE = "decline"
    WITHDRAW = "withdraw"  # the machine alone: the reason has gone


class Phase(StrEnum):
    """Where a measure stands at an instant."""

    ANNOUNCED = "announced"  # told, and not yet begun
    IN_FORCE = "in_force"
    STAYED = "stayed"
    ENDED = "ended"
    LIFTED = "lifted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """A person who decides; `name` is committed, never in clear."""

    person: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a measure takes away: a code of `marketplace.terms.RestrictionKind`, half-open, in UTC."""

    takes: str
    starts_at: datetime
    ends_at: datetime | None
    factor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """All that a statement of reasons is made of; instants in UTC, told on the wall clock of `zone` (IANA).

    `persons` is how many decided; `is_eu`: whether the Seller is established where the Union's law gives
    further redress. Duration and effect are the measure's own.
    """

    kind: MeasureKind
    track: Track
    ground: Ground
    factor: int
    told_at: datetime
    starts_at: datetime
    ends_at: datetime | None
    appeal_until: datetime
    exemption: Exemption | None
    persons: int
    zone: str
    is_eu: bool
    basis: Basis
    bound: int  # thousandths: the share in time that answers must not be surely under
    bodies: Sequence[Body] = ()  # who settles a dispute out of court, where the operator names them

    @property
    def is_announced(self) -> bool:
        """Told ahead of its time."""
        return self.starts_at > self.told_at


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementShown:
    """A statement of reasons: the text as it was delivered, and the facts that it was made of.

    `sections` are headings with their paragraphs, in `language`; empty where the text was erased.
    `explanation` is what the person who decided wrote, in whatever language they write.
    """

    language: str
    title: str
    sections: Sequence[tuple[str, Sequence[str]]]
    explanation: str
    facts: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureShown:
    """A measure as the Seller's side and the desk see it; nobody who decided it is named.

    `announced_at` is when the Seller was told. `starts_at` to `ends_at` half-open, None: without end. After a
    stay it went on at `resumed_at`, and `ends_at` is the later end. `exemption` is why a removal was not
    announced thirty days ahead. `seller` is what the shop is called, in lists.
    """

    id: Ref
    seller_id: int
    kind: MeasureKind
    track: Track
    place: int
    tracks: int
    proposal: UUID
    announced_at: datetime
    starts_at: datetime
    ends_at: datetime | None
    factor: int
    appeal_until: datetime
    exemption: Exemption | None
    basis: Basis
    statement: StatementShown
    stayed_at: datetime | None = None
    resumed_at: datetime | None = None
    lifted_at: datetime | None = None
    lifted_reason: str = ""
    seller: str = ""

    def phase(self, *, at: datetime) -> Phase:
        """At an instant, in UTC."""
        if self.lifted_at is not None and self.lifted_at <= at:
            return Phase.LIFTED
        if self.stayed_at is not None and self.resumed_at is None:
            return Phase.STAYED
        if self.ends_at is not None and self.ends_at <= at:
            return Phase.ENDED
        return Phase.ANNOUNCED if at < self.starts_at else Phase.IN_FORCE
