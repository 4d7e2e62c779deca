"""Take a role from one of the operator's people."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from helpdesk.accounts.models import AdministratorRole
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Conflict, Forbidden


def revoke_role(*, actor: Actor, now: datetime, person_id: UUID, role: Role) -> None:
    """Gone with their next request, from sessions and tokens alike. Safe to repeat.

    Raises Forbidden, Conflict (the last platform admin who is not disabled stays one).
    """
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    with transaction.atomic():
        held = AdministratorRole.objects.filter(person_id=person_id, role=role.value, revoked_at=None)
        if role is Role.PLATFORM_ADMIN and held.exists():
            keep_one_platform_admin(without=person_id)
        held.update(revoked_at=now, revoked_by=actor.person)


def keep_one_platform_admin(*, without: UUID) -> None:
    """Raise Conflict when nobody else could manage accounts. Locks them: two may not leave at once."""
    admins = AdministratorRole.objects.select_for_update().filter(
        role=Role.PLATFORM_ADMIN.value, revoked_at=None, person__disabled_at=None
    )
    people = list(admins.order_by("id").values_list("person_id", flat=True))
    if people == [without]:
        raise Conflict("role.last_platform_admin")
