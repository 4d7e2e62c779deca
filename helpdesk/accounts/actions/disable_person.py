"""Disable a person: out at once, with every session and token."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from helpdesk.accounts.actions.end_sessions import end_sessions
from helpdesk.accounts.actions.revoke_role import keep_one_platform_admin
from helpdesk.accounts.models import Person
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.kernel.actor import SYSTEM, Actor, Role
from helpdesk.kernel.refusal import Forbidden


def disable_person(*, actor: Actor, now: datetime, person_id: UUID) -> None:
    """Every request reads `disabled_at`; the sessions end too, so that none revives. Safe to repeat.

    Raises Forbidden, Conflict (the last platform admin).
    """
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    with transaction.atomic():
        person = Person.objects.filter(id=person_id, disabled_at=None)
        if person.filter(
            administrator_roles__role=Role.PLATFORM_ADMIN.value, administrator_roles__revoked_at=None
        ).exists():
            keep_one_platform_admin(without=person_id)
        if person.update(disabled_at=now):
            end_sessions(actor=SYSTEM, now=now, person_id=person_id)
