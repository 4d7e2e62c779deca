"""Agreements and confirmations: proposed in a conversation, settled by the other side."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.agreements import actions, queries
from helpdesk.agreements.queries import Filter
from helpdesk.agreements.terms import Proposal, Shown, State, Type, What
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of, reference_of
from helpdesk.api.v1.changes import After, ChangedAgreements, changed_agreement, feed
from helpdesk.api.v1.goods import MoneyShape
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.shapes import Cursor, PostedShape
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight.queries import read_agreements

router, proposals = Router(), Router()
_LIMIT = 100
Words = Annotated[str, Field(max_length=1000)]
Confirmed = Annotated[str, Field(max_length=500)]
States = Literal["waiting", "expired", "in_force", "kept", "lapsed", "declined", "withdrawn", "changed"]


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class ProposalBody(_Body):
    """What is to be agreed. `amount` is a decimal string in the currency of the conversation's market;
    `until` a day on the Seller's calendar; `owed_by` who does it. `amends` names one that this is
    to replace. `confirmed` says why words are sent that were held for their author to think over.
    """

    type: Literal["refund", "discount", "replacement", "delivery", "other"]
    owed_by: Literal["seller", "buyer"] = "seller"
    amount: Annotated[str, Field(max_length=20, examples=["20.00"])] = ""
    until: Annotated[date | None, Field(strict=False)] = None
    words: Words = ""
    amends: Annotated[str, Field(max_length=64)] | None = None
    confirmed: Confirmed | None = None


class ConfirmationRequest(_Body):
    """What the other side is to confirm."""

    words: Words
    confirmed: Confirmed | None = None


class Refusal(_Body):
    """Why not, if anything is to be said."""

    reason: Words = ""
    confirmed: Confirmed | None = None


class Yes(_Body):
    """Nothing more is needed."""


class AgreementShape(Schema):
    """An agreement, or (`what`) a confirmation. `state`: `waiting` for the other side, `expired` before it
    answered, `in_force`, `kept`, `lapsed` (its day passed), `declined`, `withdrawn` or `changed`
    (`replaced_by` names the entry by which another took its place). `due_at` is the end of the day `until`.
    `words`, `reason` and names are null where they were erased, or nothing was said.
    """

    id: str
    conversation: str
    order: str | None
    what: str
    type: str | None
    state: str
    proposed_by: str
    owed_by: str | None
    amount: MoneyShape | None
    until: date | None
    due_at: datetime | None
    at: datetime
    n: int
    words: str | None
    author: str | None
    amends: str | None
    replaced_by: str | None
    settled_at: datetime | None
    settled_name: str | None
    reason: str | None
    kept_at: datetime | None
    kept_said_by: str | None
    lapsed_at: datetime | None


class Agreements(Schema):
    """A conversation's, the earliest first."""

    data: list[AgreementShape]


class AgreementPage(Schema):
    """The latest first, and where to go on."""

    data: list[AgreementShape]
    next: str | None


@proposals.get("/{conversation}/agreements", response=Agreements)
def of_conversation(request: ApiRequest, conversation: str) -> dict[str, Any]:
    """What was proposed and agreed there; administrators need a reading in force."""
    ref, now = conversation_of(text=conversation), clock.now()
    found = read_agreements(actor=request.auth, now=now, conversation=ref)
    return {"data": [_shape(one) for one in found]}


@proposals.post("/{conversation}/agreements", response={201: PostedShape}, openapi_extra=KEYED)
def propose(request: ApiRequest, conversation: str, body: ProposalBody) -> HttpResponse:
    """Either side proposes; it counts once the other side confirms. The Buyer's starts the Seller's clock."""
    ref = conversation_of(text=conversation)
    amends = _agreement(body.amends).id if body.amends else None
    proposal = Proposal(
        type=Type(body.type),
        owed_by=Side(body.owed_by),
        amount=body.amount,
        until=body.until,
        words=body.words,
    )
    return answered(
        request=request,
        post=lambda key: actions.propose(
            actor=request.auth,
            now=clock.now(),
            conversation=ref,
            proposal=proposal,
            key=key,
            amends=amends,
            confirmed=body.confirmed,
        ),
    )


@proposals.post("/{conversation}/confirmation-requests", response={201: PostedShape}, openapi_extra=KEYED)
def ask(request: ApiRequest, conversation: str, body: ConfirmationRequest) -> HttpResponse:
    """Either side asks the other to confirm something. The Buyer's starts the Seller's clock."""
    ref = conversation_of(text=conversation)
    return answered(
        request=request,
        post=lambda key: actions.ask_for_confirmation(
            actor=request.auth,
            now=clock.now(),
            conversation=ref,
            words=body.words,
            key=key,
            confirmed=body.confirmed,
        ),
    )


@router.get("", response=AgreementPage | ChangedAgreements)
def index(
    request: ApiRequest,
    state: Annotated[list[States], Query(max_length=8)] = [],  # noqa: B006 - ninja copies it
    what: Annotated[Literal["agreement", "confirmation"] | None, Query()] = None,
    conversation: Annotated[str | None, Query(max_length=64)] = None,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
    changed_after: Annotated[After | None, Query()] = None,
) -> dict[str, Any]:
    """The Buyer's own, or the shop's; empty for other sides. An order's are those of its conversation.

    With `changed_after`, for the Platform alone: what changed of all behind that number of the log, in its
    order and without words; other filters than `limit` do not count then.
    """
    if changed_after is not None:
        return _changes(request, changed_after, limit)
    chosen = Filter(
        states=[State(one) for one in state],
        what=What(what) if what else None,
        conversation=conversation_of(text=conversation) if conversation else None,
    )
    rows = queries.agreements_of(
        actor=request.auth, now=clock.now(), limit=limit, chosen=chosen, after=position(after)
    )
    last = rows[-1] if len(rows) == limit else None
    return {
        "data": [_shape(one) for one in rows],
        "next": placed(at=last.at, id=last.ref.id) if last else None,
    }


def _changes(request: ApiRequest, after: int, limit: int) -> dict[str, Any]:
    found = queries.agreements_changed(actor=request.auth, now=clock.now(), after=after, limit=limit)
    return feed(data=[changed_agreement(one) for one in found.rows], through=found.through, more=found.more)


@router.get("/{agreement}", response=AgreementShape)
def show(request: ApiRequest, agreement: str) -> dict[str, Any]:
    """One of them, for its two sides."""
    return _shape(queries.agreement_of(actor=request.auth, now=clock.now(), agreement=_agreement(agreement)))


@router.post("/{agreement}/confirmations", response={201: PostedShape}, openapi_extra=KEYED)
def confirm(request: ApiRequest, agreement: str, body: Yes) -> HttpResponse:
    """The other side says yes: an agreement is in force, or what was asked is confirmed."""
    ref = _agreement(agreement)
    return answered(
        request=request,
        post=lambda key: actions.confirm(actor=request.auth, now=clock.now(), agreement=ref, key=key),
    )


@router.post("/{agreement}/refusals", response={201: PostedShape}, openapi_extra=KEYED)
def decline(request: ApiRequest, agreement: str, body: Refusal) -> HttpResponse:
    """The other side says no; whoever proposed it takes it back."""
    ref = _agreement(agreement)
    return answered(
        request=request,
        post=lambda key: actions.decline(
            actor=request.auth,
            now=clock.now(),
            agreement=ref,
            key=key,
            reason=body.reason,
            confirmed=body.confirmed,
        ),
    )


@router.post("/{agreement}/completions", response={201: PostedShape}, openapi_extra=KEYED)
def keep(request: ApiRequest, agreement: str, body: Yes) -> HttpResponse:
    """Either side says that what was agreed is done."""
    ref = _agreement(agreement)
    return answered(
        request=request,
        post=lambda key: actions.keep(actor=request.auth, now=clock.now(), agreement=ref, key=key),
    )


def _agreement(text: str) -> Ref:
    return reference_of(text=text, missing="agreement.not_found")


def _shape(one: Shown) -> dict[str, Any]:
    money = one.amount
    return {
        "id": str(one.ref),
        "conversation": str(one.conversation),
        "order": str(one.order) if one.order else None,
        "what": one.what.value,
        "type": one.type and one.type.value,
        "state": one.state.value,
        "proposed_by": one.proposed_by.value,
        "owed_by": one.owed_by and one.owed_by.value,
        "amount": {"amount": money.amount, "currency": money.currency} if money else None,
        "until": one.until,
        "due_at": one.due_at,
        "at": one.at,
        "n": one.n,
        "words": one.words or None,
        "author": one.author or None,
        "amends": str(Ref(one.ref.seller_id, one.amends)) if one.amends else None,
        "replaced_by": str(Ref(one.ref.seller_id, one.replaced_by)) if one.replaced_by else None,
        "settled_at": one.settled_at,
        "settled_name": one.settled_name or None,
        "reason": one.reason or None,
        "kept_at": one.kept_at,
        "kept_said_by": one.kept_said_by and one.kept_said_by.value,
        "lapsed_at": one.lapsed_at,
    }
