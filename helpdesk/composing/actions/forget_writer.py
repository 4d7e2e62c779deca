"""Forget everything that a person was writing, and when a Buyer read: part of an erasure of a person."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.composing.models import Place, Seen
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden


def forget_writer(*, actor: Actor, now: datetime, person: UUID) -> None:
    """In all threads. Safe to repeat. Raises Forbidden for all but the system."""
    if actor.side is not Side.SYSTEM:
        raise Forbidden("composing.not_yours")
    with acting(actor):
        Place.objects.filter(person_id=person).delete()
        Seen.objects.filter(buyer_id=person, side=Side.BUYER.value).delete()
