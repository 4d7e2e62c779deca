"""Withdraw a proposed period: whoever proposed it, or a second administrator who does not agree."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, NotFound
from helpdesk.retention.models import PeriodProposal
from helpdesk.retention.policies import can_set_periods
from helpdesk.retention.queries.periods import proposal_row
from helpdesk.retention.terms import Outcome


def withdraw_period(*, actor: Actor, now: datetime, proposal: UUID) -> None:
    """It comes to nothing; to withdraw again changes nothing. Raises Forbidden, NotFound, Conflict."""
    if not can_set_periods(actor=actor):
        raise Forbidden("period.not_yours")
    with acting(actor):
        row = proposal_row(id=proposal)
        if row is None:
            raise NotFound("period.not_found")
        if row.outcome == Outcome.APPROVED:
            raise Conflict("period.settled")
        PeriodProposal.objects.filter(id=proposal, outcome=None).update(
            settled_by=actor.person, settled_at=now, outcome=Outcome.REFUSED.value
        )
