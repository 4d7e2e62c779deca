"""What has been named and has not arrived."""

from datetime import datetime
from typing import Annotated, Any

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.v1.platform import NamedThing, named
from helpdesk.marketplace import queries
from helpdesk.marketplace.terms.stubs import Incomplete

router = Router()

_Limit = Annotated[int, Query(), Field(ge=1, le=200)]
_After = Annotated[str, Query(description="`next` of the page before."), Field(max_length=200)]


class IncompleteThing(Schema):
    """A thing that others name. `waiting` of those `named_by` are kept back until it arrives."""

    type: str
    external_id: str
    id: str | None = Field(description="ours, for an order or an offer that pages show already")
    since: datetime
    named_by: int
    waiting: int
    examples: list[NamedThing]


class IncompleteList(Schema):
    """Some of them, the one that has waited longest first, and how many there are in all."""

    data: list[IncompleteThing]
    total: int
    next: str | None


@router.get("/incomplete", response=IncompleteList)
def listed(request: ApiRequest, limit: _Limit = 50, after: _After = "") -> dict[str, Any]:
    """For administrators and the Platform: what to send, and what waits for it."""
    page = queries.incomplete(actor=request.auth, limit=limit, after=after)
    return {"data": [_shape(thing) for thing in page.data], "total": page.total, "next": page.next or None}


def _shape(thing: Incomplete) -> dict[str, Any]:
    return {
        **named(thing.name),
        "id": str(thing.ref) if thing.ref else None,
        "since": thing.since,
        "named_by": thing.named_by,
        "waiting": thing.waiting,
        "examples": [named(name) for name in thing.examples],
    }
