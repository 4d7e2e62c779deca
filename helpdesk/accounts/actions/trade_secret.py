"""Trade a client's secret for an access token (RFC 6749, 4.4)."""

from collections.abc import Collection
from datetime import datetime
from hmac import compare_digest
from uuid import UUID

from django.db import transaction

from helpdesk.accounts.actions.issue_token import issue_token
from helpdesk.accounts.models import Client
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.accounts.rules import digest
from helpdesk.accounts.terms import ACCESS_LASTS, Scope
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.refusal import Forbidden, Invalid

_NOBODY = bytes(32)  # compared with where there is no such client: the answer takes as long


def trade_secret(
    *, actor: Actor, now: datetime, client: UUID, secret: str, wanted: Collection[str] = ()
) -> tuple[str, list[Scope]]:
    """A token for ACCESS_LASTS, and its scopes: all of the client's where none are `wanted`.

    Raises Forbidden `client.unknown` (no such client, a wrong secret, revoked: nobody learns which) and
    Invalid `client.scope` (more than it has). The row stays locked: who is revoked meanwhile has
    no token.
    """
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    with transaction.atomic():
        rows = Client.objects.select_for_update(no_key=True).select_related(None)
        found = rows.filter(id=client, revoked_at=None).first()
        kept = bytes(found.digest) if found else _NOBODY
        if not compare_digest(kept, digest(secret)) or found is None:
            raise Forbidden("client.unknown")
        has = [Scope(word) for word in found.scopes.split()]
        if not set(wanted) <= set(has):
            raise Invalid("client.scope", field="scope")
        scopes = [scope for scope in has if not wanted or scope in wanted]
        hat = Actor(
            person=found.person_id, name=found.name, side=Side.PLATFORM, roles=frozenset({Role.PLATFORM})
        )
        token = issue_token(actor=actor, now=now, hat=hat, scopes=scopes, expires_at=now + ACCESS_LASTS)
    return token, scopes
