"""What a monitor reads of the clocks: open questions by market, how many are due soon, how many late."""

from datetime import datetime, timedelta

from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.gauge import Gauge

SOON = timedelta(hours=4)
_CLOCKS = """
    SELECT m.code, count(o.id), count(*) FILTER (WHERE o.deadline < %(now)s),
           count(*) FILTER (WHERE o.deadline >= %(now)s AND o.deadline < %(soon)s),
           coalesce(extract(epoch FROM %(now)s::timestamptz - min(o.deadline)), 0)
    FROM marketplace_market m
    LEFT JOIN (
        SELECT o.id, o.deadline, c.market FROM deadlines_obligation o
        JOIN conversations_conversation c ON c.seller_id = o.seller_id AND c.id = o.chain
        WHERE o.answered_at IS NULL
    ) o ON o.market = m.code
    GROUP BY m.code ORDER BY m.code
"""
_SAYS = (
    ("helpdesk_obligations_open", "Questions that wait for an answer"),
    ("helpdesk_obligations_overdue", "Of these, those whose deadline has passed"),
    ("helpdesk_obligations_due_soon", "Of these, those due within four hours"),
    ("helpdesk_obligation_overdue_longest_seconds", "Since when the longest overdue one is"),
)


def clock_gauges_for_system(*, now: datetime) -> list[Gauge]:
    """By market. One SQL statement beside the scope's."""
    with everything(), connection.cursor() as cursor:
        cursor.execute(_CLOCKS, {"now": now, "soon": now + SOON})
        rows = cursor.fetchall()
    return [
        Gauge(name=name, says=says, value=max(0.0, float(numbers[at])), labels={"market": market})
        for at, (name, says) in enumerate(_SAYS)
        for market, *numbers in rows
    ]
