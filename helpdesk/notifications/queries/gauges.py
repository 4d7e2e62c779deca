"""What a monitor reads of deliveries: how many are due and not out, and since when."""

from datetime import datetime

from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.gauge import Gauge
from helpdesk.notifications.terms import Channel

_DUE = """
    SELECT channel, count(*), extract(epoch FROM %s::timestamptz - min(due_at)),
           count(*) FILTER (WHERE tries > 0)
    FROM notifications_delivery WHERE next_at IS NOT NULL AND due_at <= %s GROUP BY channel
"""


def delivery_gauges_for_system(*, now: datetime) -> list[Gauge]:
    """By channel. One SQL statement beside the scope's."""
    with everything(), connection.cursor() as cursor:
        cursor.execute(_DUE, [now, now])
        found = {channel: numbers for channel, *numbers in cursor.fetchall()}
    says = (
        ("helpdesk_deliveries_due", "Deliveries that are due and not out yet"),
        ("helpdesk_delivery_lag_seconds", "For how long the oldest of them has been due"),
        ("helpdesk_deliveries_retried", "Of these, those that were tried before"),
    )
    return [
        Gauge(
            name=name,
            says=sentence,
            value=float(found.get(channel.value, (0, 0, 0))[at]),
            labels={"channel": channel.value},
        )
        for at, (name, sentence) in enumerate(says)
        for channel in Channel
    ]
