"""The warnings that a seller was given: what was about to be late, and how it stands now."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

from helpdesk.archive.database.scope import acting
from helpdesk.deadlines.models import Obligation
from helpdesk.deadlines.queries.obligations import clock_of
from helpdesk.deadlines.terms.warned import Warned
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden

_MOST = 100
_WARNINGS = """
    SELECT w.percent, w.at AS warned_at, o.*
    FROM deadlines_warning w
    JOIN deadlines_obligation o ON o.seller_id = w.seller_id AND o.id = w.obligation_id
    WHERE w.seller_id = %s
      AND (%s::timestamptz IS NULL OR (w.at, w.obligation_id) < (%s::timestamptz, %s::uuid))
    ORDER BY w.at DESC, w.obligation_id DESC
    LIMIT %s
"""


def warnings_of(
    *, actor: Actor, limit: int = _MOST, after: tuple[datetime, UUID] | None = None
) -> list[Warned]:
    """This seller's warnings, the latest first; `after` is (at, obligation) of the last one seen.

    One SQL statement beside the scope's. Raises Forbidden for other sides.
    """
    if actor.side is not Side.SELLER or actor.seller_id is None:
        raise Forbidden("warning.not_yours")
    at, id = after or (None, None)  # one obligation is warned of once at an instant
    with acting(actor), connection.cursor() as cursor:
        cursor.execute(_WARNINGS, [actor.seller_id, at, at, id, limit])
        names = [column.name for column in cursor.description or ()][2:]
        return [_warned(percent, at, dict(zip(names, rest, strict=True))) for percent, at, *rest in cursor]


def _warned(percent: int, at: datetime, columns: dict[str, Any]) -> Warned:
    row = Obligation(**columns)
    return Warned(conversation=Ref(row.seller_id, row.chain), percent=percent, at=at, clock=clock_of(row))
