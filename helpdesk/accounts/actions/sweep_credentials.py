"""Throw away what no request will ask for again: tokens of clients that ended, full buckets."""

from datetime import datetime, timedelta

from django.db import connection

from helpdesk.accounts.models import Client, Token
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden

_KEPT = timedelta(days=7)  # so that somebody may still ask which token that was
_FULL = timedelta(minutes=5)  # a bucket fills within a minute


def sweep_credentials(*, actor: Actor, now: datetime) -> int:
    """How many tokens went. A client trades its secret for a new one each hour."""
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM accounts_allowance WHERE at < %s", [now - _FULL])
    machines = Client.objects.values("person_id")
    old = Token.objects.filter(person_id__in=machines, expires_at__lt=now - _KEPT)
    return old.delete()[0]
