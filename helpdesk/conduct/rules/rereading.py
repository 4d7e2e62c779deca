"""Messages read again, long after they were sent: what is new in what is found, and what would change."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final
from uuid import UUID

from helpdesk.conduct.rules.deciding import strictest
from helpdesk.conduct.terms import Decision, Finding, Label, Verdict
from helpdesk.kernel.actor import Side

# What a message says of its order was judged by the order of its day, which has moved on.
_OF_ITS_DAY: Final = frozenset({Label.CONTRADICTS})
# Answers are judged beside their question, which is done before they are sent and on samples.
_OF_ANSWERS: Final = frozenset({Label.IGNORED, Label.VAGUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """A sent message, read again: its place in the log and whose it is, with what was found now."""

    number: int
    seller_id: int
    entry: UUID
    conversation: UUID
    buyer_id: UUID
    side: Side
    language: str
    market: str
    at: datetime
    verdict: Verdict


def lasting(*, verdict: Verdict) -> Verdict:
    """Without what depends on how things stood on the day of the message."""
    kept = tuple(one for one in verdict.findings if one.label not in _OF_ITS_DAY)
    return replace(verdict, findings=kept, decision=strictest(kept))


def new_findings(*, found: Iterable[Finding], before: Sequence[Finding]) -> list[Finding]:
    """Those that stand where no earlier verdict has one of their label."""
    return [one for one in found if not any(_is_same(one, other) for other in before)]


def outcome(*, findings: Iterable[Finding]) -> Decision:
    """What becomes of the message by these; what its author does not notice is nothing."""
    gone = _OF_ITS_DAY | _OF_ANSWERS
    found = strictest(one for one in findings if one.label not in gone)
    return Decision.NONE if found is Decision.LOG else found


def _is_same(one: Finding, other: Finding) -> bool:
    if one.label is not other.label or one.file != other.file:
        return False
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return one.place is other.place
    return one.start < other.end and other.start < one.end
