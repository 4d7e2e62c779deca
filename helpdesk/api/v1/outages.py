"""Outages: the hours that count for nobody; proposed by many, published by a platform administrator."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import AwareDatetime, ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Stamp, stamp
from helpdesk.deadlines import actions, queries
from helpdesk.deadlines.terms.outages import Dismissal, OutageProposed, OutageReason, OutageSource
from helpdesk.kernel import clock

router = Router()
_NUMBERS = 2_000_000_000
Note = Annotated[str, Field(max_length=5000)]  # the limit itself has its own refusal


class OutageShape(Schema):
    """A published outage: no clock counts from `starts_at` until just before `ends_at`."""

    number: int
    starts_at: datetime
    ends_at: datetime
    reason: OutageReason
    note: str
    source: OutageSource
    published_at: datetime


class Outages(Schema):
    """The latest first; `next` is the `before` of the rest."""

    data: list[OutageShape]
    next: int | None


class ProposalShape(Schema):
    """An outage that nobody has decided on; `by` is empty where it was measured."""

    id: str
    starts_at: datetime
    ends_at: datetime
    reason: OutageReason
    note: str
    source: OutageSource
    proposed_at: datetime
    by: str


class Proposals(Schema):
    """The one that began first at the top."""

    data: list[ProposalShape]


class ForeseenShape(Schema):
    """Open deadlines that would come later, how many of them are late now and would not be, and late answers
    that would be corrected to in time."""

    moved: int
    rescued: int
    corrected: int


class DeclarationBody(Schema):
    """What is declared. `certain`: it really lasted more than a week."""

    model_config = ConfigDict(extra="forbid")

    starts_at: AwareDatetime = Field(examples=["2026-11-10T09:00:00Z"])
    ends_at: AwareDatetime = Field(examples=["2026-11-10T11:30:00Z"])
    reason: OutageReason
    note: Note = ""
    certain: bool = False


class DeclaredShape(Schema):
    """The proposal."""

    id: str


class PublicationBody(Schema):
    """What everybody reads; null: as it was proposed."""

    model_config = ConfigDict(extra="forbid")

    reason: OutageReason | None = None
    note: Note | None = None


class PublishedShape(Schema):
    """The outage's number, and its archive entry."""

    number: int
    archive: Stamp


class DismissalBody(Schema):
    """Why it is not published."""

    model_config = ConfigDict(extra="forbid")

    why: Dismissal


@router.get("", response=Outages, auth=None)
def index(
    request: HttpRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=100)] = queries.OUTAGES,
    before: Annotated[int | None, Query(), Field(ge=1, le=_NUMBERS)] = None,
) -> dict[str, Any]:
    """What was published, for everybody."""
    rows = queries.published_outages_for_system(limit=limit, before=before)
    return {"data": rows, "next": rows[-1].number if len(rows) == limit else None}


@router.get("/proposals", response=Proposals)
def proposals(request: ApiRequest) -> dict[str, Any]:
    """What waits for a decision."""
    return {"data": [_proposal(one) for one in queries.proposed_outages(actor=request.auth)]}


@router.get("/proposals/{proposal}/preview", response=ForeseenShape)
def preview(request: ApiRequest, proposal: UUID) -> dict[str, Any]:
    """What publishing it would do now."""
    found = queries.proposed_outage(actor=request.auth, id=proposal)
    seen = queries.foreseen_of_outage(actor=request.auth, now=clock.now(), proposal=found)
    return {"moved": seen.moved, "rescued": seen.rescued, "corrected": seen.corrected}


@router.post("/proposals", response={201: DeclaredShape}, openapi_extra=KEYED)
def declare(request: ApiRequest, response: HttpResponse, body: DeclarationBody) -> Status[dict[str, Any]]:
    """Propose an outage that is over; nothing changes until it is published."""
    declared = actions.declare_outage(
        actor=request.auth,
        now=clock.now(),
        starts_at=body.starts_at,
        ends_at=body.ends_at,
        reason=body.reason,
        note=body.note,
        certain=body.certain,
        key=key_of(request),
    )
    _mark(response, replayed=declared.replayed)
    return Status(201, {"id": str(declared.id)})


@router.post("/proposals/{proposal}/publication", response={201: PublishedShape}, openapi_extra=KEYED)
def publish(
    request: ApiRequest, response: HttpResponse, proposal: UUID, body: PublicationBody
) -> Status[dict[str, Any]]:
    """Publish it: from now on these hours count for nobody, and every deadline that ran is counted again."""
    published = actions.publish_outage(
        actor=request.auth,
        now=clock.now(),
        proposal=proposal,
        key=key_of(request),
        reason=body.reason,
        note=body.note,
    )
    kept = published.kept
    _mark(response, replayed=kept.replayed)
    archive = stamp(receipt=kept.receipt, seller_id=kept.seller_id)
    return Status(201, {"number": published.number, "archive": archive})


@router.post("/proposals/{proposal}/dismissal", response={204: None}, openapi_extra=KEYED)
def dismiss(request: ApiRequest, response: HttpResponse, proposal: UUID, body: DismissalBody) -> Status[None]:
    """Do not publish it, and say why."""
    key_of(request)  # asked for as everywhere; who repeats the same decision repeats the same deed
    replayed = actions.dismiss_outage(actor=request.auth, now=clock.now(), proposal=proposal, why=body.why)
    _mark(response, replayed=replayed)
    return Status(204, None)


def _mark(response: HttpResponse, *, replayed: bool) -> None:
    if replayed:
        response.headers["Idempotency-Replayed"] = "true"


def _proposal(one: OutageProposed) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
        "reason": one.reason,
        "note": one.note,
        "source": one.source,
        "proposed_at": one.proposed_at,
        "by": one.by,
    }
