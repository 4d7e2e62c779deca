"""Add a machine of the Platform's."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction

from helpdesk.accounts.actions.enrol_person import enrol_person
from helpdesk.accounts.models import Client
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.accounts.rules import digest, new_client_secret
from helpdesk.accounts.terms import MAX_NAME, SHOWN_PREFIX, Scope
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Forbidden


def add_client(
    *, actor: Actor, now: datetime, name: str, scopes: Sequence[Scope] = (Scope.READ, Scope.WRITE)
) -> tuple[UUID, str]:
    """Its id and its secret, which is shown this once. Raises Forbidden, Invalid (no name)."""
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    name = text.line(name, limit=MAX_NAME, field="name")
    id, secret = uuid7(), new_client_secret()
    with transaction.atomic():
        enrol_person(actor=actor, now=now, id=id, display_name=name, language="en")
        Client.objects.create(
            id=id,
            person_id=id,
            name=name,
            digest=digest(secret),
            prefix=secret[:SHOWN_PREFIX],
            scopes=" ".join(scopes),
            made_at=now,
        )
    return id, secret
