"""Measures: a Seller's own; and what is proposed and decided, at the desk or by the Platform's persons."""

from typing import Annotated, Any, Literal
from uuid import UUID, uuid5

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of
from helpdesk.api.v1.changes import After, ChangedMeasures, Limit, changed_measure, feed
from helpdesk.api.v1.measure_shapes import (
    DecisionKept,
    LiftingBody,
    LiftingKept,
    MeasureDecisionBody,
    MeasureList,
    MeasureProposalShape,
    MeasureShape,
    ProposalList,
    PublishedTracks,
    measure_shape,
    proposal_shape,
)
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import stamp
from helpdesk.archive.terms import Kept
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms import Choice, Decided, Decider, Exemption, MeasureKind
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid

router, proposals = Router(), Router()
_PLATFORMS_PEOPLE = UUID("6f0c1a52-3c1f-4a0e-9d53-0d8d2f5f7c11")
"""Under which the Platform's own ids of persons become ours: the same person is the same one, always."""


@router.get("", response=MeasureList | ChangedMeasures)
def index(
    request: ApiRequest, changed_after: Annotated[After | None, Query()] = None, limit: Limit = 50
) -> dict[str, Any]:
    """A Seller's own, at the desk and to the Platform those of all, the latest first.

    With `changed_after` instead what was imposed, announced, stayed, resumed or lifted behind that number of
    the log, in its order.
    """
    if changed_after is None:
        return {"data": [measure_shape(one) for one in queries.measures_of(actor=request.auth, limit=limit)]}
    found = queries.measures_changed(actor=request.auth, after=changed_after, limit=limit)
    return feed(data=[changed_measure(one) for one in found.rows], through=found.through, more=found.more)


@router.get("/tracks", response=PublishedTracks, auth=None)
def tracks(request: HttpRequest) -> dict[str, Any]:
    """What leads to which measure, for everybody: the version in force, and those that are announced."""
    now, coming = queries.published_tracks_for_system(on=clock.now().date())
    return {"in_force": _version(now), "announced": [_version(one) for one in coming]}


@router.get("/{measure}", response=MeasureShape)
def show(request: ApiRequest, measure: str) -> dict[str, Any]:
    """One with its statement of reasons."""
    return measure_shape(queries.measure_of(actor=request.auth, measure=_measure(measure)))


@router.post("/{measure}/liftings", response={201: LiftingKept}, openapi_extra=KEYED)
def lift(request: ApiRequest, measure: str, body: LiftingBody) -> HttpResponse:
    """Compliance lifts it: what it took is given back at once."""
    found = _measure(measure)
    kept = actions.lift_measure(
        actor=request.auth, now=clock.now(), measure=found, reason=body.reason, key=key_of(request)
    )
    return _kept(kept, {"measure": str(found)})


@proposals.get("", response=ProposalList)
def waiting(
    request: ApiRequest, state: Annotated[Literal["waiting", "settled"], Query()] = "waiting"
) -> dict[str, Any]:
    """What waits for a decision, the gravest first; or what was settled."""
    found = queries.settled if state == "settled" else queries.waiting
    return {"data": [proposal_shape(one) for one in found(actor=request.auth)]}


@proposals.get("/{proposal}", response=MeasureProposalShape)
def proposed(request: ApiRequest, proposal: str) -> dict[str, Any]:
    """One with its facts, and what persons decided so far."""
    return proposal_shape(queries.proposal_of(actor=request.auth, proposal=_proposal(proposal)))


@proposals.post("/{proposal}/decisions", response={201: DecisionKept}, openapi_extra=KEYED)
def decide(request: ApiRequest, proposal: str, body: MeasureDecisionBody) -> HttpResponse:
    """A person decides. The Platform names who did: two for more than a week, without them 422."""
    ref, named = _proposal(proposal), [_named(one.id, one.name) for one in body.decided_by]
    if body.decision == "decline":
        kept = actions.decline_measure(
            actor=request.auth,
            now=clock.now(),
            proposal=ref,
            reason=body.reason,
            key=key_of(request),
            decider=named[0] if named else None,
        )
        return _kept(kept, {"measure": None, "waits_for": 0})
    done = _approved(request.auth, ref, body, named, key_of(request))
    told = {"measure": str(done.measure) if done.measure else None, "waits_for": done.waits_for}
    return _kept(done.kept, told)


def _approved(actor: Actor, ref: Ref, body: MeasureDecisionBody, named: list[Decider], key: str) -> Decided:
    measure = body.measure or queries.proposal_of(actor=actor, proposal=ref).step.kind
    choice = Choice(
        measure=MeasureKind(measure),
        grave=body.grave,
        exemption=Exemption(body.exemption) if body.exemption else None,
        reason=body.reason,
    )
    if actor.side is Side.PLATFORM:
        return actions.approve_by_platform(
            actor=actor, now=clock.now(), proposal=ref, choice=choice, persons=named, key=key
        )
    if named:
        raise Invalid("measure.person", field="decided_by")
    return actions.approve_measure(actor=actor, now=clock.now(), proposal=ref, choice=choice, key=key)


def _version(one: queries.InForce) -> dict[str, Any]:
    facts = queries.parameters_of(tracks=one.tracks)
    parameters = {name: value for name, value in facts.items() if name != "version"}
    return {"version": one.tracks.version, "effective_on": one.effective_on, "parameters": parameters}


def _named(id: str, name: str) -> Decider:
    return Decider(person=uuid5(_PLATFORMS_PEOPLE, id), name=name)


def _measure(text: str) -> Ref:
    return reference_of(text=text, missing="measure.not_found")


def _proposal(text: str) -> Ref:
    return reference_of(text=text, missing="proposal.not_found")


def _kept(kept: Kept, told: dict[str, Any]) -> HttpResponse:
    stamped = told | {"archive": stamp(receipt=kept.receipt, seller_id=kept.seller_id)}
    response = answers.of(stamped, status=201)
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
