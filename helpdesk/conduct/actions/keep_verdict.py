"""Keep a verdict: codes and places of what was found, in the transaction of the deed that it is about."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from helpdesk.archive.terms import Chain
from helpdesk.conduct import models
from helpdesk.conduct.terms import Finding, Place, Source, Verdict
from helpdesk.kernel.actor import Actor, Side

_MARKS = 40  # codes of what spoke for or against one finding: more would be a text


def keep_verdict(
    *,
    actor: Actor,
    now: datetime,
    chain: Chain,
    conversation: UUID,
    entry: UUID,
    side: Side,
    language: str,
    verdict: Verdict,
    source: Source,
    action: str,
) -> None:
    """One row, where something was found, or not all was read.

    `chain` says who may see it; side and language are the author's.
    `action` is what became of the text: `sent`, `confirmed`, `refused`, `held`, or one of the caller's. What
    words were read as is not kept. Runs in the caller's transaction and scope.
    """
    if not verdict.findings and not verdict.unread:
        return
    assert chain.buyer_id is not None  # whatever is examined stands between a Seller and a Buyer
    models.Verdict.objects.create(
        seller_id=chain.seller_id,
        entry_id=entry,
        chain=conversation,
        buyer_id=chain.buyer_id,
        audience=chain.audience,
        side=side.value,
        language=language,
        pack=verdict.pack,
        decision=verdict.decision.value,
        findings=[_row(finding, action) for finding in verdict.findings],
        at=now,
        source=source.value,
    )


def _row(finding: Finding, action: str) -> Mapping[str, object]:
    row: dict[str, object] = {
        "label": finding.label.value,
        "rule": finding.rule,
        "start": finding.start,
        "end": finding.end,
        "place": finding.place.value,
        "score": round(finding.score, 3),
        "decision": finding.decision.value,
        "evidence": list(finding.evidence[:_MARKS]),
        "against": list(finding.against[:_MARKS]),
        "action": action,
    }
    if finding.place is not Place.TEXT and finding.file is not None:
        row["file"] = finding.file
    return row | ({"view": finding.view} if finding.view != "raw" else {})
