"""Forget translations of what was ordered to be erased."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor

_FORGET = """
    DELETE FROM translations_translation t USING archive_number a, archive_erasure e
    WHERE a.number = ANY(%s) AND e.seller_id = a.seller_id AND e.ordered_by = a.entry_id
      AND t.seller_id = e.seller_id AND t.entry_id = e.id
"""


def forget_translations(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Remove what engines made of messages that these `erased` entries name; one SQL statement.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows).
    """
    if entries:
        with connection.cursor() as cursor:
            cursor.execute(_FORGET, [[entry.number for entry in entries]])
