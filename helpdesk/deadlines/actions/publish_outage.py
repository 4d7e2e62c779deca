"""Publish an outage: from now on no clock counts these hours, and every clock concerned is counted again."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max

from helpdesk.archive import actions as archive
from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept
from helpdesk.deadlines.actions.declare_outage import note_in, reason_in
from helpdesk.deadlines.actions.marking import mark_for_recheck
from helpdesk.deadlines.models import Outage, OutageProposal
from helpdesk.deadlines.policies import can_publish_outage
from helpdesk.deadlines.terms import Kind
from helpdesk.deadlines.terms.outages import Outcome, PublishedOutage
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.clock import to_us
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound


def publish_outage(
    *,
    actor: Actor,
    now: datetime,
    proposal: UUID,
    key: str,
    reason: str | None = None,
    note: str | None = None,
) -> PublishedOutage:
    """The outage under its number. `reason` and `note`: the proposal's, unless the publisher says others.

    For everybody, at once for new deadlines and for verdicts; the sweep moves those that run. The same actor
    and key again give the same number. Raises Forbidden, NotFound, Conflict (it is settled), Invalid,
    TooLarge, KeyReused, Busy.
    """
    if not can_publish_outage(actor):
        raise Forbidden("outage.publish_not_yours")
    with acting(actor):
        hot.lock_chain(chain=log.house().id)  # numbers follow each other, and so do decisions
        row = proposal_with(id=proposal)
        if reason is not None:
            row.reason = reason_in(reason).value
        if note is not None:
            row.note = note_in(note)
        if row.settled_at:
            return _published_before(actor, row, key)
        number = (Outage.objects.aggregate(last=Max("number"))["last"] or 0) + 1
        kept = _entered(actor, now, row, number, key)
        _write(actor, row, number, kept)
        mark_for_recheck(actor=actor, now=now, calendar=None, late_closed_since=row.starts_at)
    return PublishedOutage(number=number, kept=kept)


def proposal_with(*, id: UUID) -> OutageProposal:
    """The proposal, locked until the transaction ends. Raises NotFound."""
    row = OutageProposal.objects.select_for_update().filter(id=id).first()
    if row is None:
        raise NotFound("outage.not_found")
    return row


def _values(row: OutageProposal) -> dict[str, bytes]:
    return {"outage": canonical({"note": row.note, "proposal": str(row.id), "reason": row.reason})}


def _entered(actor: Actor, now: datetime, row: OutageProposal, number: int, key: str) -> Kept:
    facts: dict[str, int | str] = {
        "ends_at": to_us(row.ends_at),
        "number": number,
        "reason": row.reason,
        "source": row.source,
        "starts_at": to_us(row.starts_at),
    }
    return archive.append(
        chain=log.house(), kind=Kind.OUTAGE, actor=actor, now=now, key=key, values=_values(row), facts=facts
    )


def _write(actor: Actor, row: OutageProposal, number: int, kept: Kept) -> None:
    at, entry = kept.receipt.at, kept.receipt.entry
    Outage.objects.create(
        number=number,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        reason=row.reason,
        note=row.note,
        source=row.source,
        published_at=at,
        entry_id=entry,
    )
    OutageProposal.objects.filter(id=row.id).update(
        settled_at=at, settled_by=actor.person, outcome=Outcome.PUBLISHED.value, outage=number
    )


def _published_before(actor: Actor, row: OutageProposal, key: str) -> PublishedOutage:
    """The answer of the first time, for the same request; else it is somebody else's decision that stands."""
    kept = log.replay_of(chain=log.house(), actor=actor, key=key, kind=Kind.OUTAGE, values=_values(row))
    if kept is None or row.outage is None:
        raise Conflict("outage.settled")
    return PublishedOutage(number=row.outage, kept=kept)
