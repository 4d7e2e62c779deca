"""Dismiss a proposed outage: it is not published, and why."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.actions.publish_outage import proposal_with
from helpdesk.deadlines.models import OutageProposal
from helpdesk.deadlines.policies import can_publish_outage
from helpdesk.deadlines.terms.outages import Dismissal, Outcome
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid


def dismiss_outage(*, actor: Actor, now: datetime, proposal: UUID, why: str) -> bool:
    """No clock changes. Whether the same person had dismissed it for the same reason before.

    Raises Forbidden, Invalid, NotFound, Conflict (it is settled otherwise).
    """
    if not can_publish_outage(actor):
        raise Forbidden("outage.publish_not_yours")
    if why not in list(Dismissal):
        raise Invalid("outage.dismissal", field="why")
    with acting(actor):
        row = proposal_with(id=proposal)
        if row.settled_at:
            if (row.settled_by, row.dismissal) == (actor.person, why):
                return True
            raise Conflict("outage.settled")
        OutageProposal.objects.filter(id=row.id).update(
            settled_at=now, settled_by=actor.person, outcome=Outcome.DISMISSED.value, dismissal=why
        )
    return False
