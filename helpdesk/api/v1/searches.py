"""Searches of administrators through what people wrote: each with a reason, each on record."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.v1.files import File, file_shape
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Stamp, stamp
from helpdesk.kernel import clock
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import MOST_WORDS, Reason

router = Router()


class SearchBody(Schema):
    """For which words, and why: both stay on record. Filters may stand among them, as in `GET /search`."""

    model_config = ConfigDict(extra="forbid")

    words: Annotated[str, Field(max_length=MOST_WORDS)]
    reason: Reason
    market: Annotated[str, Field(max_length=20, pattern=r"^[A-Za-z0-9_-]+$")] | None = None


class SearchKept(Schema):
    """The search: its result stands at `GET /searches/{id}` for 30 minutes, for this administrator."""

    id: str
    archive: Stamp


class FoundFile(File):
    """A conversation without a word of it: how often the words stand in it, and when last."""

    times: int
    said_at: datetime


class Result(Schema):
    """The latest first, at most 50. `forgiving`: nothing is written quite so, and this comes close."""

    words: str
    reason: str
    ends_at: datetime
    data: list[FoundFile]
    more: bool
    forgiving: bool


class SearchShape(Schema):
    """Who searched, why and when; never for what."""

    id: str
    person: str
    reason: str
    starts_at: datetime


class Searches(Schema):
    """The latest first, at most 50."""

    data: list[SearchShape]


@router.post("", response={201: SearchKept}, openapi_extra=KEYED)
def search(request: ApiRequest, response: HttpResponse, body: SearchBody) -> Status[dict[str, Any]]:
    """For support, reviewers, compliance and auditors."""
    kept = actions.search_words(
        actor=request.auth,
        now=clock.now(),
        words=body.words,
        reason=body.reason.value,
        key=key_of(request),
        market=body.market,
    )
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    stored = stamp(receipt=kept.receipt, seller_id=kept.seller_id)
    return Status(201, {"id": str(kept.receipt.entry), "archive": stored})


@router.get("", response=Searches)
def index(request: ApiRequest) -> dict[str, Any]:
    """Everybody's."""
    return {
        "data": [
            {
                "id": str(one.id),
                "person": one.person,
                "reason": one.reason.value,
                "starts_at": one.starts_at,
            }
            for one in queries.searches(actor=request.auth)
        ]
    }


@router.get("/{search}", response=Result)
def result(request: ApiRequest, search: UUID) -> dict[str, Any]:
    """One's own, while it lasts."""
    found = queries.searched(actor=request.auth, now=clock.now(), search=search)
    return {
        "words": found.words,
        "reason": found.reason.value,
        "ends_at": found.ends_at,
        "data": [file_shape(row.file) | {"times": row.times, "said_at": row.said_at} for row in found.files],
        "more": found.more,
        "forgiving": found.forgiving,
    }
