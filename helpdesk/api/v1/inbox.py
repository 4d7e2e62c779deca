"""The Seller's inbox: what waits for an answer, by deadline."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.due import Due, due
from helpdesk.api.v1.shapes import Cursor
from helpdesk.conversations import queries
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Invalid
from helpdesk.teamwork import queries as teamwork

router = Router()
_LIMIT = 100
_Market = Annotated[
    str | None,
    Query(description="As in `pl`; absent: all markets. An unknown market holds nothing."),
    Field(max_length=20),
]


_View = Annotated[
    str,
    Query(description="As in `mine`, `nobody`, `snoozed` or `tag:urgent`; absent: all, put off or not."),
    Field(max_length=50),
]


class Waiting(Due):
    """An open question; `preview` is its beginning."""

    id: str
    buyer: str
    market: str
    language: str
    about: str
    title: str
    preview: str
    imported: bool


class Inbox(Schema):
    """Rows, the most urgent first, and where to go on."""

    data: list[Waiting]
    next: str | None


class Lanes(Schema):
    """How many open questions stand in each lane now; `due_on` is the day that `due_today` speaks of.

    On a closed day that is the next open one; it is null while nobody waits.
    """

    late: int
    due_today: int
    later: int
    due_on: date | None


class CountedView(Schema):
    """A view by the name that `view` takes, and how many open questions the Seller's page shows in it."""

    view: str
    waiting: int


class Views(Schema):
    """`all`, `mine`, `nobody` and `snoozed`, then the shop's tags in their order.

    What is put off and due later counts in `snoozed` and by tag only.
    """

    data: list[CountedView]


@router.get("", response=Inbox)
def inbox(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
    market: _Market = None,
    view: _View = "",
) -> HttpResponse:
    """Open questions to this Seller."""
    now = clock.now()
    rows = teamwork.inbox_in(
        actor=request.auth,
        now=now,
        view=teamwork.view_named(written=view),
        limit=limit,
        after=_read(after),
        market=market,
    )
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
                "imported": row.imported,
                **due(obligation=row.obligation, now=now),
            }
            for row in rows
        ],
        "next": f"{clock.to_us(last.deadline)}.{last.id.hex}" if last else None,
    }
    request.next_place = shown["next"]  # type: ignore[attr-defined]
    return answers.of(shown)


@router.get("/lanes", response=Lanes)
def lanes(request: ApiRequest, market: _Market = None) -> HttpResponse:
    """Late, due today, later: how many questions wait."""
    bounds = queries.lane_bounds(actor=request.auth, now=clock.now())
    found = queries.lanes(actor=request.auth, bounds=bounds, limit=0, after={}, market=market)
    counts = {lane.lane.value: lane.waiting for lane in found.lanes}
    return answers.of({**counts, "due_on": found.due_on})


@router.get("/views", response=Views)
def views(request: ApiRequest, market: _Market = None) -> HttpResponse:
    """The inbox's views: how many questions wait in each."""
    found = teamwork.views(actor=request.auth, now=clock.now(), market=market)
    return answers.of({"data": [{"view": str(one.view), "waiting": one.waiting} for one in found.counted]})


def _read(cursor: str | None) -> tuple[datetime, UUID] | None:
    if cursor is None:
        return None
    at, _, id = cursor.partition(".")
    try:
        return clock.from_us(int(at)), UUID(hex=id)
    except (ValueError, OverflowError):
        raise Invalid("input.cursor", field="after") from None
