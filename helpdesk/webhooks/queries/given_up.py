"""Whose events were given up lately: their owners are told by whoever looks."""

from collections.abc import Mapping
from datetime import datetime

from django.db import connection

from helpdesk.archive.database.scope import everything
from helpdesk.kernel.ids import Ref
from helpdesk.webhooks.terms import TOLD_WITHIN

_GIVEN_UP = """
    SELECT d.seller_id, d.endpoint_id, max(d.done_at)
    FROM webhooks_delivery d
    JOIN webhooks_endpoint e ON e.seller_id = d.seller_id AND e.id = d.endpoint_id
    WHERE d.state = 'dead' AND d.answer <> 'paused' AND d.done_at > %s
      AND e.paused_at IS NULL AND e.removed_at IS NULL
    GROUP BY d.seller_id, d.endpoint_id
"""


def given_up_for_system(*, now: datetime) -> Mapping[Ref, datetime]:
    """Endpoints with events that nobody took to the end, within TOLD_WITHIN, and when the last of each was.

    What died with a pause is none of them: the pause is told. One SQL statement beside the scope's.
    """
    with everything(), connection.cursor() as cursor:
        cursor.execute(_GIVEN_UP, [now - TOLD_WITHIN])
        return {Ref(seller_id, id): at for seller_id, id, at in cursor.fetchall()}
