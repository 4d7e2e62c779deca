"""Sweep uploads: what nobody posted within a day is cleared away, and so is what a crash left behind."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.actions.clearing import clear, condemn
from helpdesk.attachments.models import Upload
from helpdesk.attachments.terms import KEPT_UNPOSTED
from helpdesk.kernel.actor import Actor


def sweep_uploads(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many were cleared away, at most `limit`. A post that has hold of an upload keeps it.

    Raises Busy where the storage is not to be had.
    """
    with acting(actor):
        old = Upload.objects.filter(began_at__lte=now - KEPT_UNPOSTED).order_by("began_at")
        rows = [*old.select_for_update(skip_locked=True)[:limit]]
        for row in rows:
            condemn(row=row, now=now)
    for row in rows:
        clear(actor=actor, seller_id=row.seller_id, id=row.id, key=row.storage_key)
    return len(rows)
