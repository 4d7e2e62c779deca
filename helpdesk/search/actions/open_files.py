"""Open to both sides the words of files that a person let through."""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from helpdesk.archive.terms import Audience, Numbered
from helpdesk.attachments.terms import OPEN_STATES
from helpdesk.kernel.actor import Actor
from helpdesk.search.terms import Kind

_OPEN = """
    UPDATE search_entry s SET audience = %s
    FROM archive_number a JOIN attachments_file f ON f.seller_id = a.seller_id AND f.settled_by = a.entry_id
    WHERE a.number = ANY(%s) AND f.settled_as = ANY(%s) AND f.erased_at IS NULL
      AND s.seller_id = f.seller_id AND s.id = f.id AND s.kind = %s
"""


def open_files(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """What these `attachment.settled` entries released; one SQL statement, safe to repeat.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows).
    """
    if entries:
        states = [state.value for state in OPEN_STATES]
        numbers = [entry.number for entry in entries]
        with connection.cursor() as cursor:
            cursor.execute(_OPEN, [Audience.BOTH.value, numbers, states, Kind.FILE.value])
