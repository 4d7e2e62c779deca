"""What is proposed, and what persons made of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from helpdesk.archive.terms import Kept
from helpdesk.enforcement.terms.basis import Basis
from helpdesk.enforcement.terms.measures import DecisionKind, Exemption
from helpdesk.enforcement.terms.names import MeasureKind, Track
from helpdesk.kernel.ids import Ref


class Outcome(StrEnum):
    """What became of a proposal."""

    IMPOSED = "imposed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # its reason went away before anybody decided


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What would be done: the step `place` (from 0) of a track."""

    track: Track
    place: int
    kind: MeasureKind
    days: int
    factor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """What a person decided of a proposal. `reason` is empty where it was erased."""

    kind: DecisionKind
    person: UUID
    measure: MeasureKind
    grave: bool
    at: datetime
    exemption: Exemption | None = None
    name: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A proposal as the desk sees it. `persons` is how many have to agree; `waits_for` how many still do."""

    id: Ref
    seller: str
    step: Step
    tracks: int
    basis: Basis
    at: datetime
    persons: int
    decisions: tuple[DecisionShown, ...] = ()
    outcome: Outcome | None = None
    settled_at: datetime | None = None

    @property
    def waits_for(self) -> int:
        """Persons whose approval is missing; 0 once it is settled."""
        approved = sum(one.kind is DecisionKind.APPROVE for one in self.decisions)
        return 0 if self.outcome else max(0, self.persons - approved)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person approves. `reason` is what the Seller reads; whoever agrees may leave it to the first."""

    measure: MeasureKind
    grave: bool = False
    exemption: Exemption | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """The entry of a decision; `measure` once enough persons agreed, else `waits_for` so many more."""

    kept: Kept
    measure: Ref | None
    waits_for: int
