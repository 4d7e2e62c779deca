"""Number entries: the sequencer's step, run by one worker at a time."""

from datetime import datetime

from django.db import connections, transaction

from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.refusal import Forbidden

BATCH = 5000  # entries per step, so that a backlog is worked off in steps that others can see
CHANNEL = "helpdesk_archive"


def number_entries(*, actor: Actor, now: datetime, batch: int = BATCH) -> int:
    """Give the next entries their numbers and wake the listeners once; returns how many were numbered."""
    if actor.side is not Side.SYSTEM:
        raise Forbidden("archive.sequencer_only")
    with transaction.atomic(using="sequencer"), connections["sequencer"].cursor() as cursor:
        cursor.execute("SELECT archive_number_v1(%s)", [batch])
        given = int(cursor.fetchone()[0])
        if given:
            cursor.execute("SELECT pg_notify(%s, '')", [CHANNEL])
    return given
