"""Revoke the tokens that a person has for one seller."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import Token
from helpdesk.accounts.policies import can_invite
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Forbidden


def revoke_tokens(
    *, actor: Actor, now: datetime, person_id: UUID, seller_id: int, keeping: Role | None = None
) -> None:
    """With a membership, or when its role changes: a token has the roles that it was issued with.

    `keeping` spares the tokens that were issued with just this role.
    """
    if not can_invite(actor=actor, seller_id=seller_id):
        raise Forbidden("accounts.not_yours")
    tokens = Token.objects.filter(person_id=person_id, seller_id=seller_id, revoked_at=None)
    if keeping is not None:
        tokens = tokens.exclude(roles=[keeping.value])
    tokens.update(revoked_at=now)
