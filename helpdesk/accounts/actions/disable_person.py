"""Disable a person: out at once, with every session and token."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import Person
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden


def disable_person(*, actor: Actor, now: datetime, person_id: UUID) -> None:
    """Every request reads `disabled_at`, so nothing else has to be revoked. Safe to repeat."""
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    Person.objects.filter(id=person_id, disabled_at=None).update(disabled_at=now)
