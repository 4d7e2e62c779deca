"""Erasures: one administrator asks, a second one decides; what was erased stays provable."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Stamp, stamp
from helpdesk.archive.terms import Kept
from helpdesk.kernel import clock
from helpdesk.retention import actions, queries
from helpdesk.retention.terms import Denial, Ground, Outcome, RequestShown, Scope

router = Router()
_NUMBERS = 2_000_000_000
Note = Annotated[str, Field(max_length=5000)]  # the limit itself has its own refusal


class ErasureShape(Schema):
    """A request. `waiting`: it is approved, and the worker has yet to carry it out."""

    id: str
    scope: Scope
    ground: Ground
    conversation: str | None
    messages: list[int]
    conversations: int
    note: str
    asked_by: str
    asked_at: datetime
    outcome: Outcome | None
    denial: Denial | None
    settled_by: str
    settled_at: datetime | None
    waiting: bool


class Erasures(Schema):
    """Open ones with the oldest first, settled ones with the latest first."""

    data: list[ErasureShape]


class ErasureBody(Schema):
    """What is to go. `messages` are numbers of the conversation, for that scope; a buyer is its buyer."""

    model_config = ConfigDict(extra="forbid")

    scope: Scope
    ground: Ground
    conversation: str
    messages: Annotated[list[Annotated[int, Field(ge=0, le=_NUMBERS)]], Field(max_length=1000)] = []
    note: Note = ""


class DenialBody(Schema):
    """Why nothing goes."""

    model_config = ConfigDict(extra="forbid")

    denial: Denial
    note: Note = ""


class DeedShape(Schema):
    """The deed's entry."""

    id: str
    archive: Stamp


@router.get("", response=Erasures)
def index(
    request: ApiRequest,
    settled: bool = False,
    limit: Annotated[int, Query(), Field(ge=1, le=100)] = 50,
) -> dict[str, Any]:
    """What waits for a second administrator, or what was decided."""
    rows = queries.requests(actor=request.auth, is_open=not settled, limit=limit)
    return {"data": [_shape(row) for row in rows]}


@router.get("/{erasure}", response=ErasureShape)
def show(request: ApiRequest, erasure: UUID) -> dict[str, Any]:
    """One request."""
    return _shape(queries.request_of(actor=request.auth, id=erasure))


@router.post("", response={201: DeedShape}, openapi_extra=KEYED)
def ask(request: ApiRequest, response: HttpResponse, body: ErasureBody) -> Status[dict[str, Any]]:
    """Ask for an erasure. Nothing is gone by it."""
    kept = actions.request_erasure(
        actor=request.auth,
        now=clock.now(),
        scope=body.scope,
        ground=body.ground,
        conversation=reference_of(text=body.conversation, missing="conversation.not_found"),
        messages=body.messages,
        note=body.note,
        key=key_of(request),
    )
    return deed(response, kept)


@router.post("/{erasure}/approval", response={201: DeedShape}, openapi_extra=KEYED)
def approve(request: ApiRequest, response: HttpResponse, erasure: UUID) -> Status[dict[str, Any]]:
    """Approve it: what it names is gone within seconds, for everybody and for good."""
    kept = actions.approve_erasure(actor=request.auth, now=clock.now(), request=erasure, key=key_of(request))
    return deed(response, kept)


@router.post("/{erasure}/refusal", response={201: DeedShape}, openapi_extra=KEYED)
def refuse(
    request: ApiRequest, response: HttpResponse, erasure: UUID, body: DenialBody
) -> Status[dict[str, Any]]:
    """Refuse it, and say why."""
    kept = actions.refuse_erasure(
        actor=request.auth,
        now=clock.now(),
        request=erasure,
        denial=body.denial,
        note=body.note,
        key=key_of(request),
    )
    return deed(response, kept)


def deed(response: HttpResponse, kept: Kept) -> Status[dict[str, Any]]:
    """201 with the entry, marked where it was there before."""
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    archive = stamp(receipt=kept.receipt, seller_id=kept.seller_id)
    return Status(201, {"id": str(kept.receipt.entry), "archive": archive})


def _shape(one: RequestShown) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "scope": one.scope,
        "ground": one.ground,
        "conversation": str(one.conversation) if one.conversation else None,
        "messages": list(one.messages),
        "conversations": one.conversations,
        "note": one.note,
        "asked_by": one.asked_by,
        "asked_at": one.asked_at,
        "outcome": one.outcome,
        "denial": one.denial,
        "settled_by": one.settled_by,
        "settled_at": one.settled_at,
        "waiting": one.waiting,
    }
