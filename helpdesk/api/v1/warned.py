"""Warnings: which questions used up how much of their time, and how they stand now."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.clocks import state
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.shapes import Cursor
from helpdesk.deadlines import queries
from helpdesk.deadlines.terms.warned import Warned
from helpdesk.kernel import clock

router = Router()
_LIMIT = 100


class WarningShape(Schema):
    """By `at` `percent` of the budget was used up; `clock` is the obligation's id, as at /clocks.

    `due_at` and `due_state` are those of now: a clock may have moved, or stopped, since.
    """

    conversation: str
    clock: str
    percent: int
    at: datetime
    due_at: datetime
    due_zone: str
    due_state: str
    answered_at: datetime | None


class Warnings(Schema):
    """The latest first, and where to go on."""

    data: list[WarningShape]
    next: str | None


@router.get("", response=Warnings)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
) -> dict[str, Any]:
    """What this Seller was warned of."""
    now = clock.now()
    rows = queries.warnings_of(actor=request.auth, limit=limit, after=position(after))
    last = rows[-1] if len(rows) == limit else None
    return {
        "data": [_shown(row, now) for row in rows],
        "next": placed(at=last.at, id=last.clock.obligation.id) if last else None,
    }


def _shown(row: Warned, now: datetime) -> dict[str, Any]:
    due = row.clock.obligation
    return {
        "conversation": str(row.conversation),
        "clock": str(due.id),
        "percent": row.percent,
        "at": row.at,
        "due_at": due.deadline,
        "due_zone": due.zone,
        "due_state": state(clock=row.clock, now=now),
        "answered_at": row.clock.answered_at,
    }
