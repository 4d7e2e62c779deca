"""Samples: answers that their authors stood by, and marks, for reviewers to judge."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Cursor, MessageShape, Stamp, message, stamp
from helpdesk.conversations.queries import ticks_in, treated_by
from helpdesk.conversations.terms import Tick, Ticks
from helpdesk.deadlines.terms import Judgment
from helpdesk.deadlines.terms.samples import HIGHEST, LOWEST, MAX_JUDGMENT_NOTE, Scorecard, Standard
from helpdesk.kernel import clock
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import Specimen

router = Router()
_LIMIT = 100
_NOT_FOUND = "sample.not_found"


class SampleListed(Schema):
    """A sample that nobody has judged, without a word of it; `kind` is stood_by, waiver or random."""

    id: str
    kind: str
    conversation: str
    seller: str
    market: str
    drawn_at: datetime


class SamplesListed(Schema):
    """The oldest first, and where to go on."""

    data: list[SampleListed]
    next: str | None


class SeenShape(Schema):
    """A question of the sample: what the answer's author `said` of it (`answered`, `later`, null: nothing),
    and the `treatment` that the machine sees today (`answered`, `vague`, `ignored`).
    """

    id: str
    text: str
    said: str | None
    treatment: str


class SampleInFull(Schema):
    """Question and answer; `answer` is null for a mark of no reply needed, which has its reason instead.

    `verdict` is what counts now. `judgment` is stands, unanswered, or null.
    """

    id: str
    kind: str
    conversation: str
    received_at: datetime
    due_at: datetime
    at: datetime
    verdict: str
    waived_for: str | None
    judgment: str | None
    judged_at: datetime | None
    scorecard: dict[str, int | str] | None
    question: list[MessageShape]
    answer: MessageShape | None
    questions: list[SeenShape]


class Card(Schema):
    """Marks from 1 (poor) to 4 (good); a mark of 1 or 2 names the `standard` that was broken."""

    model_config = ConfigDict(extra="forbid")

    reliable: Annotated[int, Field(ge=LOWEST, le=HIGHEST)]
    complete: Annotated[int, Field(ge=LOWEST, le=HIGHEST)]
    clear: Annotated[int, Field(ge=LOWEST, le=HIGHEST)]
    polite: Annotated[int, Field(ge=LOWEST, le=HIGHEST)]
    standard: Standard | None = None


class Judged(Schema):
    """What a reviewer found; the Seller's side reads it with note and marks, no clock starts by it.

    An answer that was drawn at random needs its `scorecard`; a mark of no reply needed has none.
    """

    model_config = ConfigDict(extra="forbid")

    judgment: Judgment
    scorecard: Card | None = None
    note: Annotated[str, Field(max_length=MAX_JUDGMENT_NOTE)] = ""


class JudgedStamp(Schema):
    """The judgment's entry."""

    archive: Stamp


@router.get("", response=SamplesListed)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
    market: Annotated[str | None, Query(), Field(max_length=20, pattern=r"^[A-Za-z0-9_-]+$")] = None,
) -> dict[str, Any]:
    """What waits for a reviewer."""
    rows = queries.samples_waiting(actor=request.auth, limit=limit, after=position(after), market=market)
    last = rows[-1] if len(rows) == limit else None
    return {
        "data": [
            {
                "id": str(row.ref),
                "kind": row.kind.value,
                "conversation": str(row.conversation),
                "seller": row.seller,
                "market": row.market,
                "drawn_at": row.drawn_at,
            }
            for row in rows
        ],
        "next": placed(at=last.drawn_at, id=last.ref.id) if last else None,
    }


@router.get("/{sample}", response=SampleInFull)
def show(request: ApiRequest, sample: str) -> dict[str, Any]:
    """One sample with its words. It needs a reading in force: POST /conversations/{conversation}/readings."""
    found = queries.specimen(
        actor=request.auth, now=clock.now(), sample=reference_of(text=sample, missing=_NOT_FOUND)
    )
    of = found.of
    return {
        "id": str(of.ref),
        "kind": of.kind.value,
        "conversation": str(of.conversation),
        "received_at": of.received_at,
        "due_at": of.deadline,
        "at": of.at,
        "verdict": of.verdict.value,
        "waived_for": of.waived_for.value if of.waived_for else None,
        "judgment": of.judgment.value if of.judgment else None,
        "judged_at": of.judged_at,
        "scorecard": _card(of.scorecard) if of.scorecard else None,
        "question": [message(shown=shown) for shown in found.question],
        "answer": message(shown=found.answer) if found.answer else None,
        "questions": _seen(found, ticks_in(actor=request.auth, conversation=of.conversation)),
    }


@router.post("/{sample}/judgments", response={201: JudgedStamp}, openapi_extra=KEYED)
def judge(request: ApiRequest, response: HttpResponse, sample: str, body: Judged) -> Status[dict[str, Any]]:
    """Say whether the question was answered; once, with the file open."""
    kept = actions.judge_sample(
        actor=request.auth,
        now=clock.now(),
        sample=reference_of(text=sample, missing=_NOT_FOUND),
        judgment=body.judgment.value,
        note=body.note,
        scorecard=Scorecard(**body.scorecard.model_dump()) if body.scorecard else None,
        key=key_of(request),
    )
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return Status(201, {"archive": stamp(receipt=kept.receipt, seller_id=kept.seller_id)})


def _seen(found: Specimen, ticks: Sequence[Tick]) -> list[dict[str, Any]]:
    if found.answer is None:
        return []
    said = {tick.entry: tick.ticks for tick in ticks if tick.how is None}.get(found.answer.id, Ticks())
    words = dict.fromkeys(said.later, "later") | dict.fromkeys(said.answered, "answered")
    return [
        {
            "id": one.question.id,
            "text": one.question.text,
            "said": words.get(one.question.id),
            "treatment": one.treatment.value,
        }
        for one in treated_by(answer=found.answer, question=found.question)
    ]


def _card(card: Scorecard) -> dict[str, int | str]:
    return {**card.marks, **({"standard": card.standard.value} if card.standard else {})}
