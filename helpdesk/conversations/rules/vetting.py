"""What becomes of a text by what was found in it."""

from collections.abc import Container, Iterable

from helpdesk.conduct.terms import Decision, Finding, Verdict

REFUSED = "conduct.refused"
HELD = "conduct.held"  # until a reviewer decides
CONFIRM = "conduct.confirm"  # not sent until its author changes it, or says why it is to be sent as it is

UNHEARD = "conduct.remarks"  # something to think about, of which its author was not told yet

_CODES = {Decision.REFUSE: REFUSED, Decision.HOLD_REVIEWER: HELD, Decision.HOLD_AUTHOR: CONFIRM}
_MOST = 30  # labels or rules that a leaf names: it holds codes, not texts


def code_of(*, decision: Decision, confirmed: bool = False) -> str | None:
    """The code by which a text is not sent; None: it is. An author's reason lifts their own hold only."""
    if confirmed and decision is Decision.HOLD_AUTHOR:
        return None
    return _CODES.get(decision)


def unheard(*, verdict: Verdict, heard: Container[str] | None) -> bool:
    """Whether there is a remark of which its author was not told; None: remarks keep nothing back."""
    return heard is not None and any(label.value not in heard for label in verdict.labels)


def facts_of(*, verdict: Verdict) -> dict[str, int | str]:
    """What a leaf says of a verdict: the pack, and what was found by which rules, as codes."""
    told = [finding for finding in verdict.findings if finding.decision is not Decision.LOG]
    return {"pack": verdict.pack, "labels": _labels(told), "rules": _rules(told)}


def _labels(findings: Iterable[Finding]) -> str:
    return " ".join(sorted({finding.label.value for finding in findings})[:_MOST])


def _rules(findings: Iterable[Finding]) -> str:
    return " ".join(sorted({finding.rule for finding in findings})[:_MOST])
