"""Take a violation back, where an appeal against it was right: part of the deed that decided the appeal."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.enforcement.actions.note_violations import take_back
from helpdesk.enforcement.models import Violation
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound


def take_back_violation(*, actor: Actor, now: datetime, violation: Ref, because_of: UUID) -> None:
    """It counts no more; what was proposed for it alone is withdrawn by the next sweep.

    `because_of` is the entry that says so, made at `now` in the caller's transaction. Safe to repeat. Raises
    NotFound.
    """
    with acting(SYSTEM):
        if not Violation.objects.filter(seller_id=violation.seller_id, id=violation.id).exists():
            raise NotFound("violation.not_found")
        take_back(seller_id=violation.seller_id, violation=violation.id, by=because_of, at=now)
