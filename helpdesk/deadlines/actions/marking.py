"""Marks clocks for the sweep to count again: the last step of publishing, and of a measure or its end."""

from datetime import datetime

from django.db import connection

from helpdesk.archive.database.patience import unhurried
from helpdesk.archive.database.scope import scope_of
from helpdesk.kernel.actor import Actor

# 'epoch': before every deadline, and an instant that Python has, unlike -infinity
_OBLIGATIONS = """
    UPDATE deadlines_obligation SET next_at = 'epoch'
    WHERE (%(calendar)s::text IS NULL OR calendar = %(calendar)s)
      AND (answered_at IS NULL
           OR (verdict = 'late' AND corrected_by IS NULL AND answered_at >= %(closed_since)s::timestamptz))
"""
_PROMISES = """
    UPDATE deadlines_promise SET next_at = 'epoch'
    WHERE (%(calendar)s::text IS NULL OR calendar = %(calendar)s) AND kept_by IS NULL AND missed_by IS NULL
"""
# Whoever holds one of the rows may wait for the seller's lock, which the measure has: so it waits for nobody.
_OF_SELLER = """
    UPDATE deadlines_{table} SET next_at = 'epoch'
    WHERE (seller_id, id) IN (
        SELECT seller_id, id FROM deadlines_{table}
        WHERE seller_id = %s AND {open} FOR UPDATE SKIP LOCKED
    )
"""
_OPEN = {"obligation": "answered_at IS NULL", "promise": "kept_by IS NULL AND missed_by IS NULL"}


def mark_of_seller(*, actor: Actor, now: datetime, seller_id: int) -> int:
    """How many open clocks of a seller the sweep will count again, because what a measure stops has changed.

    In the transaction of the measure, in scope all, after its restrictions. One that somebody else has in
    hand is left out: the sweep finds it out when it looks at it the next time, and a verdict at once.
    """
    assert connection.in_atomic_block, "clocks are marked together with what stops them"
    marked = 0
    with connection.cursor() as cursor:
        for table, is_open in _OPEN.items():
            cursor.execute(_OF_SELLER.format(table=table, open=is_open), [seller_id])
            marked += cursor.rowcount
    return marked


def mark_for_recheck(
    *, actor: Actor, now: datetime, calendar: str | None, late_closed_since: datetime | None = None
) -> int:
    """How many clocks the sweep will count again, of one calendar or (None: an outage) of all.

    Open obligations and promises; with `late_closed_since` also what was answered late since then and was
    not corrected yet. In the caller's transaction, in scope all: published and marked, or neither. A clock
    that starts meanwhile, by what was in force before, is found out when the sweep first looks at it.
    """
    assert connection.in_atomic_block, "clocks are marked together with what is published"
    assert scope_of(actor).scope == "all", "only the operator's side publishes"
    unhurried()  # there may be a million of them
    chosen = {"calendar": calendar, "closed_since": late_closed_since}
    with connection.cursor() as cursor:
        cursor.execute(_OBLIGATIONS, chosen)
        obligations: int = cursor.rowcount
        cursor.execute(_PROMISES, chosen)
        return obligations + int(cursor.rowcount)
