"""Follow the mirror: buyers' names and parcels' numbers that came after the last message."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace import actions as marketplace
from helpdesk.search.rules import vector
from helpdesk.search.terms import Kind

# Only rows that there are: what was forgotten is not brought back by the mirror.
_LOAD = """
    SELECT s.seller_id, s.id, s.kind, c.title, p.display_name::text,
           ARRAY(SELECT t.tracking::text FROM marketplace_shipment t
                 WHERE t.seller_id = s.seller_id AND t.order_id = c.order_id AND t.tracking <> '')
    FROM unnest(%s::bigint[], %s::uuid[]) AS m (seller_id, buyer_id)
    JOIN marketplace_pair p ON p.seller_id = m.seller_id AND p.buyer_id = m.buyer_id
    JOIN conversations_conversation c ON c.seller_id = p.seller_id AND c.pair = p.pair
    JOIN search_entry s
      ON s.seller_id = c.seller_id AND s.conversation_id = c.id AND s.kind IN ('thread', 'person')
    ORDER BY s.seller_id, s.id, s.kind
"""
_STORE = """
    UPDATE search_entry SET words = %s::tsvector
    WHERE seller_id = %s AND id = %s AND kind = %s AND words <> %s::tsvector
"""


def refresh_names(*, actor: Actor, now: datetime, limit: int) -> int:
    """How many pairs were looked at, at most `limit`; none is left out, whenever it stops.

    Three SQL statements. What was imported is found as soon as a worker gets here.
    """
    with acting(actor):
        moved = marketplace.take_moved(actor=actor, now=now, limit=limit)
        if moved:
            with connection.cursor() as cursor:
                cursor.execute(_LOAD, [list(column) for column in zip(*moved, strict=True)])
                rows = [_row(*row) for row in cursor.fetchall()]
                cursor.executemany(_STORE, rows)
    return len(moved)


def _row(seller_id: int, id: UUID, kind: str, title: str, person: str, parcels: list[str]) -> tuple[Any, ...]:
    texts = [person] if kind == Kind.PERSON.value else [title, *parcels]
    words = vector(texts, language=None, weight="A")
    return words, seller_id, id, kind, words
