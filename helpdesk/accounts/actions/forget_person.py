"""Forget a person: whoever was erased signs in no more, and no account says who it was."""

from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.db import transaction

from helpdesk.accounts.actions.end_sessions import end_sessions
from helpdesk.accounts.models import Person, Subject, Token
from helpdesk.kernel.actor import SYSTEM, Actor, Side
from helpdesk.kernel.refusal import Forbidden


def forget_person(*, actor: Actor, now: datetime, person_id: UUID) -> None:
    """Sessions, tokens, passkeys, addresses, directories' words go; the row stays, nameless.

    Safe to repeat. Raises Forbidden.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("accounts.not_yours")
    with transaction.atomic():
        end_sessions(actor=SYSTEM, now=now, person_id=person_id)
        Token.objects.filter(person_id=person_id, revoked_at=None).update(revoked_at=now)
        Authenticator.objects.filter(user_id=person_id).delete()
        EmailAddress.objects.filter(user_id=person_id).delete()
        Subject.objects.filter(person_id=person_id).delete()
        person = Person.objects.filter(id=person_id)
        person.filter(disabled_at=None).update(disabled_at=now)
        person.update(email=None, display_name="", password=make_password(None), last_hat="")
