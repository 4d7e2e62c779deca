"""Revoke an API token."""

from datetime import datetime

from helpdesk.accounts.models import Token
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.accounts.rules import digest
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden


def revoke_token(*, actor: Actor, now: datetime, token: str) -> None:
    """Out at once: every request reads `revoked_at`. Safe to repeat."""
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    Token.objects.filter(digest=digest(token), revoked_at=None).update(revoked_at=now)
