"""The words of enforcement."""

from helpdesk.enforcement.terms.basis import Answers, Basis, Counted
from helpdesk.enforcement.terms.measures import (
    Decider,
    DecisionKind,
    Effect,
    Exemption,
    Ground,
    MeasureShown,
    Phase,
    StatementShown,
)
from helpdesk.enforcement.terms.names import (
    FULL_DAY,
    MAX_EXPLANATION,
    POINT,
    Kind,
    MeasureKind,
    Source,
    Track,
    ViolationKind,
)
from helpdesk.enforcement.terms.proposals import DecisionShown, Outcome, ProposalShown, Step
from helpdesk.enforcement.terms.tracks import LadderStep, Tracks

__all__ = [
    "FULL_DAY",
    "MAX_EXPLANATION",
    "POINT",
    "Answers",
    "Basis",
    "Counted",
    "Decider",
    "DecisionKind",
    "DecisionShown",
    "Effect",
    "Exemption",
    "Ground",
    "Kind",
    "LadderStep",
    "MeasureKind",
    "MeasureShown",
    "Outcome",
    "Phase",
    "ProposalShown",
    "Source",
    "StatementShown",
    "Step",
    "Track",
    "Tracks",
    "ViolationKind",
]
