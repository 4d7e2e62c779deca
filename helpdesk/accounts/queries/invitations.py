"""Invitations: by the secret of their link, and those that nobody has taken up yet."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import Q, QuerySet

from helpdesk.accounts.models import Invitation, Person
from helpdesk.accounts.policies import can_invite
from helpdesk.accounts.rules import digest
from helpdesk.accounts.terms import InvitationShown
from helpdesk.kernel.actor import Actor, Role
from helpdesk.kernel.refusal import Forbidden


def invitation_for_system(*, secret: str, now: datetime) -> InvitationShown | None:
    """The open invitation that a link stands for; None when it was used, withdrawn, is too old or no such."""
    if not secret.isascii():
        return None
    found = open_at(now=now).filter(digest=digest(secret)).first()
    return None if found is None else shown(row=found)


def open_invitations(*, actor: Actor, now: datetime, seller_id: int | None) -> list[InvitationShown]:
    """What a seller's team, or the operator's, offers and nobody has taken up. One statement.

    Raises Forbidden.
    """
    if not can_invite(actor=actor, seller_id=seller_id):
        raise Forbidden("accounts.not_yours")
    return [shown(row=row) for row in open_at(now=now).filter(seller_id=seller_id).order_by("email")]


def has_account_for_system(*, email: str) -> bool:
    """Whether somebody can sign in with a password under this address. One or two statements."""
    people: Iterable[Person] = Person.objects.filter(
        Q(email=email) | Q(id__in=EmailAddress.objects.filter(email=email, verified=True).values("user_id"))
    )
    return any(person.has_usable_password() for person in people)


def owns_address_for_system(*, person_id: UUID, email: str) -> bool:
    """Whether the address is this person's. One statement."""
    mine = Q(email=email) | Q(
        id__in=EmailAddress.objects.filter(email=email, verified=True).values("user_id")
    )
    return Person.objects.filter(mine, id=person_id).exists()


def open_at(*, now: datetime) -> QuerySet[Invitation]:
    """Neither accepted nor withdrawn, nor too old."""
    return Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=now)


def shown(*, row: Invitation) -> InvitationShown:
    """The row as a value."""
    return InvitationShown(
        id=row.id,
        email=row.email,
        role=Role(row.role),
        seller_id=row.seller_id,
        language=row.language,
        invited_at=row.invited_at,
        expires_at=row.expires_at,
        accepted_at=row.accepted_at,
    )
