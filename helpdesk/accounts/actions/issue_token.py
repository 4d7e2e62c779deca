"""Issue an API token."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import Token
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.accounts.rules import digest, new_token
from helpdesk.accounts.terms import SHOWN_PREFIX, Scope
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Forbidden


def issue_token(
    *,
    actor: Actor,
    now: datetime,
    hat: Actor,
    scopes: Sequence[Scope] = (Scope.READ, Scope.WRITE),
    expires_at: datetime | None = None,
    id: UUID | None = None,
    name: str = "",
    made_by: UUID | None = None,
    replaces: UUID | None = None,
) -> str:
    """A new secret that acts as `hat`; it is shown this once, since only its digest is kept.

    With a `name` it is a shop's key, which stands in its list.
    """
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    token = new_token()
    Token.objects.create(
        id=id or uuid7(),
        digest=digest(token),
        prefix=token[:SHOWN_PREFIX],
        person_id=hat.person,
        side=hat.side.value,
        roles=sorted(hat.roles),
        scopes=[scope.value for scope in scopes],
        seller_id=hat.seller_id,
        buyer_id=hat.buyer_id,
        created_at=now,
        expires_at=expires_at,
        name=name,
        made_by=made_by,
        replaces=replaces,
    )
    return token
