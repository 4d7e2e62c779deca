"""Trials: what rules would have found in the messages of the last month. Nothing of it counts."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid5

from helpdesk.archive.database.scope import acting
from helpdesk.archive.queries import span_of
from helpdesk.conduct.actions.rescan import AT_ONCE
from helpdesk.conduct.models import Trial
from helpdesk.conduct.policies import can_publish_rules
from helpdesk.conduct.queries.amendments import read_amendment
from helpdesk.conduct.queries.verdicts import verdicts_of
from helpdesk.conduct.rules.rereading import Again, new_findings, outcome
from helpdesk.conduct.terms import MAX_HITS, TRIAL_DAYS, Decision, Finding, Source, Tried
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, KeyReused
from helpdesk.marketplace.queries import markets_for_system

ReadTried = Callable[[Tried, int, int, int], Sequence[Again]]
"""What is tried, after one number of the log, up to another, at most so many."""

MOST_WAITING = 5
_TRIALS = UUID("6d0c6f4e-8a0b-4c7e-9a44-0d3b1f3c7a55")


def ask_trial(
    *, actor: Actor, now: datetime, market: str, content: Mapping[str, Any] | None, key: str
) -> UUID:
    """Its id. `content` is the amendment to try in `market` (empty: everywhere), None: the rules as they are.

    The worker does it, over the messages of the last TRIAL_DAYS days. The same actor and key again give the
    same trial. Raises Forbidden, Invalid, KeyReused, Conflict (too many wait).
    """
    if not can_publish_rules(actor=actor):
        raise Forbidden("pack.not_yours")
    draft = None if content is None else read_amendment(content=content).content()
    if market and market not in {one.code for one in markets_for_system()}:
        raise Invalid("pack.market", field="market")
    id, since = uuid5(_TRIALS, f"{actor.person} {key}"), now - timedelta(days=TRIAL_DAYS)
    with acting(actor):
        kept = Trial.objects.filter(id=id).first()
        if kept is not None:
            if (kept.market, kept.content) != (market, draft):
                raise KeyReused("archive.key_reused")
            return id
        if Trial.objects.filter(finished_at=None).count() >= MOST_WAITING:
            raise Conflict("trial.many")
        total, number, last = span_of(kind="message", since=since, until=now)
        Trial.objects.create(
            id=id,
            market=market,
            content=draft,
            asked_by=actor.person,
            asked_at=now,
            since=since,
            until=now,
            total=total,
            number=number,
            last=last,
        )
    return id


def go_on_trying(*, actor: Actor, now: datetime, read: ReadTried) -> int:
    """One step of the trial that has waited longest: how many messages it read, at least 1; 0: none waits.

    Whoever stops between two
    steps goes on where the last one ended; a step that another worker does is left to that worker.
    """
    with acting(actor):
        waiting = Trial.objects.select_for_update(skip_locked=True).filter(finished_at=None)
        row = waiting.order_by("asked_at", "id").first()
        if row is None:
            return 0
        tried = Tried(market=row.market, content=row.content, since=row.since, until=row.until)
        found: Sequence[Again] = read(tried, row.number, row.last, AT_ONCE)
        for one in found:
            _count(row, one)
        row.read += sum(row.since <= one.at < row.until for one in found)
        row.number = found[-1].number if found else row.last
        row.finished_at = None if found else now
        row.save()
    return max(1, len(found))


def _count(row: Trial, one: Again) -> None:
    """What is found now and was not, and what would become of the message that did not."""
    row.pack = one.verdict.pack or row.pack
    if not row.since <= one.at < row.until:
        return
    before = _before(one)
    new = [f for f in new_findings(found=one.verdict.findings, before=before) if _is_told(f)]
    was, becomes = outcome(findings=before), outcome(findings=one.verdict.findings)
    row.counts = Counter(row.counts) + Counter(f"{f.label} {f.rule} {one.language}" for f in new)
    if was is not becomes:
        row.changes = Counter(row.changes) + Counter([f"{was} {becomes}"])
    if new or was is not becomes:
        row.found += 1
        if len(row.hits) < MAX_HITS:
            row.hits = [*row.hits, _hit(one, new, was, becomes)]


def _is_told(finding: Finding) -> bool:
    return finding.decision.strength >= Decision.WARN.strength


def _before(one: Again) -> list[Finding]:
    """What was found in the message itself, not in its files."""
    earlier = verdicts_of(seller_id=one.seller_id, entries=[one.entry]).get(one.entry, ())
    return [finding for kept in earlier if kept.source is not Source.FILE for finding in kept.findings]


def _hit(one: Again, new: Sequence[Finding], was: Decision, becomes: Decision) -> dict[str, Any]:
    return {
        "seller_id": one.seller_id,
        "entry": str(one.entry),
        "conversation": str(one.conversation),
        "market": one.market,
        "language": one.language,
        "side": one.side.value,
        "at": one.at.isoformat(),
        "rules": sorted({f"{finding.label} {finding.rule}" for finding in new}),
        "was": was.value,
        "becomes": becomes.value,
    }
