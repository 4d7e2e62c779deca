"""Try an endpoint: an event of no entry, signed and sent as any other."""

from datetime import datetime
from uuid import uuid5

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict
from helpdesk.webhooks import models
from helpdesk.webhooks.queries.deliveries import shown
from helpdesk.webhooks.queries.endpoints import endpoint_of
from helpdesk.webhooks.terms import TEST_KIND, Delivery


def try_webhook(*, actor: Actor, now: datetime, webhook: Ref, key: str) -> Delivery:
    """The delivery, which is due now; the same actor and key again give the same one.

    Raises Forbidden, NotFound, Conflict (the endpoint is paused).
    """
    with acting(actor):
        row = endpoint_of(actor=actor, webhook=webhook)
        if row.paused_at is not None:
            raise Conflict("webhook.paused")
        id = uuid5(row.id, f"{actor.person}/{key}")
        found, _ = models.Delivery.objects.get_or_create(
            seller_id=row.seller_id,
            id=id,
            defaults={
                "endpoint_id": row.id,
                "of_seller_id": row.seller_id,
                "entry_id": id,
                "chain": row.id,
                "kind": TEST_KIND,
                "created_at": now,
                "next_at": now,
            },
        )
    return shown(row=found)
