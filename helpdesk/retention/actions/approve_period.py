"""Approve a shorter period: a second administrator publishes what the first one proposed."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive import queries as log
from helpdesk.archive.database import hot
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Kept as Stored
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound
from helpdesk.retention.actions.parts import approvers
from helpdesk.retention.actions.publishing import publish, values_of
from helpdesk.retention.models import PeriodProposal
from helpdesk.retention.policies import can_set_periods
from helpdesk.retention.queries.periods import proposal_row
from helpdesk.retention.terms import Entry, Kept, Outcome, Period


def approve_period(*, actor: Actor, now: datetime, proposal: UUID, key: str) -> Stored:
    """The publication's entry. The same actor and key again give the same.

    Raises Forbidden (also for one's own proposal), NotFound, Conflict (settled, or its day is too near by
    now), KeyReused, Busy.
    """
    if not can_set_periods(actor=actor):
        raise Forbidden("period.not_yours")
    with acting(actor):
        hot.lock_chain(chain=log.house().id)
        row = proposal_row(id=proposal)
        if row is None:
            raise NotFound("period.not_found")
        if row.proposed_by == actor.person:
            raise Forbidden("period.second_person")
        period = Period(
            market=row.market, kept=Kept(row.kept), months=row.months, effective_on=row.effective_on
        )
        by = {"approvers": approvers(first=row.proposed_by, second=actor)}
        values = values_of(period=period) | by
        if row.outcome:
            return _approved_before(actor, row, values, key)
        if row.effective_on <= now.date():
            raise Conflict("period.too_late")
        stored = publish(actor=actor, now=now, period=period, values=values, key=key)
        if stored.replayed:  # the key stands for another proposal
            raise Conflict("period.settled")
        _settle(actor, row, stored)
    return stored


def _settle(actor: Actor, row: PeriodProposal, stored: Stored) -> None:
    PeriodProposal.objects.filter(id=row.id).update(
        settled_by=actor.person,
        settled_at=stored.receipt.at,
        outcome=Outcome.APPROVED.value,
        entry_id=stored.receipt.entry,
    )


def _approved_before(actor: Actor, row: PeriodProposal, values: dict[str, bytes], key: str) -> Stored:
    stored = log.replay_of(chain=log.house(), actor=actor, key=key, kind=Entry.PUBLISHED, values=values)
    if stored is None or stored.receipt.entry != row.entry_id:
        raise Conflict("period.settled")
    return stored
