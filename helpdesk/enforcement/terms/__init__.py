"""The words of enforcement."""

from helpdesk.enforcement.terms.basis import Answers, Basis, Counted, Standing
from helpdesk.enforcement.terms.measures import (
    Decider,
    DecisionKind,
    Effect,
    Exemption,
    Ground,
    MeasureShown,
    Phase,
    Reasons,
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
from helpdesk.enforcement.terms.proposals import Choice, Decided, DecisionShown, Outcome, ProposalShown, Step
from helpdesk.enforcement.terms.tracks import LadderStep, Tracks

__all__ = [
    "FULL_DAY",
    "MAX_EXPLANATION",
    "POINT",
    "Answers",
    "Basis",
    "Choice",
    "Counted",
    "Decided",
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
    "Reasons",
    "Source",
    "Standing",
    "StatementShown",
    "Step",
    "Track",
    "Tracks",
    "ViolationKind",
]
