"""Measures and proposals in the reader's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.functional import Promise

from helpdesk.enforcement.terms import (
    Basis,
    Counted,
    DecisionShown,
    MeasureKind,
    MeasureShown,
    Phase,
    ProposalShown,
)
from helpdesk.enforcement.words import DECISIONS, MEASURES, OUTCOMES, PHASES, SOURCES, TRACKS, VIOLATIONS
from helpdesk.enforcement.words.moments import percent, points, whole
from helpdesk.kernel.clock import from_us
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A violation as a line, `id` its decision's; `left` is what its points are now, where that is told."""

    id: Ref
    kind: Promise
    source: Promise
    at: datetime
    points: str
    conversation: Ref | None
    left: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A measure with its names."""

    of: MeasureShown
    name: Promise
    track: Promise
    phase: Promise
    is_running: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A proposal with its names; `facts` is one line about what it rests on."""

    of: ProposalShown
    name: Promise
    track: Promise
    points: str
    outcome: Promise | None
    decisions: Sequence[tuple[DecisionShown, Promise, Promise]]


def measure(one: MeasureShown, *, now: datetime) -> Told:
    """At an instant."""
    phase = one.phase(at=now)
    return Told(
        of=one,
        name=MEASURES[one.kind],
        track=TRACKS[one.track],
        phase=PHASES[phase],
        is_running=phase in (Phase.ANNOUNCED, Phase.IN_FORCE),
    )


def proposal(one: ProposalShown) -> Asked:
    """As the desk reads it."""
    return Asked(
        of=one,
        name=MEASURES[one.step.kind],
        track=TRACKS[one.step.track],
        points=points(one.basis.points),
        outcome=OUTCOMES[one.outcome] if one.outcome else None,
        decisions=[(each, DECISIONS[each.kind], MEASURES[each.measure]) for each in one.decisions],
    )


def found(*, seller_id: int, violations: Sequence[Counted], left: Sequence[int] = ()) -> list[Found]:
    """The latest first; with what is `left` of each (thousandths) where that is known."""
    rest = dict(zip((one.id for one in violations), left, strict=False))
    lines = [_found(seller_id, one, rest) for one in violations]
    return sorted(lines, key=lambda line: line.at, reverse=True)


def answers(basis: Basis) -> dict[str, str] | None:
    """How the answers stood, in numbers; None where it was not about them."""
    shown = basis.answers
    if shown is None:
        return None
    return {
        "due": whole(shown.due),
        "in_time": percent(shown.in_time),
        "lower": percent(shown.lower),
        "upper": percent(shown.upper),
    }


def choices() -> list[tuple[str, Promise]]:
    """Each kind of measure, the mildest first."""
    return [(kind.value, MEASURES[kind]) for kind in MeasureKind]


def _found(seller_id: int, one: Counted, rest: dict[UUID, int]) -> Found:
    return Found(
        id=Ref(seller_id, one.id),
        kind=VIOLATIONS[one.kind],
        source=SOURCES[one.source],
        at=from_us(one.at),
        points=points(one.points),
        conversation=Ref(seller_id, one.chain) if one.chain and one.subject else None,
        left=points(rest[one.id]) if one.id in rest else "",
    )
