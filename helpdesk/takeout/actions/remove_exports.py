"""Remove exports: their time is over, or something of what they hold was erased meanwhile."""

from datetime import datetime

from django.core.files.storage import storages
from django.db.models import Exists, OuterRef, Q

from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Erasure
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.troubles import of_storage
from helpdesk.takeout.models import Export
from helpdesk.takeout.queries.opening import STORAGE
from helpdesk.takeout.terms.exports import LIVES

_AT_ONCE = 50


def remove_exports(*, actor: Actor, now: datetime) -> int:
    """How many files went; one that is gone already counts. The row stays, with its instant. Raises Busy."""
    with acting(actor):
        theirs = Q(seller_id=OuterRef("of_seller")) | Q(buyer_id=OuterRef("of_buyer"))
        since = Erasure.objects.filter(theirs, at__gte=OuterRef("asked_at"))
        over = Q(made_at__lte=now - LIVES) | Exists(since)
        rows = list(Export.objects.filter(over, made_at__isnull=False, removed_at=None)[:_AT_ONCE])
    for row in rows:
        with of_storage(missing="export.not_there"):
            storages[STORAGE].delete(row.key)
        with acting(actor):
            Export.objects.filter(seller_id=row.seller_id, id=row.id).update(removed_at=now, key="")
    return len(rows)
