"""Whom a directory of another house speaks of: by its own word for them, or by their address."""

from uuid import UUID

from allauth.account.models import EmailAddress
from django.db.models import Q

from helpdesk.accounts.models import Person, Subject


def person_of_subject_for_system(*, issuer: str, subject: str) -> UUID | None:
    """The person that an issuer's subject is bound to, disabled or not. One SQL statement."""
    bound = Subject.objects.filter(issuer=issuer, subject=subject, released_at=None)
    return bound.values_list("person_id", flat=True).first()


def person_of_address_for_system(*, email: str) -> UUID | None:
    """The one person, not disabled, who has this address; None for several. One SQL statement."""
    confirmed = EmailAddress.objects.filter(email=email.lower(), verified=True).values("user_id")
    found = Person.objects.filter(Q(email=email.lower()) | Q(id__in=confirmed), disabled_at=None)
    ids = list(found.values_list("id", flat=True)[:2])
    return ids[0] if len(ids) == 1 else None
