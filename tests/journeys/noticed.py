"""Notices of what was done in the house, and a mail that did not arrive."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Audience, Numbered
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.notifications import actions, queries
from helpdesk.notifications.models import Delivery, Notice


def tell_everybody(*, anna: Actor, now: datetime) -> dict[str, object]:
    """Whoever is concerned has notices; a mail to Anna was refused. The word that ends her mails."""
    with everything():
        actions.tell(actor=SYSTEM, now=now, entries=every_entry())
        told = Notice.objects.filter(person_id=anna.person).latest("at")
        Delivery.objects.update_or_create(
            seller_id=told.seller_id,
            notice_id=told.id,
            channel="mail",
            defaults=_refused(told, anna.person, now),
        )
    return {"stop": queries.stop_word(person=anna.person)}


def every_entry() -> list[Numbered]:
    """All so far, as a reaction is given them, in the present scope."""
    return [
        Numbered(
            number=n,
            entry_id=one.id,
            seller_id=one.seller_id,
            buyer_id=one.buyer_id,
            audience=Audience(one.audience),
            kind=one.kind,
            chain=one.chain,
        )
        for n, one in enumerate(Entry.objects.order_by("at", "id"))
    ]


def _refused(told: Notice, person: UUID, now: datetime) -> dict[str, object]:
    return {
        "id": told.id,
        "person_id": person,
        "buyer_id": told.buyer_id,
        "audience": told.audience,
        "state": "bounced",
        "answer": "550",
        "due_at": told.at,
        "next_at": None,
        "done_at": now,
    }
