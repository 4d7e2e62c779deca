"""Stop all mails to a person: what the link in each of them does, for whoever holds it."""

from datetime import datetime
from uuid import UUID

from helpdesk.kernel.actor import Actor
from helpdesk.notifications.models import Wish


def stop_mails(*, actor: Actor, now: datetime, person: UUID) -> None:
    """Nothing is mailed to this person any more; the portal's list goes on. Safe to repeat.

    `actor` is the system: a mail program that asks for it is signed in nowhere, and its link is signed.
    """
    Wish.objects.update_or_create(person_id=person, defaults={"mailed": []})
