"""Hand notices over to the Platform, where it delivers them: in one order, so that it misses none."""

from datetime import datetime

from django.db import connection
from django.db.models import Max

from helpdesk.archive.database.scope import acting
from helpdesk.kernel.actor import Actor
from helpdesk.notifications.models import Delivery
from helpdesk.notifications.queries import settled
from helpdesk.notifications.terms import Channel, State

_ONE_AT_A_TIME = "SELECT pg_advisory_xact_lock(hashtext('notifications.hand_over'))"


def hand_over(*, actor: Actor, now: datetime, limit: int) -> int:
    """Give what is due the next numbers of the Platform's feed, less what was settled since; how many rows.

    Numbers are given by one worker at a time and never out of order: whoever has seen one has seen all
    before it.
    """
    due = Delivery.objects.filter(channel=Channel.PLATFORM.value, next_at__lte=now)
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_ONE_AT_A_TIME)
        rows = list(due.order_by("next_at", "seller_id", "id")[:limit])
        if not rows:
            return 0
        gone = settled(notices=[(row.seller_id, row.notice_id) for row in rows])
        last = Delivery.objects.aggregate(last=Max("number"))["last"] or 0
        for row in rows:
            last += row.notice_id not in gone
            row.number = None if row.notice_id in gone else last
            row.state = (State.SETTLED if row.notice_id in gone else State.HANDED_OVER).value
            row.next_at, row.done_at = None, now
        Delivery.objects.bulk_update(rows, ["number", "state", "next_at", "done_at"])
    return len(rows)
