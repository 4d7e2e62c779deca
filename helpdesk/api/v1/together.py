"""Several conversations at a time: answers, and marks that none is needed."""

from collections.abc import Sequence
from typing import Annotated, Any, Literal

from ninja import Router, Schema
from pydantic import AwareDatetime, ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import conversation_of
from helpdesk.api.sentences import sentence
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import PostedShape, posted_shape
from helpdesk.conversations.terms import MAX_TEXT, Manner
from helpdesk.deadlines.terms import WaiverReason
from helpdesk.kernel import clock
from helpdesk.kernel.refusal import Refusal
from helpdesk.saved_replies import actions
from helpdesk.saved_replies.terms import MAX_TOGETHER, Answer, Outcome

router = Router()
Id = Annotated[str, Field(max_length=40)]
N = Annotated[int, Field(ge=-1, le=2_000_000_000)]


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class OneAnswer(_Body):
    """What is sent to one of them; `manner` and `seen_n` as for a single reply."""

    conversation: Id
    text: Annotated[str, Field(max_length=MAX_TEXT)]
    manner: Literal["full", "interim"] | None = None
    seen_n: N | None = None


class Answers(_Body):
    """Each conversation once."""

    answers: Annotated[list[OneAnswer], Field(min_length=1, max_length=MAX_TOGETHER)]


class Waivers(_Body):
    """Which conversations need no reply, and why. With `seen_at` nothing is marked where somebody wrote
    later.
    """

    conversations: Annotated[list[Id], Field(min_length=1, max_length=MAX_TOGETHER)]
    reason: Literal["courtesy", "duplicate", "answered", "no_question"]
    seen_at: Annotated[AwareDatetime, Field(strict=False)] | None = None


class Refusing(Schema):
    """Why one of them was not done; `code` is that of the problem that it would be alone."""

    code: str
    title: str


class OutcomeShape(Schema):
    """What became of one: `posted`, or a `problem`."""

    conversation: str
    posted: PostedShape | None
    problem: Refusing | None


class Outcomes(Schema):
    """In the order of the request."""

    data: list[OutcomeShape]


@router.post("/replies", response=Outcomes, openapi_extra=KEYED)
def answer(request: ApiRequest, body: Answers) -> dict[str, Any]:
    """Answer several conversations: each answer is stored by itself or refused by itself. The same key again
    sends nothing twice.
    """
    said = [
        Answer(
            conversation=conversation_of(text=one.conversation),
            text=one.text,
            seen_n=one.seen_n,
            manner=Manner(one.manner) if one.manner else None,
        )
        for one in body.answers
    ]
    now, key = clock.now(), key_of(request)
    return _shape(actions.answer_several(actor=request.auth, now=now, answers=said, key=key))


@router.post("/waivers", response=Outcomes, openapi_extra=KEYED)
def waive(request: ApiRequest, body: Waivers) -> dict[str, Any]:
    """Mark several open questions as needing no reply; each Buyer may object."""
    found = actions.waive_several(
        actor=request.auth,
        now=clock.now(),
        chosen=[conversation_of(text=one) for one in body.conversations],
        reason=WaiverReason(body.reason),
        key=key_of(request),
        seen_at=body.seen_at,
    )
    return _shape(found)


def _shape(found: Sequence[Outcome]) -> dict[str, Any]:
    return {
        "data": [
            {
                "conversation": str(one.conversation),
                "posted": posted_shape(posted=one.posted) if one.posted else None,
                "problem": _problem(one.refusal) if one.refusal else None,
            }
            for one in found
        ]
    }


def _problem(refusal: Refusal) -> dict[str, str]:
    said = {name: value for name, value in refusal.params.items() if isinstance(value, str | int)}
    return {"code": refusal.code, "title": sentence(refusal.code, said)}
