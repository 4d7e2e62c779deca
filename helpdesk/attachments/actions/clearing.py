"""Taking an upload away: it can no longer be posted, then its object goes, then its row.

A crash leaves the row at whatever step it was, and the next sweep goes on there.
"""

from datetime import datetime
from uuid import UUID

from helpdesk.archive.database.scope import acting
from helpdesk.attachments import storage
from helpdesk.attachments.models import Upload
from helpdesk.attachments.terms import KEPT_UNPOSTED
from helpdesk.kernel.actor import Actor


def condemn(*, row: Upload, now: datetime) -> None:
    """Within the transaction that holds the row: no post takes it from now on, and no upload fills it."""
    old = min(row.began_at, now - KEPT_UNPOSTED)
    Upload.objects.filter(seller_id=row.seller_id, id=row.id).update(stored_at=None, began_at=old)


def clear(*, actor: Actor, seller_id: int, id: UUID, key: str) -> None:
    """After that transaction: what waits for the storage holds no lock. Raises Busy."""
    storage.delete(key=key)
    with acting(actor):
        Upload.objects.filter(seller_id=seller_id, id=id, stored_at=None).delete()
