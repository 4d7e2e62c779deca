"""The review queue: what waits for a person, one item with its words, and what people decide."""

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
from helpdesk.api.v1.shapes import MessageShape, Stamp, message, stamp
from helpdesk.conduct.terms import MAX_REASON, Finding, Label, ReviewShown
from helpdesk.kernel import clock
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import Item, OpenItem

router = Router()
_LIMIT = 100
_NOT_FOUND = "review.not_found"


class ItemListed(Schema):
    """Something that waits, without a word of it; `waits` says why: held, check, file, sent, refused, rescan,
    or clean, which was drawn at random. `due_at` until when a person should have looked.
    """

    id: str
    waits: str
    conversation: str
    side: str
    title: str
    seller: str
    market: str
    at: datetime
    due_at: datetime | None


class Queue(Schema):
    """The most urgent first. There is no next page: decide, and ask again."""

    data: list[ItemListed]


class FoundShape(Schema):
    """What a rule found: characters of `text`, half-open, null elsewhere; `score` 0..1; evidence in codes."""

    label: str
    rule: str
    start: int | None
    end: int | None
    place: str
    score: float
    decision: str
    evidence: list[str]
    against: list[str]
    as_read: str


class DecisionShape(Schema):
    """A decision; `weight` is 0 where nothing counts, else 1 light, 2 serious, 3 grave."""

    id: UUID
    subject: str
    decision: str
    labels: list[str]
    weight: int
    at: datetime


class PastShape(Schema):
    """What people decided on the author's words in the last twelve months."""

    reviewed: int
    warned: int
    violations: int
    recent: list[DecisionShape]


class ItemInFull(Schema):
    """An item with its words (null where erased), what was said around it, and what was decided so far.

    `file` names the attachment that it is about. `missed` are the labels that were found in a sample, null
    while nobody has read it.
    """

    id: str
    waits: str
    conversation: str
    side: str
    author: str
    language: str
    at: datetime
    due_at: datetime | None
    text: str | None
    file: str | None
    findings: list[FoundShape]
    around: list[MessageShape]
    past: PastShape
    standing: DecisionShape | None
    missed: list[str] | None


class ReviewDecision(Schema):
    """`decision` is fine, warn or violation; of a sample nothing or missed. `labels` are those found right.

    `reason` is what the author reads, in the author's language. `replaces` is the id of the decision that
    this one takes the place of.
    """

    model_config = ConfigDict(extra="forbid")

    decision: Annotated[str, Field(max_length=20)]
    labels: Annotated[list[Label], Field(max_length=len(Label))] = []
    reason: Annotated[str, Field(max_length=MAX_REASON)] = ""
    replaces: UUID | None = None


class Decided(Schema):
    """The decision's entry; of a text that was let through, the message's."""

    id: UUID
    archive: Stamp


@router.get("", response=Queue)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    market: Annotated[str | None, Query(), Field(max_length=20, pattern=r"^[A-Za-z0-9_-]+$")] = None,
) -> dict[str, Any]:
    """What waits for a reviewer."""
    rows = queries.review_queue(actor=request.auth, now=clock.now(), limit=limit, market=market)
    return {"data": [_listed(row) for row in rows]}


@router.get("/{item}", response=ItemInFull)
def show(request: ApiRequest, item: str) -> dict[str, Any]:
    """One item with its words. It needs a reading in force: POST /conversations/{conversation}/readings."""
    return _in_full(queries.open_item(actor=request.auth, now=clock.now(), item=_item(item)))


@router.post("/{item}/decisions", response={201: Decided}, openapi_extra=KEYED)
def decide(
    request: ApiRequest, response: HttpResponse, item: str, body: ReviewDecision
) -> Status[dict[str, Any]]:
    """Say what it is worth, with the file open. A later decision names the one that it replaces."""
    done = actions.review_item(
        actor=request.auth,
        now=clock.now(),
        item=_item(item),
        decision=body.decision,
        labels=[label.value for label in body.labels],
        reason=body.reason,
        replaces=body.replaces,
        key=key_of(request),
    )
    if done.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    archive = stamp(receipt=done.receipt, seller_id=done.seller_id)
    return Status(201, {"id": done.receipt.entry, "archive": archive})


def _item(text: str) -> Ref:
    return reference_of(text=text, missing=_NOT_FOUND)


def _listed(row: Item) -> dict[str, Any]:
    return {
        "id": str(row.ref),
        "waits": row.waits.value,
        "conversation": str(row.conversation),
        "side": row.side.value,
        "title": row.title,
        "seller": row.seller,
        "market": row.market,
        "at": row.at,
        "due_at": row.due_at,
    }


def _in_full(found: OpenItem) -> dict[str, Any]:
    place = found.place
    return {
        "id": str(place.ref),
        "waits": place.waits.value,
        "conversation": str(place.conversation),
        "side": place.side.value,
        "author": found.author,
        "language": place.language,
        "at": place.at,
        "due_at": place.due_at,
        "text": found.text,
        "file": str(found.file.ref) if found.file else None,
        "findings": [_found(one) for one in found.findings],
        "around": [message(shown=one) for one in found.thread.messages],
        "past": {
            "reviewed": found.past.reviewed,
            "warned": found.past.warned,
            "violations": found.past.violations,
            "recent": [_decision(one) for one in found.past.recent],
        },
        "standing": _decision(place.standing) if place.standing else None,
        "missed": [label.value for label in place.missed] if place.read else None,
    }


def _found(one: Finding) -> dict[str, Any]:
    return {
        "label": one.label.value,
        "rule": one.rule,
        "start": one.start,
        "end": one.end,
        "place": one.place.value,
        "score": one.score,
        "decision": one.decision.value,
        "evidence": list(one.evidence),
        "against": list(one.against),
        "as_read": one.as_read,
    }


def _decision(one: ReviewShown) -> dict[str, Any]:
    return {
        "id": one.id,
        "subject": str(one.subject),
        "decision": one.decision.value,
        "labels": [label.value for label in one.labels],
        "weight": one.weight,
        "at": one.at,
    }
