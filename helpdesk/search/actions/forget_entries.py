"""Forget what was ordered to be erased: its words are in no index afterwards."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor

# The person's name goes too, and cases' numbers: they come back with the next message of a buyer who was not
# forgotten, and with the next step.
_FORGET = """
    DELETE FROM search_entry s USING archive_number a
    WHERE a.number = ANY(%s) AND s.seller_id = a.seller_id
      AND (s.id IN (SELECT e.id FROM archive_erasure e
                    WHERE e.seller_id = a.seller_id AND e.ordered_by = a.entry_id)
           OR (s.conversation_id = a.chain AND s.kind IN ('person', 'case'))
           OR (s.kind = 'file' AND s.id IN (
               SELECT f.id FROM archive_erasure e
               JOIN attachments_file f ON f.seller_id = e.seller_id AND f.entry_id = e.id
               WHERE e.seller_id = a.seller_id AND e.ordered_by = a.entry_id)))
"""


def forget_entries(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Remove what these `erased` entries ordered to go; one SQL statement, safe to repeat.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows).
    """
    if entries:
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [[entry.number for entry in entries]])
