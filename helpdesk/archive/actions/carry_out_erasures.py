"""Carry out erasures: what `erased` entries ordered goes, as the eraser, however often it is broken off."""

from collections.abc import Callable, Sequence
from datetime import datetime

from django.db import connections, transaction

from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden

BATCH = 200  # orders of one transaction

_DUE = """
    SELECT seller_id, id FROM archive_erasure WHERE done_at IS NULL
    ORDER BY at, id LIMIT %s FOR UPDATE SKIP LOCKED
"""
_DELETE = "DELETE FROM archive_value WHERE (seller_id, entry_id) IN ({places})"
_DONE = "UPDATE archive_erasure SET done_at = %s WHERE (seller_id, id) IN ({places})"


def carry_out_erasures(
    *, actor: Actor, now: datetime, before: Callable[[Sequence[Ref]], None], limit: int = BATCH
) -> int:
    """How many entries lost their values. `before` drops what lies outside the database, by entry.

    `before` may be told of the same entries again: it comes first, so that the values, which say what there
    was, go last. Two at once share the work. Raises Forbidden, and whatever `before` raises: then all stays.
    """
    if actor.side is not Side.SYSTEM:
        raise Forbidden("archive.eraser_only")
    with transaction.atomic(using="eraser"), connections["eraser"].cursor() as cursor:
        cursor.execute(_DUE, [limit])
        due = [Ref(*row) for row in cursor.fetchall()]
        if due:
            before(due)
            places = ", ".join(["(%s::bigint, %s::uuid)"] * len(due))
            named = [part for ref in due for part in ref]
            cursor.execute(_DELETE.format(places=places), named)
            cursor.execute(_DONE.format(places=places), [now, *named])
    return len(due)
