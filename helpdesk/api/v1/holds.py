"""Legal holds: what they cover is neither erased on request nor by its period; two people lift one."""

from datetime import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of
from helpdesk.api.v1.erasures import DeedShape, Note, deed
from helpdesk.api.v1.posting import KEYED
from helpdesk.kernel import clock
from helpdesk.retention import actions, queries
from helpdesk.retention.terms import HoldOn, HoldReason, HoldShown

router = Router()


class HoldShape(Schema):
    """A hold. `subject` is what people call the thing: a title, a shop's or a buyer's name."""

    id: str
    on: HoldOn
    subject: str
    conversation: str | None
    reason: HoldReason
    note: str
    placed_by: str
    placed_at: datetime
    lift_asked_by: str
    lift_asked_at: datetime | None
    lifted_by: str
    lifted_at: datetime | None


class Holds(Schema):
    """The latest first."""

    data: list[HoldShape]


class HoldBody(Schema):
    """What nothing may be erased of: the conversation, or its order, seller or buyer."""

    model_config = ConfigDict(extra="forbid")

    on: HoldOn
    reason: HoldReason
    conversation: str
    note: Note = ""


@router.get("", response=Holds)
def index(
    request: ApiRequest,
    lifted: bool = False,
    limit: Annotated[int, Query(), Field(ge=1, le=100)] = 50,
) -> dict[str, Any]:
    """Those in force, or those that were lifted."""
    rows = queries.holds(actor=request.auth, in_force=not lifted, limit=limit)
    return {"data": [_shape(row) for row in rows]}


@router.post("", response={201: DeedShape}, openapi_extra=KEYED)
def place(request: ApiRequest, response: HttpResponse, body: HoldBody) -> Status[dict[str, Any]]:
    """Place a hold."""
    kept = actions.place_hold(
        actor=request.auth,
        now=clock.now(),
        on=body.on,
        reason=body.reason,
        conversation=reference_of(text=body.conversation, missing="conversation.not_found"),
        note=body.note,
        key=key_of(request),
    )
    return deed(response, kept)


@router.post("/{hold}/lift-request", response={204: None}, openapi_extra=KEYED)
def ask_to_lift(request: ApiRequest, hold: UUID) -> Status[None]:
    """Ask to lift it: the first of two. To ask again changes nothing."""
    key_of(request)  # asked for as everywhere; to ask twice is to ask once
    actions.ask_to_lift_hold(actor=request.auth, now=clock.now(), hold=hold)
    return Status(204, None)


@router.post("/{hold}/lifting", response={201: DeedShape}, openapi_extra=KEYED)
def lift(request: ApiRequest, response: HttpResponse, hold: UUID) -> Status[dict[str, Any]]:
    """Lift it: the second of two."""
    return deed(
        response, actions.lift_hold(actor=request.auth, now=clock.now(), hold=hold, key=key_of(request))
    )


def _shape(one: HoldShown) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "on": one.on,
        "subject": one.subject,
        "conversation": str(one.conversation) if one.conversation else None,
        "reason": one.reason,
        "note": one.note,
        "placed_by": one.placed_by,
        "placed_at": one.placed_at,
        "lift_asked_by": one.lift_asked_by,
        "lift_asked_at": one.lift_asked_at,
        "lifted_by": one.lifted_by,
        "lifted_at": one.lifted_at,
    }
