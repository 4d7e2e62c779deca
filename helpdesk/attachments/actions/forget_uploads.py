"""Forget uploads: what a buyer attached and never posted goes with the buyer, not only a day later."""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.actions.clearing import clear, condemn
from helpdesk.attachments.models import Upload
from helpdesk.kernel.actor import Actor


def forget_uploads(*, actor: Actor, now: datetime, buyer: UUID) -> int:
    """How many were cleared away. It asks for no rights: the erasure that calls it has them. Safe to repeat.

    Raises Busy where the storage is not to be had; then the names are gone, and the sweep has the bytes.
    """
    with acting(actor):
        rows = [*Upload.objects.filter(buyer_id=buyer).select_for_update()]
        for row in rows:
            condemn(row=row, now=now)
    for row in rows:
        clear(actor=actor, seller_id=row.seller_id, id=row.id, key=row.storage_key)
    return len(rows)
