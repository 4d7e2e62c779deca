"""Take up files: which of them a worker examines next; for a while nobody else does."""

from datetime import datetime, timedelta

from helpdesk.archive.database.scope import acting
from helpdesk.attachments.models import File
from helpdesk.attachments.terms import Due, State
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref

LEASE = timedelta(minutes=10)
"""Longer than any examination: a worker that dies with a file in hand leaves it for the next one then."""


def take_up_files(*, actor: Actor, now: datetime, limit: int) -> list[Due]:
    """Those that wait, the oldest first, at most `limit`; nobody else gets them before LEASE has passed."""
    with acting(actor):
        waiting = File.objects.filter(look_at__lte=now, state=State.PENDING.value, erased_at=None).order_by(
            "look_at"
        )
        rows = [*waiting.select_for_update(skip_locked=True)[:limit]]
        for row in rows:
            mine = File.objects.filter(seller_id=row.seller_id, id=row.id)
            mine.update(look_at=now + LEASE, tries=row.tries + 1)
    return [
        Due(ref=Ref(row.seller_id, row.id), entry=row.entry_id, position=row.position, tries=row.tries + 1)
        for row in rows
    ]
