"""Queue deliveries: one for each entry and each endpoint that is told of it."""

from collections.abc import Sequence
from datetime import datetime

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import OPERATOR, uuid7
from helpdesk.webhooks import models, rules
from helpdesk.webhooks.terms import Endpoint


def queue_deliveries(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Due at once, in the order of the log. Safe to repeat.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows): two SQL
    statements at most for a thousand rows, one where nobody asked for anything.
    """
    wanted = [
        (endpoint, entry)
        for endpoint in _endpoints(entries)
        for entry in entries
        if rules.wants(endpoint=endpoint, entry=entry)
    ]
    ids = sorted(uuid7() for _ in wanted)  # made in one millisecond: lists show them in the order of the log
    told = [
        models.Delivery(
            seller_id=endpoint.seller_id,
            id=id,
            endpoint_id=endpoint.id,
            of_seller_id=entry.seller_id,
            entry_id=entry.entry_id,
            chain=entry.chain,
            number=entry.number,
            kind=entry.kind,
            created_at=now,
            next_at=now,
        )
        for id, (endpoint, entry) in zip(ids, wanted, strict=True)
    ]
    if told:
        models.Delivery.objects.bulk_create(told, ignore_conflicts=True, batch_size=1000)


def _endpoints(entries: Sequence[Numbered]) -> list[Endpoint]:
    owners = {entry.seller_id for entry in entries} | {OPERATOR}
    rows = models.Endpoint.objects.filter(seller_id__in=owners, removed_at=None, paused_at=None)
    return [
        Endpoint(seller_id=seller_id, id=id, kinds=frozenset(kinds), after=after)
        for seller_id, id, kinds, after in rows.values_list("seller_id", "id", "kinds", "after")
    ]
