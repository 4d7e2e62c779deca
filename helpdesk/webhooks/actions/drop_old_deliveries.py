"""Drop deliveries that were done with long ago: what they told of is in the feed for good."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.webhooks.models import Delivery
from helpdesk.webhooks.terms import KEPT


def drop_old_deliveries(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many went, at most `limit`, the oldest first. Two SQL statements beside the scope's."""
    with acting(actor):
        old = Delivery.objects.filter(done_at__lt=now - KEPT).order_by("done_at")
        gone, _ = Delivery.objects.filter(pk__in=list(old.values_list("pk", flat=True)[:limit])).delete()
    return gone
