"""Take out pairs whose name or parcels have changed: whoever follows the mirror looks at them now."""

from datetime import datetime
from uuid import UUID

from django.db import connection

from helpdesk.kernel.actor import Actor

_TAKE = """
    DELETE FROM marketplace_moved m USING (
        SELECT seller_id, buyer_id FROM marketplace_moved
        ORDER BY seller_id, buyer_id LIMIT %s FOR UPDATE SKIP LOCKED
    ) t WHERE m.seller_id = t.seller_id AND m.buyer_id = t.buyer_id
    RETURNING m.seller_id, m.buyer_id
"""


def take_moved(*, actor: Actor, now: datetime, limit: int) -> list[tuple[int, UUID]]:
    """At most `limit` pairs, by their seller and buyer; gone with the caller's transaction, in its scope."""
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [limit])
        return list(cursor.fetchall())
