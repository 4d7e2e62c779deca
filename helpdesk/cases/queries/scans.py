"""Parcels of running cases that came, as the Platform's records say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import connection

from helpdesk.kernel.ids import Ref

# A parcel without a number stands for the only one on its way; what came before it was sent is another's.
_CAME: Final = """
    SELECT c.seller_id, c.id, c.chain, c.stage, s.delivered_at
    FROM cases_case c
    JOIN marketplace_shipment s ON s.seller_id = c.seller_id AND s.order_id = c.order_id
    WHERE c.ended_at IS NULL AND c.stage IN ('sent', 'dispatched') AND s.delivered_at IS NOT NULL
      AND s.direction = CASE c.stage WHEN 'sent' THEN 'back' ELSE 'out' END
      AND s.delivered_at <= %s
      AND s.delivered_at > to_timestamp((c.state -> 'since' ->> c.stage)::bigint / 1000000.0)
      AND NOT c.state -> 'since' ? CASE c.stage WHEN 'sent' THEN 'scanned' ELSE 'delivered' END
      AND (s.tracking = '' OR coalesce(c.state -> 'facts' ->> 'tracking', s.tracking) = s.tracking)
    ORDER BY s.delivered_at, c.seller_id, c.id LIMIT %s
"""
_STEPS: Final = {"sent": "scanned", "dispatched": "delivered"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A case whose parcel came at an instant; `step` is what the record of it is called."""

    case: Ref
    conversation: Ref
    step: str
    at: datetime


def scans(*, now: datetime, limit: int) -> list[Scan]:
    """Of all sellers, in the present scope, the earliest first. One SQL statement."""
    with connection.cursor() as cursor:
        cursor.execute(_CAME, [now, limit])
        rows = cursor.fetchall()
    found: dict[Ref, Scan] = {}
    for seller_id, id, chain, stage, at in rows:
        case = Ref(seller_id, id)
        found.setdefault(case, Scan(case=case, conversation=Ref(seller_id, chain), step=_STEPS[stage], at=at))
    return list(found.values())
