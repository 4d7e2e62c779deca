"""Sign a person out, everywhere or in one place."""

from datetime import datetime
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import transaction

from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden


def end_sessions(
    *, actor: Actor, now: datetime, person_id: UUID, keep: str = "", only: int | None = None
) -> int:
    """How many ended: all of a person's, all but the one with the key `keep`, or the one with the id `only`.

    People end their own; who manages accounts, anybody's. Raises Forbidden.
    """
    if actor.person != person_id and not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    sessions = UserSession.objects.filter(user_id=person_id)
    if keep:
        sessions = sessions.exclude(session_key=keep)
    if only is not None:
        sessions = sessions.filter(id=only)
    with transaction.atomic():
        keys = list(sessions.values_list("session_key", flat=True))
        Session.objects.filter(session_key__in=keys).delete()
        UserSession.objects.filter(session_key__in=keys).delete()
    return len(keys)
