"""Verdicts as they were kept: what was found in which entries."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from helpdesk.conduct import models
from helpdesk.conduct.terms import Decision, Finding, Label, Place, Source
from helpdesk.kernel.actor import Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One verdict. `findings` have no `as_read`; `actions` says what became of the text by each of them."""

    id: UUID
    entry: UUID
    chain: UUID
    side: Side
    language: str
    pack: str
    decision: Decision
    findings: Sequence[Finding]
    actions: Sequence[str]
    at: datetime
    source: Source

    @property
    def told(self) -> tuple[Finding, ...]:
        """What the author was told of: a warning or more."""
        return tuple(f for f in self.findings if f.decision.strength >= Decision.WARN.strength)


def verdicts_of(*, seller_id: int, entries: Iterable[UUID]) -> Mapping[UUID, Sequence[Kept]]:
    """The verdicts of these entries, oldest first, in the present scope. One SQL statement."""
    rows = models.Verdict.objects.filter(seller_id=seller_id, entry_id__in=list(entries))
    found: dict[UUID, list[Kept]] = defaultdict(list)
    for row in rows.order_by("at", "id"):
        found[row.entry_id].append(kept(row=row))
    return found


def kept(*, row: models.Verdict) -> Kept:
    """A row as a value."""
    return Kept(
        id=row.id,
        entry=row.entry_id,
        chain=row.chain,
        side=Side(row.side),
        language=row.language,
        pack=row.pack,
        decision=Decision(row.decision),
        findings=[_finding(said) for said in row.findings],
        actions=[said["action"] for said in row.findings],
        at=row.at,
        source=Source(row.source),
    )


def told_in(*, findings: Iterable[Mapping[str, Any]]) -> Sequence[Finding]:
    """Of the findings of a verdict's row, those that its author was told of."""
    found = (_finding(said) for said in findings)
    return tuple(one for one in found if one.decision.strength >= Decision.WARN.strength)


def _finding(said: Mapping[str, Any]) -> Finding:
    return Finding(
        label=Label(said["label"]),
        rule=said["rule"],
        start=said["start"],
        end=said["end"],
        score=said["score"],
        place=Place(said["place"]),
        view=said.get("view", "raw"),
        evidence=tuple(said["evidence"]),
        against=tuple(said["against"]),
        file=said.get("file"),
        decision=Decision(said["decision"]),
    )
