"""Open an account for whoever an invitation reached."""

from datetime import datetime

from allauth.account.models import EmailAddress
from django.db import transaction

from helpdesk.accounts.models import Person
from helpdesk.accounts.queries import has_account_for_system, invitation_for_system
from helpdesk.accounts.terms import MAX_NAME
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Conflict, NotFound


def open_account(
    *, actor: Actor, now: datetime, secret: str, display_name: str, password: str, language: str
) -> Person:
    """A person with the address that the invitation was sent to, and this password (judged by the door).

    Somebody known by that address without a password keeps their name and gets it. Raises NotFound (no open
    invitation), Conflict (there is an account: sign in), Invalid (a name that cannot be shown).
    """
    invitation = invitation_for_system(secret=secret, now=now)
    if invitation is None:
        raise NotFound("invitation.gone")
    if has_account_for_system(email=invitation.email):
        raise Conflict("invitation.has_account")
    name = text.line(display_name, limit=MAX_NAME, field="display_name")
    with transaction.atomic():
        person = Person.objects.filter(email=invitation.email, disabled_at=None).first() or Person(
            email=invitation.email, display_name=name, language=language
        )
        person.set_password(password)
        person.save()
        EmailAddress.objects.update_or_create(
            user=person, email=invitation.email, defaults={"verified": True, "primary": True}
        )
    return person
