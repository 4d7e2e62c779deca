"""Deeds on a thread's clock that are no message: no reply needed, and a Buyer's word against silence."""

from typing import Annotated, Literal

from django.http import HttpResponse
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.shapes import PostedShape, QuestionIds
from helpdesk.conversations import actions
from helpdesk.conversations.terms import HowAnswered
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel import clock

router = Router()
N = Annotated[int, Field(ge=0, le=2_000_000_000, description="The number of the message that is meant.")]


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class Waiver(_Body):
    """Why no reply is needed; `seen_n` is the last message that was seen (absent: not checked)."""

    reason: Literal["courtesy", "duplicate", "answered", "no_question"]
    seen_n: Annotated[int, Field(ge=-1, le=2_000_000_000)] | None = None


class Objection(_Body):
    """Nothing more is needed to object."""


class Insistence(_Body):
    """The Buyer's own message that read as courtesy."""

    n: N


class Reopening(_Body):
    """The Seller's message, how far it answered, and which of its questions are still open (none: all)."""

    n: N
    how: Literal["partly", "no"]
    questions: QuestionIds = []


class Completion(_Body):
    """The Seller's message that answered everything."""

    n: N


@router.post("/{conversation}/waivers", response={201: PostedShape}, openapi_extra=KEYED)
def waive(request: ApiRequest, conversation: str, body: Waiver) -> HttpResponse:
    """The Seller marks the open question as needing no reply; the Buyer may object for five business days."""
    ref = conversation_of(text=conversation)
    return answered(
        request=request,
        conversation=ref,
        seen_n=body.seen_n,
        post=lambda key: actions.waive_reply(
            actor=request.auth,
            now=clock.now(),
            conversation=ref,
            reason=WaiverReason(body.reason),
            key=key,
            seen_n=body.seen_n,
        ),
    )


@router.post("/{conversation}/objections", response={201: PostedShape}, openapi_extra=KEYED)
def object_(request: ApiRequest, conversation: str, body: Objection) -> HttpResponse:
    """The Buyer does need a reply: the clock goes on with the time that was left, at least eight hours."""
    ref = conversation_of(text=conversation)
    return answered(
        request=request,
        post=lambda key: actions.object_to_waiver(
            actor=request.auth, now=clock.now(), conversation=ref, key=key
        ),
    )


@router.post("/{conversation}/insistences", response={201: PostedShape}, openapi_extra=KEYED)
def insist(request: ApiRequest, conversation: str, body: Insistence) -> HttpResponse:
    """The Buyer does need an answer to a message that read as courtesy: the clock starts now."""
    ref = conversation_of(text=conversation)
    return answered(
        request=request,
        post=lambda key: actions.insist(
            actor=request.auth, now=clock.now(), conversation=ref, n=body.n, key=key
        ),
    )


@router.post("/{conversation}/reopenings", response={201: PostedShape}, openapi_extra=KEYED)
def reopen(request: ApiRequest, conversation: str, body: Reopening) -> HttpResponse:
    """The Buyer says that a message did not answer the question: the clock starts anew, at most twice."""
    ref = conversation_of(text=conversation)
    return answered(
        request=request,
        post=lambda key: actions.reopen_answer(
            actor=request.auth,
            now=clock.now(),
            conversation=ref,
            n=body.n,
            how=HowAnswered(body.how),
            key=key,
            questions=body.questions,
        ),
    )


@router.post("/{conversation}/completions", response={201: PostedShape}, openapi_extra=KEYED)
def complete(request: ApiRequest, conversation: str, body: Completion) -> HttpResponse:
    """The Buyer says that a message answered everything; both sides see it, and no clock moves."""
    ref = conversation_of(text=conversation)
    return answered(
        request=request,
        post=lambda key: actions.call_complete(
            actor=request.auth, now=clock.now(), conversation=ref, n=body.n, key=key
        ),
    )
