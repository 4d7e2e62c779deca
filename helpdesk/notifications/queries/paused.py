"""What there is to tell of webhooks: one that took nothing was paused by itself. It is told to its owners."""

from collections.abc import Sequence

from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.notifications.terms import Happened, Kind

_PAUSED = """
    SELECT e.seller_id, (convert_from(e.leaf, 'UTF8')::jsonb #>> '{f,webhook}')::uuid, e.id, e.at
    FROM unnest(%s::bigint[], %s::uuid[]) AS a (seller_id, id)
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.id
"""


def paused(*, entries: Sequence[Numbered]) -> list[Happened]:
    """In the present scope. One SQL statement at most."""
    wanted = [entry for entry in entries if entry.kind == "webhook.paused"]
    if not wanted:
        return []
    with connection.cursor() as cursor:
        cursor.execute(_PAUSED, [[each.seller_id for each in wanted], [each.entry_id for each in wanted]])
        return [
            Happened(
                kind=Kind.WEBHOOK,
                conversation=Ref(seller_id, webhook),
                buyer_id=None,
                subject=entry,
                at=at,
                to=owners_of(seller_id),
            )
            for seller_id, webhook, entry, at in cursor.fetchall()
        ]


def owners_of(seller_id: int, /) -> Side:
    """The side of whoever owns it: the Platform's own webhooks lie among the operator's rows."""
    return Side.ADMINISTRATOR if seller_id == OPERATOR else Side.SELLER
