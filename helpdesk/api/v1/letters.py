"""Letters: a side and the Platform. And the Administrator's voice in a thread: joinings, remarks."""

from typing import Annotated, Any, Literal

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import conversation_of, ref_of, reference_of
from helpdesk.api.v1.letter_shapes import CorrespondenceShape, JoinedList, Lines, Stored, StoredJoining
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.shapes import PostedShape, stamp
from helpdesk.archive.terms import Kept
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor, Side
from helpdesk.kernel.ids import Ref
from helpdesk.letters import actions as letters
from helpdesk.letters import queries
from helpdesk.letters.terms import Closed, Correspondence, JoinReason, Line, Written
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight import actions
from helpdesk.oversight.queries import read_letters

router, voice = Router(), Router()
_LISTS = {"waiting": queries.waiting, "answered": queries.answered, "closed": queries.closed}


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class LetterBody(_Body):
    """A letter to the Platform about one conversation, one order (our id, or the Platform's after `ext:`),
    or nothing in particular.
    """

    text: str = Field(examples=["The shop asks me to pay the postage twice."])
    conversation: Annotated[str, Field(max_length=100)] | None = None
    order: Annotated[str, Field(max_length=200)] | None = None


class AnswerBody(_Body):
    """The Platform's words to one side."""

    text: str


class LetterToSide(AnswerBody):
    """To one side of a conversation, whether or not it wrote before."""

    side: Literal["buyer", "seller"]


class RemarkBody(_Body):
    """The Administrator's words to both sides; `seen_n` as for any message."""

    text: str
    seen_n: Annotated[int, Field(ge=-1, le=2_000_000_000)] | None = None


class Joining(_Body):
    """Why; both sides read it."""

    reason: Literal["asked", "dispute", "rules", "safety", "technical"]


class Closing(_Body):
    """Why nobody answers; the writer reads it."""

    reason: Literal["no_question", "answered", "settled", "other_side"]


@router.get("", response=Lines)
def index(
    request: ApiRequest,
    state: Annotated[Literal["waiting", "answered", "closed"], Query()] = "waiting",
) -> dict[str, Any]:
    """A side's own, the latest first; at the desk those that wait, or (`state`) those that were answered, or
    closed without an answer.
    """
    actor = request.auth
    if actor.side is not Side.ADMINISTRATOR:
        found = queries.correspondences(actor=actor)
    else:
        found = _LISTS[state](actor=actor)
    return {"data": [_line(one) for one in found]}


@router.post("", response={201: Stored}, openapi_extra=KEYED)
def write(request: ApiRequest, body: LetterBody) -> HttpResponse:
    """A Buyer or a Seller writes to the Platform. No clock of the Seller's moves, and the other side sees
    nothing of it.
    """
    written = letters.write_letter(
        actor=request.auth,
        now=clock.now(),
        draft=body.text,
        key=key_of(request),
        conversation=None if body.conversation is None else conversation_of(text=body.conversation),
        order=None if body.order is None else ref_of(kind=Kind.ORDER, text=body.order),
    )
    return _written(written)


@router.get("/{correspondence}", response=CorrespondenceShape)
def show(request: ApiRequest, correspondence: str) -> dict[str, Any]:
    """For its side; for administrators with a reading of its `file` in force."""
    return _shown(_found(request.auth, _ref(correspondence)))


@router.post("/{correspondence}/answers", response={201: Stored}, openapi_extra=KEYED)
def answer(request: ApiRequest, correspondence: str, body: AnswerBody) -> HttpResponse:
    """Support answers; it needs a reading of the `file` in force."""
    written = actions.answer_letter(
        actor=request.auth,
        now=clock.now(),
        correspondence=_ref(correspondence),
        draft=body.text,
        key=key_of(request),
    )
    return _written(written)


@router.post("/{correspondence}/closings", response={201: Stored}, openapi_extra=KEYED)
def close(request: ApiRequest, correspondence: str, body: Closing) -> HttpResponse:
    """Support closes what waits without an answer; it needs a reading of the `file` in force."""
    written = actions.close_letter(
        actor=request.auth,
        now=clock.now(),
        correspondence=_ref(correspondence),
        reason=body.reason,
        key=key_of(request),
    )
    return _written(written)


@voice.post("/{conversation}/letters", response={201: Stored}, openapi_extra=KEYED)
def write_to_side(request: ApiRequest, conversation: str, body: LetterToSide) -> HttpResponse:
    """Support writes to one side alone; it needs a reading in force."""
    written = actions.write_to_side(
        actor=request.auth,
        now=clock.now(),
        conversation=conversation_of(text=conversation),
        side=body.side,
        draft=body.text,
        key=key_of(request),
    )
    return _written(written)


@voice.get("/{conversation}/joinings", response=JoinedList)
def joinings(request: ApiRequest, conversation: str) -> dict[str, Any]:
    """Which administrators joined the conversation, and why."""
    found = queries.joined(actor=request.auth, conversation=conversation_of(text=conversation))
    return {
        "data": [
            {"entry": str(one.id), "name": one.name, "reason": one.reason.value, "at": one.at}
            for one in found
        ]
    }


@voice.post("/{conversation}/joinings", response={201: StoredJoining}, openapi_extra=KEYED)
def join(request: ApiRequest, conversation: str, body: Joining) -> HttpResponse:
    """Support joins, with a reading in force; both sides are told why."""
    kept = actions.join_thread(
        actor=request.auth,
        now=clock.now(),
        conversation=conversation_of(text=conversation),
        reason=JoinReason(body.reason),
        key=key_of(request),
    )
    return _kept(kept)


@voice.post("/{conversation}/remarks", response={201: PostedShape}, openapi_extra=KEYED)
def speak(request: ApiRequest, conversation: str, body: RemarkBody) -> HttpResponse:
    """Support speaks to both sides, once it has joined. No clock moves."""
    ref = conversation_of(text=conversation)
    return answered(
        request=request,
        conversation=ref,
        seen_n=body.seen_n,
        post=lambda key: actions.speak(
            actor=request.auth,
            now=clock.now(),
            conversation=ref,
            draft=body.text,
            key=key,
            seen_n=body.seen_n,
        ),
    )


def _ref(text: str) -> Ref:
    return reference_of(text=text, missing="letter.not_found")


def _found(actor: Actor, ref: Ref) -> Correspondence:
    if actor.side is Side.ADMINISTRATOR:
        return read_letters(actor=actor, now=clock.now(), correspondence=ref)
    return queries.correspondence(actor=actor, correspondence=ref)


def _line(line: Line) -> dict[str, Any]:
    return {
        "id": str(line.correspondence),
        "file": str(line.file),
        "side": line.side.value,
        "about": line.about.value,
        "order": str(line.order) if line.order else None,
        "title": line.title,
        "seller": line.seller,
        "market": line.market,
        "last_at": line.last_at,
        "last_side": line.last_side.value,
        "due_at": line.due_at,
        "closed": _closed(line.closed),
    }


def _closed(closed: Closed | None) -> dict[str, Any] | None:
    return {"reason": closed.reason.value, "at": closed.at} if closed else None


def _shown(found: Correspondence) -> dict[str, Any]:
    said = [
        {
            "entry": str(Ref(found.line.correspondence.seller_id, one.id)),
            "n": one.n,
            "side": one.side.value,
            "author": one.author,
            "at": one.at,
            "language": one.language,
            "text": one.text,
            "closed": _closed(one.closed),
        }
        for one in found.letters
    ]
    return _line(found.line) | {"letters": said}


def _written(written: Written) -> HttpResponse:
    return _kept(written.kept, correspondence=str(written.correspondence))


def _kept(kept: Kept, **more: str) -> HttpResponse:
    said = more | {"archive": stamp(receipt=kept.receipt, seller_id=kept.seller_id)}
    response = answers.of(said, status=201)
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
