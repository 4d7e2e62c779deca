"""Let a disabled person in again."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import Person
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden


def enable_person(*, actor: Actor, now: datetime, person_id: UUID) -> None:
    """Their hats and tokens fit again; sessions from before do not. Safe to repeat."""
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    Person.objects.filter(id=person_id).update(disabled_at=None)
