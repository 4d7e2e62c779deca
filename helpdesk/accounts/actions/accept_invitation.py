"""Take up an invitation."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.actions.grant_role import grant_role
from helpdesk.accounts.models import Invitation
from helpdesk.accounts.queries.invitations import open_at, owns_address_for_system, shown
from helpdesk.accounts.rules import digest
from helpdesk.accounts.terms import InvitationShown
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.refusal import Conflict, NotFound


def accept_invitation(*, actor: Actor, now: datetime, secret: str, person_id: UUID) -> InvitationShown:
    """Use the link up, once; an administrator has the role with it.

    In the caller's transaction: for a seller's invitation the membership follows. Raises NotFound (used,
    withdrawn, too old), Conflict (the person has another address).
    """
    found = open_at(now=now).select_for_update().filter(digest=digest(secret)).first()
    if found is None:
        raise NotFound("invitation.gone")
    if not owns_address_for_system(person_id=person_id, email=found.email):
        raise Conflict("invitation.other_address")
    Invitation.objects.filter(id=found.id).update(accepted_at=now, person_id=person_id)
    if found.seller_id is None:
        role = shown(row=found).role
        grant_role(actor=SYSTEM, now=now, person_id=person_id, role=role, granted_by=found.invited_by)
    return shown(row=found)
