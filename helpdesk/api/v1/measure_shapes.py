"""Shapes of measures, proposals and decisions."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from helpdesk.api.v1.shapes import Stamp
from helpdesk.enforcement.terms import MeasureShown, ProposalShown
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref

MeasureWord = Literal[
    "notice", "warning", "messaging_limit", "demotion", "selling_restriction", "suspension", "removal"
]
TrackWord = Literal["response", "conduct"]
ExemptionWord = Literal["legal_duty", "imperative_reason", "repeated_breach"]


class TracksVersionShape(Schema):
    """One version of the tracks, from a UTC day on; null before the first was published.

    `parameters` are numbers and codes: points in thousandths, `conduct_3` a step's measure, `conduct_3_at`
    and the like what belongs to it.
    """

    version: int
    effective_on: date | None
    parameters: dict[str, int | str]


class PublishedTracks(Schema):
    """Those in force, and those that are announced, the nearest first."""

    in_force: TracksVersionShape
    announced: list[TracksVersionShape]


class ViolationShape(Schema):
    """What a person decided: `decision` is its entry, `message` the message where it lies in Helpdesk."""

    kind: Literal[
        "contact", "marketing", "insult", "misleading", "false_tracking", "deal", "payment", "terms", "threat"
    ]
    source: Literal["review", "report"]
    points: float
    at: datetime
    decision: str
    conversation: str | None
    message: str | None


class SectionShape(Schema):
    """A heading and its paragraphs."""

    heading: str
    lines: list[str]


class MeasureStatementShape(Schema):
    """A statement of reasons as it was delivered, in `language`; empty where it was erased.

    `explanation` is in the words of the person who decided; `facts` says the same in codes (DSA Art. 17(3)).
    """

    language: str
    title: str
    sections: list[SectionShape]
    explanation: str
    facts: dict[str, Any]


class MeasureShape(Schema):
    """A measure. `phase` as of now; `ends_at` null: without end. Nobody who decided it is named."""

    id: str
    seller: str
    kind: MeasureWord
    track: TrackWord
    phase: Literal["announced", "in_force", "stayed", "ended", "lifted"]
    announced_at: datetime
    starts_at: datetime
    ends_at: datetime | None
    factor: float
    exemption: ExemptionWord | None
    appeal_until: datetime
    violations: list[ViolationShape]
    statement: MeasureStatementShape
    stayed_at: datetime | None
    resumed_at: datetime | None
    lifted_at: datetime | None
    lifted_reason: str


class MeasureList(Schema):
    """The latest first."""

    data: list[MeasureShape]


class MeasureDecisionShape(Schema):
    """What one person decided."""

    decision: Literal["approve", "decline", "withdraw"]
    measure: MeasureWord
    grave: bool
    at: datetime
    name: str
    reason: str


class MeasureProposalShape(Schema):
    """A measure that is proposed. `waits_for`: so many persons still have to approve it."""

    id: str
    seller: str
    track: TrackWord
    measure: MeasureWord
    days: int
    factor: float
    points: float
    buyers: int
    answers: dict[str, float] | None
    violations: list[ViolationShape]
    at: datetime
    persons: int
    waits_for: int
    decisions: list[MeasureDecisionShape]
    outcome: Literal["imposed", "declined", "withdrawn"] | None
    settled_at: datetime | None


class ProposalList(Schema):
    """Those that wait, the gravest first; or those that were settled, the latest first."""

    data: list[MeasureProposalShape]


class Named(Schema):
    """A person of the Platform's, by its own id."""

    model_config = ConfigDict(extra="forbid", strict=True)

    id: Annotated[str, Field(min_length=1, max_length=100)]
    name: Annotated[str, Field(min_length=1, max_length=120)]


class MeasureDecisionBody(Schema):
    """A decision. `measure` is the proposed one unless another is named; a graver one needs `grave`.

    `decided_by`: of the Platform, who decided: two different persons for what lasts more than a week.
    Administrators leave it out, for they decide for themselves.
    """

    model_config = ConfigDict(extra="forbid", strict=True)

    decision: Literal["approve", "decline"]
    measure: MeasureWord | None = None
    grave: bool = False
    exemption: ExemptionWord | None = None
    reason: str = ""
    decided_by: Annotated[list[Named], Field(max_length=2)] = []


class DecisionKept(Schema):
    """The entry of a decision; `measure` once it is imposed, else `waits_for` so many more persons."""

    measure: str | None
    waits_for: int
    archive: Stamp


class LiftingBody(Schema):
    """Why: the Seller reads it."""

    model_config = ConfigDict(extra="forbid", strict=True)

    reason: str


class LiftingKept(Schema):
    """The entry by which a measure was lifted."""

    measure: str
    archive: Stamp


def measure_shape(one: MeasureShown) -> dict[str, Any]:
    """As of now."""
    return {
        "id": str(one.id),
        "seller": str(one.seller_id),
        "kind": one.kind.value,
        "track": one.track.value,
        "phase": one.phase(at=clock.now()).value,
        "announced_at": one.announced_at,
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "factor": one.factor / 1000,
        "exemption": one.exemption.value if one.exemption else None,
        "appeal_until": one.appeal_until,
        "violations": [_violation(one.seller_id, each) for each in one.basis.violations],
        "statement": {
            "language": one.statement.language,
            "title": one.statement.title,
            "sections": [
                {"heading": heading, "lines": list(lines)} for heading, lines in one.statement.sections
            ],
            "explanation": one.statement.explanation,
            "facts": dict(one.statement.facts),
        },
        "stayed_at": one.stayed_at,
        "resumed_at": one.resumed_at,
        "lifted_at": one.lifted_at,
        "lifted_reason": one.lifted_reason,
    }


def proposal_shape(one: ProposalShown) -> dict[str, Any]:
    """As the desk sees it."""
    return {
        "id": str(one.id),
        "seller": one.seller,
        "track": one.step.track.value,
        "measure": one.step.kind.value,
        "days": one.step.days,
        "factor": one.step.factor / 1000,
        "points": one.basis.points / 1000,
        "buyers": one.basis.buyers,
        "answers": _answers(one),
        "violations": [_violation(one.id.seller_id, each) for each in one.basis.violations],
        "at": one.at,
        "persons": one.persons,
        "waits_for": one.waits_for,
        "decisions": [
            {
                "decision": each.kind.value,
                "measure": each.measure.value,
                "grave": each.grave,
                "at": each.at,
                "name": each.name,
                "reason": each.reason,
            }
            for each in one.decisions
        ],
        "outcome": one.outcome.value if one.outcome else None,
        "settled_at": one.settled_at,
    }


def _answers(one: ProposalShown) -> Mapping[str, float] | None:
    found = one.basis.answers
    if found is None:
        return None
    numbers = {"due": found.due, "in_time": found.in_time, "lower": found.lower, "upper": found.upper}
    return {name: value / 1000 for name, value in numbers.items()}


def _violation(seller_id: int, one: Any) -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "source": one.source.value,
        "points": one.points / 1000,
        "at": clock.from_us(one.at),
        "decision": str(Ref(seller_id, one.id)),
        "conversation": str(Ref(seller_id, one.chain)) if one.chain else None,
        "message": str(Ref(seller_id, one.subject)) if one.subject else None,
    }
