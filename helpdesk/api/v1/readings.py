"""Readings: which administrator read which conversation, when and why; never a word of it."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.shapes import Cursor
from helpdesk.oversight import queries

router = Router()
_LIMIT = 100


class Reading(Schema):
    """`id` is the entry's; `conversation` may be read by `person` from `starts_at` until `ends_at`."""

    id: str
    person: str
    conversation: str
    title: str
    seller: str
    market: str
    reason: str
    starts_at: datetime
    ends_at: datetime


class Readings(Schema):
    """The latest first, and where to go on."""

    data: list[Reading]
    next: str | None


@router.get("", response=Readings)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
    mine: Annotated[bool, Query()] = False,
    market: Annotated[str | None, Query(), Field(max_length=20, pattern=r"^[A-Za-z0-9_-]+$")] = None,
) -> dict[str, Any]:
    """Everybody's readings, or one's own."""
    rows = queries.readings(actor=request.auth, limit=limit, after=position(after), mine=mine, market=market)
    last = rows[-1] if len(rows) == limit else None
    return {
        "data": [
            {
                "id": str(row.id),
                "person": row.person,
                "conversation": str(row.conversation),
                "title": row.title,
                "seller": row.seller,
                "market": row.market,
                "reason": row.reason.value,
                "starts_at": row.starts_at,
                "ends_at": row.ends_at,
            }
            for row in rows
        ],
        "next": placed(at=last.starts_at, id=last.id) if last else None,
    }
