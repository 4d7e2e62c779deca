"""Invite somebody by e-mail to a role."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from helpdesk.accounts.models import Invitation
from helpdesk.accounts.policies import can_invite
from helpdesk.accounts.queries.invitations import shown
from helpdesk.accounts.rules import digest, new_secret
from helpdesk.accounts.terms import ADMINISTRATOR_ROLES, INVITATION_LASTS, MAX_EMAIL, TEAM_ROLES, Invited
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Forbidden, Invalid


def invite(
    *,
    actor: Actor,
    now: datetime,
    email: str,
    role: Role,
    language: str,
    seller_id: int | None = None,
) -> Invited:
    """A fresh invitation; an open one to the same address and team is withdrawn, so its link opens nothing.

    The caller sends the secret, which only its digest outlives. Raises Forbidden, Invalid.
    """
    if not can_invite(actor=actor, seller_id=seller_id):
        raise Forbidden("accounts.not_yours")
    if role not in (ADMINISTRATOR_ROLES if seller_id is None else TEAM_ROLES):
        raise Invalid("role.not_listed", field="role")
    address, secret = _address(email), new_secret()
    with transaction.atomic():
        before = Invitation.objects.filter(seller_id=seller_id, email=address, accepted_at=None)
        before.filter(withdrawn_at=None).update(withdrawn_at=now, withdrawn_by=actor.person)
        row = Invitation.objects.create(
            digest=digest(secret),
            email=address,
            role=role.value,
            seller_id=seller_id,
            language=language,
            invited_by=actor.person,
            invited_at=now,
            expires_at=now + INVITATION_LASTS,
        )
    return Invited(invitation=shown(row=row), secret=secret)


def _address(email: str) -> str:
    """In lower case, as all addresses here. What is not one line of an address goes into no mail."""
    address = text.line(email, limit=MAX_EMAIL, field="email").lower()
    try:
        validate_email(address)
    except ValidationError:
        raise Invalid("email.malformed", field="email") from None
    return address
