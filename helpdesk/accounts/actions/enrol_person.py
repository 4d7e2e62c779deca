"""Enrol a person, or bring their name and language up to date."""

from datetime import datetime
from uuid import UUID

from helpdesk.accounts.models import Person
from helpdesk.accounts.policies import can_manage_accounts
from helpdesk.accounts.terms import NO_PASSWORD
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.refusal import Forbidden


def enrol_person(
    *,
    actor: Actor,
    now: datetime,
    id: UUID,
    display_name: str,
    language: str,
    market: str = "",
    email: str | None = None,
) -> Person:
    """The person with this id; safe to repeat. What is not given stays as it was.

    A new one has no password: a link by e-mail lets them choose one.
    """
    if not can_manage_accounts(actor=actor):
        raise Forbidden("accounts.not_yours")
    facts = {"display_name": display_name, "language": language}
    facts |= {
        name: value for name, value in (("market", market), ("email", email and email.lower())) if value
    }
    person, _ = Person.objects.update_or_create(
        id=id, defaults=facts, create_defaults=facts | {"password": NO_PASSWORD}
    )
    return person
