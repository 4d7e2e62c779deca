"""Withdraw an invitation."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import Invitation
from helpdesk.accounts.policies import can_invite
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, NotFound


def withdraw_invitation(*, actor: Actor, now: datetime, invitation_id: UUID, seller_id: int | None) -> None:
    """Its link opens nothing any more. Safe to repeat. Raises Forbidden, NotFound (also another team's)."""
    if not can_invite(actor=actor, seller_id=seller_id):
        raise Forbidden("accounts.not_yours")
    mine = Invitation.objects.filter(id=invitation_id, seller_id=seller_id, accepted_at=None)
    if not mine.exists():
        raise NotFound("invitation.not_found")
    mine.filter(withdrawn_at=None).update(withdrawn_at=now, withdrawn_by=actor.person)
