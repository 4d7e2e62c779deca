"""Replay what was sent, or what nobody took: the same event, under the same id."""

from datetime import datetime

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict
from helpdesk.webhooks import models
from helpdesk.webhooks.queries.deliveries import delivery_of, shown
from helpdesk.webhooks.queries.endpoints import endpoint_of
from helpdesk.webhooks.terms import REPLAYED, Delivery, SendingState


def replay_delivery(*, actor: Actor, now: datetime, webhook: Ref, delivery: Ref) -> Delivery:
    """It is due now, with all its tries. One that waits already stays as it is.

    Raises Forbidden, NotFound, Conflict (the endpoint is paused).
    """
    with acting(actor):
        _refuse_paused(endpoint_of(actor=actor, webhook=webhook))
        row = delivery_of(actor=actor, webhook=webhook, delivery=delivery, lock=True)
        if row.state != SendingState.WAITING.value:
            row.state, row.tries, row.next_at, row.done_at = SendingState.WAITING.value, 0, now, None
            row.save(update_fields=["state", "tries", "next_at", "done_at"])
    return shown(row=row)


def replay_dead(*, actor: Actor, now: datetime, webhook: Ref) -> int:
    """How many dead ones are due now, the oldest first, REPLAYED at most.

    Raises Forbidden, NotFound, Conflict (the endpoint is paused).
    """
    with acting(actor):
        row = endpoint_of(actor=actor, webhook=webhook)
        _refuse_paused(row)
        dead = models.Delivery.objects.filter(
            seller_id=row.seller_id, endpoint_id=row.id, state=SendingState.DEAD.value
        )
        oldest = list(dead.order_by("created_at", "id").values_list("id", flat=True)[:REPLAYED])
        again = {"state": SendingState.WAITING.value, "tries": 0, "next_at": now, "done_at": None}
        return dead.filter(id__in=oldest).update(**again)


def _refuse_paused(row: models.Endpoint) -> None:
    if row.paused_at is not None:
        raise Conflict("webhook.paused")
