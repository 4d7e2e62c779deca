"""Give one of the operator's people a role."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import AdministratorRole
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Forbidden


def grant_role(
    *, actor: Actor, now: datetime, person_id: UUID, role: Role, granted_by: UUID | None = None
) -> None:
    """Safe to repeat: a role in force stays as it was. `granted_by` when the actor only passes it on."""
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    granted = {"granted_at": now, "granted_by": granted_by or actor.person}
    AdministratorRole.objects.get_or_create(
        person_id=person_id, role=role.value, revoked_at=None, defaults=granted
    )
