"""Files: how an administrator finds a conversation, and says why it has to be read."""

from datetime import UTC, datetime, time
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import conversation_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Day, Stamp, stamp
from helpdesk.kernel import clock
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import File as Found
from helpdesk.oversight.terms import Reason

files, readings = Router(), Router()


class File(Schema):
    """A conversation without a word of it."""

    id: str
    about: str
    title: str
    seller: str
    market: str
    started_at: datetime
    last_at: datetime
    imported: bool


class Files(Schema):
    """At most 50; whoever gets more says more."""

    data: list[File]


class Why(Schema):
    """The reason, which stays on record."""

    model_config = ConfigDict(extra="forbid")

    reason: Reason


class Opened(Schema):
    """The reading's entry; it lasts 30 minutes."""

    archive: Stamp


@files.get("", response=Files)
def find(
    request: ApiRequest,
    words: Annotated[str, Query(), Field(max_length=100)] = "",
    since: Annotated[Day | None, Query()] = None,
    until: Annotated[Day | None, Query()] = None,
) -> dict[str, Any]:
    """By the start of an order's number or an offer's title, by a name, or by a conversation's id.

    `since` and `until` are days in UTC, both inclusive: of those found, the conversations that began by
    `until` and were written in since `since`. They find without words, too.
    """
    found = queries.find_files(
        actor=request.auth,
        words=words,
        since=datetime.combine(since, time(), UTC) if since else None,
        until=datetime.combine(until, time.max, UTC) if until else None,
    )
    return {"data": [file_shape(file) for file in found]}


def file_shape(file: Found) -> dict[str, Any]:
    """A conversation as lists have it."""
    return {
        "id": str(file.conversation),
        "about": file.about.value,
        "title": file.title,
        "seller": file.seller,
        "market": file.market,
        "started_at": file.started_at,
        "last_at": file.last_at,
        "imported": file.imported,
    }


@readings.post("/{conversation}/readings", response={201: Opened}, openapi_extra=KEYED)
def open_file(
    request: ApiRequest, response: HttpResponse, conversation: str, body: Why
) -> Status[dict[str, Any]]:
    """Open a conversation for reading."""
    kept = actions.open_file(
        actor=request.auth,
        now=clock.now(),
        conversation=conversation_of(text=conversation),
        reason=body.reason.value,
        key=key_of(request),
    )
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return Status(201, {"archive": stamp(receipt=kept.receipt, seller_id=kept.seller_id)})
