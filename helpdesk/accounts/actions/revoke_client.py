"""Revoke a machine of the Platform's, with every token that it has."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from helpdesk.accounts.models import Client, Token
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden, NotFound


def revoke_client(*, actor: Actor, now: datetime, client: UUID) -> None:
    """Out at once. Safe to repeat. Raises Forbidden, NotFound."""
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    with transaction.atomic():
        found = Client.objects.select_for_update().filter(id=client).first()
        if found is None:
            raise NotFound("client.not_found")
        Client.objects.filter(id=client, revoked_at=None).update(revoked_at=now)
        Token.objects.filter(person_id=found.person_id, revoked_at=None).update(revoked_at=now)
