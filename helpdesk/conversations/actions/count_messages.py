"""Count messages into the buyer's list: a mark that follows the record, and can be rebuilt from it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor

# `last_number` makes it idempotent: an entry that was counted before is not above it.
_COUNT = """
    UPDATE conversations_buyer_inbox i
    SET messages = i.messages + d.messages, unread = i.unread + d.unread, last_number = d.last_number,
        last_at = greatest(i.last_at, d.last_at)
    FROM (
        SELECT m.buyer_id, m.conversation_id, count(*) AS messages, max(a.number) AS last_number,
               max(m.at) AS last_at, count(*) FILTER (WHERE m.side <> 'buyer' AND m.n > b.read_n) AS unread
        FROM archive_number a
        JOIN conversations_message m ON m.seller_id = a.seller_id AND m.id = a.entry_id
        JOIN conversations_buyer_inbox b ON b.buyer_id = m.buyer_id AND b.conversation_id = m.conversation_id
        WHERE a.number = ANY(%s) AND a.number > b.last_number
        GROUP BY m.buyer_id, m.conversation_id
    ) d
    WHERE i.buyer_id = d.buyer_id AND i.conversation_id = d.conversation_id
"""


def count_messages(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Add these messages to the counters of their buyers, in one statement; counting twice changes nothing.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows).
    """
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [[entry.number for entry in entries]])
