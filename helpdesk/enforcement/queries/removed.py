"""Open cases of Sellers who were removed, which nobody but the Platform can bring to an end."""

from datetime import datetime
from typing import Final
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.cases.terms.names import BEFORE_PLATFORM
from helpdesk.kernel.ids import Ref

THERE: Final = (*BEFORE_PLATFORM, "decided_for_buyer", "decided_for_seller")

# Each once for every removal: what the Platform has decided is not put before it again by itself.
_LEFT_BEHIND = """
    SELECT c.seller_id, c.id, r.measure_id
    FROM marketplace_restriction r JOIN cases_case c ON c.seller_id = r.seller_id
    WHERE r.kind = 'removal' AND r.starts_at <= %s::timestamptz
    AND coalesce(least(r.ends_at, r.lifted_at), 'infinity') > %s::timestamptz
    AND c.ended_at IS NULL
    AND c.stage <> ALL(%s::text[])
    AND NOT EXISTS (SELECT FROM cases_step s WHERE s.seller_id = c.seller_id AND s.case_id = c.id
                    AND s.step = 'put_before_platform' AND s.at >= r.starts_at)
    ORDER BY c.at, c.id LIMIT %s::bigint
"""


def left_behind(*, at: datetime, limit: int) -> list[tuple[Ref, UUID]]:
    """Cases with the measure that removed their Seller, the oldest first, in the present scope: those that
    are not before the Platform and that this removal has not brought there yet. One SQL statement.
    """
    rows = hot.rows(_LEFT_BEHIND, [at, at, [*THERE], limit])
    return [(Ref(seller_id, case), measure) for seller_id, case, measure in rows]
