"""End a shop's key, at once or on a day."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import Token
from helpdesk.accounts.policies import can_invite
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden


def end_key(*, actor: Actor, now: datetime, seller_id: int, key: UUID, at: datetime) -> None:
    """At `at`, never later than it would end anyway; every request reads it. Safe to repeat."""
    if not can_invite(actor=actor, seller_id=seller_id):
        raise Forbidden("accounts.not_yours")
    rows = Token.objects.filter(id=key, seller_id=seller_id, revoked_at=None)
    if at <= now:
        rows.update(revoked_at=now)
    else:
        rows.exclude(expires_at__lte=at).update(expires_at=at)
