"""Ask to lift a hold: the first of the two who must agree."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, Forbidden
from helpdesk.retention.models import Hold
from helpdesk.retention.policies import can_hold
from helpdesk.retention.queries.holding import hold_with


def ask_to_lift_hold(*, actor: Actor, now: datetime, hold: UUID) -> None:
    """Nothing is lifted by it; to ask again changes nothing. Raises Forbidden, NotFound, Conflict."""
    if not can_hold(actor=actor):
        raise Forbidden("hold.not_yours")
    with acting(actor):
        if hold_with(id=hold).lifted_by:
            raise Conflict("hold.lifted")
        Hold.objects.filter(id=hold, lift_asked_by=None, lifted_by=None).update(
            lift_asked_by=actor.person, lift_asked_at=now
        )
