"""Disputes of single verdicts, and what persons rule of obligations."""

from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Query, Router
from pydantic import Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import conversation_of, reference_of
from helpdesk.api.v1.dispute_shapes import (
    DisputedVerdict,
    DisputedVerdicts,
    Exclusion,
    Inclusion,
    NewDispute,
    Obligations,
    RulingStamp,
    Settlement,
    StandingPointInFull,
)
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Cursor, stamp
from helpdesk.api.v1.standing import point_shape
from helpdesk.archive.terms import Kept
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions
from helpdesk.oversight import queries as oversight
from helpdesk.standing import actions as standing
from helpdesk.standing import queries
from helpdesk.standing.terms import Point
from helpdesk.standing.terms.disputes import Dispute, Ruling

router, points, owed, conversations = Router(), Router(), Router(), Router()
_LIMIT = 100


@router.get("", response=DisputedVerdicts)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
    state: Annotated[Literal["waiting", "settled"], Query()] = "waiting",
) -> dict[str, Any]:
    """A shop's own, the latest first; at the desk those that wait, what is due first at the top, or (`state`)
    the latest decisions.
    """
    actor = request.auth
    if actor.side is not Side.ADMINISTRATOR:
        rows = queries.own_disputes(actor=actor, limit=limit, after=position(after))
        last = placed(at=rows[-1].at, id=rows[-1].ref.id) if len(rows) == limit else None
    elif state == "settled":
        rows, last = queries.disputes_settled(actor=actor, limit=limit), None
    else:
        rows = queries.disputes_waiting(actor=actor, limit=limit, after=position(after))
        last = placed(at=rows[-1].due_at, id=rows[-1].ref.id) if len(rows) == limit else None
    return {"data": [_dispute(one) for one in rows], "next": last}


@router.get("/{dispute}", response=DisputedVerdict)
def show(request: ApiRequest, dispute: str) -> dict[str, Any]:
    """For the shop's people; for the desk with a reading of its conversation in force."""
    ref = _ref(dispute)
    if request.auth.side is not Side.ADMINISTRATOR:
        return _dispute(queries.dispute_of(actor=request.auth, dispute=ref))
    return _dispute(oversight.read_dispute(actor=request.auth, now=clock.now(), dispute=ref))


@router.post("/{dispute}/settlements", response={201: RulingStamp}, openapi_extra=KEYED)
def settle(request: ApiRequest, dispute: str, body: Settlement) -> HttpResponse:
    """A reviewer or compliance decides, who did not make the verdict; it needs a reading in force."""
    return _kept(
        actions.settle_dispute(
            actor=request.auth,
            now=clock.now(),
            dispute=_ref(dispute),
            outcome=body.outcome,
            reason=body.reason or "",
            words=body.words,
            key=key_of(request),
        )
    )


@points.get("/points/{point}", response=StandingPointInFull)
def show_point(request: ApiRequest, point: str) -> dict[str, Any]:
    """One own obligation of the last year, with what was disputed and ruled of it."""
    ref = _point(point)
    found = queries.own_point(actor=request.auth, now=clock.now(), point=ref)
    line = point_shape(ref.seller_id, found.line, found.score, found.weights.prior)
    return (
        line
        | _ruled(found.line.point, found.ruling)
        | {"disputes": [_dispute(one) for one in found.disputes], "may_dispute": found.may_dispute}
    )


@points.post("/points/{point}/disputes", response={201: RulingStamp}, openapi_extra=KEYED)
def dispute_point(request: ApiRequest, point: str, body: NewDispute) -> HttpResponse:
    """A shop's owner or agent says that it should not count as it does; a person decides."""
    return _kept(
        standing.dispute_verdict(
            actor=request.auth,
            now=clock.now(),
            point=_point(point),
            claim=body.claim,
            words=body.words,
            key=key_of(request),
        )
    )


@conversations.get("/{conversation}/obligations", response=Obligations)
def obligations(request: ApiRequest, conversation: str) -> dict[str, Any]:
    """What the Seller owed in it, for the desk; it needs a reading in force."""
    ref = conversation_of(text=conversation)
    found = oversight.read_obligations(actor=request.auth, now=clock.now(), conversation=ref)
    return {"data": [_owed(ref.seller_id, point, ruling) for point, ruling in found]}


@owed.post("/{point}/exclusions", response={201: RulingStamp}, openapi_extra=KEYED)
def exclude(request: ApiRequest, point: str, body: Exclusion) -> HttpResponse:
    """A reviewer or compliance leaves it out of the score; it needs a reading in force."""
    return _kept(
        actions.exclude_obligation(
            actor=request.auth,
            now=clock.now(),
            point=_point(point),
            reason=body.reason,
            words=body.words,
            key=key_of(request),
        )
    )


@owed.post("/{point}/inclusions", response={201: RulingStamp}, openapi_extra=KEYED)
def include(request: ApiRequest, point: str, body: Inclusion) -> HttpResponse:
    """What was ruled is taken back: it counts exactly as before."""
    return _kept(
        actions.include_obligation(
            actor=request.auth, now=clock.now(), point=_point(point), words=body.words, key=key_of(request)
        )
    )


def _ref(text: str) -> Ref:
    return reference_of(text=text, missing="dispute.not_found")


def _point(text: str) -> Ref:
    return reference_of(text=text, missing="standing.not_found")


def _dispute(of: Dispute) -> dict[str, Any]:
    return {
        "id": str(of.ref),
        "point": str(of.point),
        "conversation": str(of.conversation),
        "verdict": str(Ref(of.ref.seller_id, of.verdict)),
        "seller": of.seller,
        "market": of.market,
        "claim": of.claim.value,
        "words": of.words,
        "at": of.at,
        "due_at": of.due_at,
        "settled_at": of.settled_at,
        "outcome": of.outcome.value if of.outcome else None,
        "reason": of.reason or None,
        "answer": of.answer,
    }


def _owed(seller_id: int, point: Point, ruling: Ruling | None) -> dict[str, Any]:
    return {
        "id": str(Ref(seller_id, point.id)),
        "matter": point.matter.value,
        "code": point.code,
        "deadline": clock.from_us(point.deadline),
        "state": point.state.value,
        "stands": point.stands.value,
    } | _ruled(point, ruling)


def _ruled(point: Point, ruling: Ruling | None) -> dict[str, Any]:
    return {
        "ruled": point.ruled.value if point.ruled else None,
        "ruled_at": ruling.at if ruling else None,
        "ruling": ruling.words if ruling else "",
    }


def _kept(kept: Kept) -> HttpResponse:
    response = answers.of({"archive": stamp(receipt=kept.receipt, seller_id=kept.seller_id)}, status=201)
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
