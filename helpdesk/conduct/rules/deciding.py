"""What follows from a finding: docs/reference/conduct.md has the table for people."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from helpdesk.conduct.rules.packs import Pack
from helpdesk.conduct.terms import IDENTIFIERS, Decision, Finding, Label, Said
from helpdesk.kernel.actor import Side

SURE: Final = 0.95
LIKELY: Final = 0.60
POSSIBLE: Final = 0.30
_REFUSED_TO_SELLERS: Final = frozenset({Label.PAY, Label.DEAL})
_HELD: Final = frozenset({Label.POST, Label.MOVE, Label.TERMS, Label.INSULT})


def decide(*, finding: Finding, said: Said, pack: Pack) -> Finding:
    """The finding with its decision; a pack may say "at most that" of a rule or a label."""
    decision = _decided(finding, said)
    for name in (finding.rule, finding.label.value):
        ceiling = pack.ceilings.get(name)
        if ceiling is not None and ceiling.strength < decision.strength:
            decision = ceiling
    return replace(finding, decision=decision)


def _decided(finding: Finding, said: Said) -> Decision:
    if finding.score < POSSIBLE:
        return Decision.NONE
    if finding.score < LIKELY:
        return Decision.LOG
    if finding.score < SURE:
        return Decision.WARN
    if _is_marked(finding, said):
        return Decision.HOLD_REVIEWER
    return _when_sure(finding.label, said.side)


def _is_marked(finding: Finding, said: Said) -> bool:
    """In a file that its sender marked as an invoice, a label, a guarantee card or a legal notice."""
    return finding.file is not None and said.attachments[finding.file - 1].marked is not None


def _when_sure(label: Label, side: Side) -> Decision:
    if label in IDENTIFIERS or label is Label.THREAT:
        return Decision.REFUSE
    if label in _REFUSED_TO_SELLERS and side is Side.SELLER:
        return Decision.REFUSE
    if label in _HELD or label.family == "B":
        return Decision.HOLD_AUTHOR
    return Decision.WARN


def strictest(findings: Iterable[Finding]) -> Decision:
    """Of all; NONE where there are none."""
    return max(
        (finding.decision for finding in findings), key=lambda one: one.strength, default=Decision.NONE
    )
