"""The Seller's inbox: what waits for an answer, by deadline."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.shapes import Cursor, Due, due
from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Invalid

router = Router()
_LIMIT = 100


class Waiting(Due):
    """An open question; `preview` is its beginning."""

    id: str
    buyer: str
    market: str
    language: str
    about: str
    title: str
    preview: str


class Inbox(Schema):
    """Rows, the most urgent first, and where to go on."""

    data: list[Waiting]
    next: str | None


@router.get("", response=Inbox)
def inbox(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
) -> HttpResponse:
    """Open questions to this Seller."""
    now = clock.now()
    rows = queries.inbox(actor=request.auth, limit=limit, after=_read(after))
    last = rows[-1].obligation if len(rows) == limit else None
    shown = {
        "data": [
            {
                "id": str(row.conversation),
                "buyer": row.buyer,
                "market": row.market,
                "language": row.language,
                "about": row.about.value,
                "title": row.title,
                "preview": row.preview,
                **due(obligation=row.obligation, now=now),
            }
            for row in rows
        ],
        "next": f"{clock.to_us(last.deadline)}.{last.id.hex}" if last else None,
    }
    return answers.of(shown)


def _read(cursor: str | None) -> tuple[datetime, UUID] | None:
    if cursor is None:
        return None
    at, _, id = cursor.partition(".")
    try:
        return clock.from_us(int(at)), UUID(hex=id)
    except (ValueError, OverflowError):
        raise Invalid("input.cursor", field="after") from None
