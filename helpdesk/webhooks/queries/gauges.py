"""What a monitor reads of webhooks: how many events have not arrived, since when, and what is paused."""

from collections.abc import Iterator
from datetime import datetime

from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.gauge import Gauge
from helpdesk.webhooks.terms import PauseReason

# What waits for a receiver that takes all else could have left when it was due; what waits for one that fails
# waits for that one, whatever we do.
_STATE = """
    SELECT CASE WHEN e.failures > 0 THEN 'failing' ELSE 'well' END, count(*),
           greatest(0, extract(epoch FROM %s::timestamptz
               - min(CASE WHEN e.failures > 0 THEN w.created_at ELSE w.next_at END)))
    FROM webhooks_delivery w
    JOIN webhooks_endpoint e ON e.seller_id = w.seller_id AND e.id = w.endpoint_id
    WHERE w.next_at IS NOT NULL
    GROUP BY 1
    UNION ALL
    SELECT paused_as, count(*), 0 FROM webhooks_endpoint
    WHERE paused_at IS NOT NULL AND removed_at IS NULL
    GROUP BY 1
"""
_RECEIVERS = ("well", "failing")


def webhook_gauges_for_system(*, now: datetime) -> list[Gauge]:
    """By how receivers fare, and by why they are paused. One SQL statement beside the scope's."""
    with everything(), connection.cursor() as cursor:
        cursor.execute(_STATE, [now])
        found = {name: (float(many), float(lag)) for name, many, lag in cursor.fetchall()}
    return [*_waiting(found), *_paused(found)]


def _waiting(found: dict[str, tuple[float, float]]) -> Iterator[Gauge]:
    says = (
        ("helpdesk_webhook_deliveries_waiting", "Events for webhooks that have not arrived"),
        ("helpdesk_webhook_lag_seconds", "For how long the oldest of them has been due, or failed to arrive"),
    )
    for at, (name, sentence) in enumerate(says):
        for receiver in _RECEIVERS:
            value = found.get(receiver, (0.0, 0.0))[at]
            yield Gauge(name=name, says=sentence, value=value, labels={"receiver": receiver})


def _paused(found: dict[str, tuple[float, float]]) -> Iterator[Gauge]:
    for reason in PauseReason:
        yield Gauge(
            name="helpdesk_webhooks_paused",
            says="Webhooks that are paused",
            value=found.get(reason.value, (0.0, 0.0))[0],
            labels={"reason": reason.value},
        )
