"""Events: what the record says, for machines that read on from where they stopped."""

from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.webhooks import queries
from helpdesk.webhooks.terms import MAX_PAGE

router = Router()


class Reference(Schema):
    """Another entry, and what this one does to it."""

    how: str
    entry: str


class EventData(Schema):
    """Ids and codes. What was said is read at the address of what it is about, by those who may."""

    entry: str = Field(description="The entry, at /entries.")
    n: int = Field(description="Its place on its subject's chain, from 0.")
    side: Literal["buyer", "seller", "administrator", "platform", "system"]
    seller: str | None = Field(None, description="The Seller, by the Platform's own id.")
    conversation: str | None = None
    case: str | None = None
    refers: list[Reference]


class Event(Schema):
    """A CloudEvent (1.0, JSON). Events of one `subject` are in its order; `id` never changes."""

    specversion: Literal["1.0"]
    id: str
    source: str
    type: str = Field(description="`helpdesk.` and the kind of entry. New ones may come.")
    subject: str
    time: str
    datacontenttype: Literal["application/json"]
    data: EventData
    archivenumber: int = Field(description="Its place in the order of the log.")
    leafhash: str = Field(description="SHA-256 of the entry's leaf (RFC 6962), in hex.")


class Events(Schema):
    """In the order of the log. `next`: ask again with it as `after`; null: this is all by now.

    `last`: everything up to this number has been looked at, so that a later question may begin there.
    """

    data: list[Event]
    next: int | None
    last: int


@router.get("", response=Events, exclude_unset=True)
def index(
    request: ApiRequest,
    after: Annotated[int, Query(), Field(ge=-1, le=1 << 53)] = -1,
    limit: Annotated[int, Query(), Field(ge=1, le=MAX_PAGE)] = 100,
    kinds: Annotated[
        str, Query(max_length=4000, description="Kinds of entries, comma between; none: all that are sent.")
    ] = "",
) -> dict[str, Any]:
    """What is published of entries after a number: the Platform reads all, a Seller's tools their own."""
    wanted = [kind for kind in kinds.split(",") if kind]
    page = queries.feed(actor=request.auth, after=after, limit=limit, kinds=wanted)
    return {"data": page.events, "next": page.next, "last": page.last}
