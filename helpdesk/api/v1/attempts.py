"""Attempts: texts that a rule refused, for reviewers to decide on and for authors to ask for a check."""

from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of
from helpdesk.api.v1.findings import StatementShape, statement, told
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.shapes import Cursor, PostedShape, RemarkShape, Stamp, stamp
from helpdesk.conversations import actions as conversations
from helpdesk.conversations.queries import own_attempt
from helpdesk.conversations.terms import Outcome
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions, queries

router = Router()
_LIMIT = 100


class AttemptListed(Schema):
    """A refused text that nobody has settled, without a word of it; `code` is the rule that refused it."""

    id: str
    side: str
    code: str
    conversation: str
    seller: str
    market: str
    at: datetime


class AttemptsListed(Schema):
    """The oldest first, and where to go on."""

    data: list[AttemptListed]
    next: str | None


class AttemptInFull(Schema):
    """A refused text; `text` is null where it was erased. `outcome` is released, confirmed, or null."""

    id: str
    side: str
    code: str
    conversation: str
    author: str
    language: str
    at: datetime
    text: str | None
    outcome: str | None
    settled_at: datetime | None


class Confirmed(Schema):
    """The confirmation's entry."""

    archive: Stamp


class CheckAsked(Schema):
    """A person looks at it until `due_at`; the request's entry."""

    attempt: str
    due_at: datetime
    archive: Stamp


class Explained(Schema):
    """A text of the caller's own that was not sent, and why. `due_at` is until when a person looks at it,
    null where nobody was asked; `outcome` is released, confirmed, or null.
    """

    id: str
    code: str
    at: datetime
    text: str | None
    findings: list[RemarkShape]
    statement: StatementShape
    due_at: datetime | None
    outcome: str | None
    settled_at: datetime | None


@router.get("", response=AttemptsListed)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
    market: Annotated[str | None, Query(), Field(max_length=20, pattern=r"^[A-Za-z0-9_-]+$")] = None,
) -> dict[str, Any]:
    """What waits for a reviewer."""
    rows = queries.attempts_waiting(actor=request.auth, limit=limit, after=position(after), market=market)
    last = rows[-1] if len(rows) == limit else None
    return {
        "data": [
            {
                "id": str(row.ref),
                "side": row.side.value,
                "code": row.code,
                "conversation": str(row.conversation),
                "seller": row.seller,
                "market": row.market,
                "at": row.at,
            }
            for row in rows
        ],
        "next": placed(at=last.at, id=last.ref.id) if last else None,
    }


@router.get("/{attempt}", response=AttemptInFull)
def show(request: ApiRequest, attempt: str) -> dict[str, Any]:
    """One refused text. It needs a reading in force: POST /conversations/{conversation}/readings."""
    found = queries.refused_text(actor=request.auth, now=clock.now(), attempt=_attempt(attempt)).of
    return {
        "id": str(found.of.ref),
        "side": found.of.side.value,
        "code": found.of.code,
        "conversation": str(found.of.conversation),
        "author": found.author,
        "language": found.language,
        "at": found.of.at,
        "text": found.text,
        "outcome": found.of.outcome.value if found.of.outcome else None,
        "settled_at": found.of.settled_at,
    }


@router.post("/{attempt}/release", response={201: PostedShape}, openapi_extra=KEYED)
def release(request: ApiRequest, attempt: str) -> HttpResponse:
    """It was fine: it is posted as its author's words, and a Seller's counts as sent when it first came."""
    return answered(
        request=request,
        post=lambda key: actions.release_attempt(
            actor=request.auth, now=clock.now(), attempt=_attempt(attempt), key=key
        ),
    )


@router.post("/{attempt}/confirmation", response={201: Confirmed}, openapi_extra=KEYED)
def confirm(request: ApiRequest, response: HttpResponse, attempt: str) -> Status[dict[str, Any]]:
    """The refusal stands: it was never sent, and answers nothing."""
    kept = actions.confirm_attempt(
        actor=request.auth, now=clock.now(), attempt=_attempt(attempt), key=key_of(request)
    )
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return Status(201, {"archive": stamp(receipt=kept.receipt, seller_id=kept.seller_id)})


@router.post("/{attempt}/checks", response={201: CheckAsked}, openapi_extra=KEYED)
def ask_for_check(request: ApiRequest, response: HttpResponse, attempt: str) -> Status[dict[str, Any]]:
    """The author of a refused text asks for a person to look at it: within four counted hours."""
    ref = _attempt(attempt)
    asked = conversations.ask_for_check(actor=request.auth, now=clock.now(), attempt=ref, key=key_of(request))
    if asked.kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return Status(
        201,
        {
            "attempt": str(ref),
            "due_at": asked.due_at,
            "archive": stamp(receipt=asked.kept.receipt, seller_id=asked.kept.seller_id),
        },
    )


@router.get("/{attempt}/statement", response=Explained)
def explain(request: ApiRequest, attempt: str) -> dict[str, Any]:
    """Why a text of the caller's own was not sent, and what became of it since."""
    found = own_attempt(actor=request.auth, attempt=_attempt(attempt))
    shown = found.of.of
    return {
        "id": str(shown.ref),
        "code": shown.code,
        "at": shown.at,
        "text": found.of.text,
        "findings": told(request=request, findings=found.findings),
        "statement": statement(
            request=request,
            findings=found.findings,
            code=shown.code,
            confirmed=shown.outcome is Outcome.CONFIRMED,
            country=found.country,
        ),
        "due_at": found.due_at,
        "outcome": shown.outcome.value if shown.outcome else None,
        "settled_at": shown.settled_at,
    }


def _attempt(text: str) -> Ref:
    return reference_of(text=text, missing="attempt.not_found")
