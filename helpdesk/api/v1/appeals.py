"""Appeals against measures, violations and refused messages, and the public figures of all complaints."""

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Path, Query, Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of, uploads_of
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Cursor, FileShape, Stamp, stamp
from helpdesk.api.v1.shapes import file as file_shape
from helpdesk.archive.terms import Kept
from helpdesk.enforcement import actions, queries
from helpdesk.enforcement.terms import MAX_EXPLANATION, MeasureKind
from helpdesk.enforcement.terms.appeals import MAX_APPEAL, Against, AppealShown, Instead
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

router = Router()
_LIMIT = 100
_FIRST, _LAST = 2020, 9998
_DAYS = 366


class BodyOutOfCourt(Schema):
    """Who settles disputes out of court, as the operator names them; `certified` by a member state."""

    kind: Literal["mediator", "certified"]
    name: str
    url: str


class AppealShape(Schema):
    """Against `subject`, a measure, a violation or a Buyer's refused message, of the kind `code`. A person
    decides by `due_at`; `verdict` is null until then. `stayed`: the measure stands still from the filing.
    `words`, `answer` and `files` are empty in lists; administrators open a file with a reading of the appeal
    in force (`POST /conversations/{appeal}/readings`). `took_back` are violations that count no more.
    `bodies` is where whoever does not accept the decision may turn to; empty before it.
    """

    id: str
    against: Literal["measure", "violation", "refusal"]
    subject: str
    code: str
    seller: str
    at: datetime
    due_at: datetime
    stayed: bool
    settled_at: datetime | None
    verdict: Literal["upheld", "changed", "reversed"] | None
    words: str
    answer: str
    took_back: list[str]
    files: list[FileShape]
    bodies: list[BodyOutOfCourt]


class AppealsListed(Schema):
    """And where to go on."""

    data: list[AppealShape]
    next: str | None


class ComplaintFigure(Schema):
    """Of one kind: how many, how they ended, and real hours from filing to decision (null: none decided)."""

    matter: Literal["measure", "violation", "refusal", "score"]
    code: str
    filed: int
    decided: int
    upheld: int
    changed: int
    reversed: int
    stayed: int
    in_time: int
    median_hours: float | None
    mean_hours: float | None


class ComplaintFigures(Schema):
    """Of what was filed within a UTC year."""

    year: int
    data: list[ComplaintFigure]


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class NewAppeal(_Body):
    """`stay` asks that the measure stands still meanwhile; whether it may is data, and the answer says.
    `files` are uploads to that shop: what shows that the appeal is right. A Buyer appeals against a
    `refusal`: `subject` is the attempt that a person confirmed; there is nothing to stay.
    """

    against: Literal["measure", "violation", "refusal"]
    subject: Annotated[str, Field(max_length=100)]
    words: Annotated[str, Field(max_length=MAX_APPEAL)]
    stay: bool = False
    files: Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=20)] = []


class InsteadBody(_Body):
    """A milder `measure` of the same track, or the same one for a shorter time: so many whole `days` from
    now, none for a notice or a warning.
    """

    measure: Literal["notice", "warning", "messaging_limit", "demotion", "selling_restriction", "suspension"]
    days: Annotated[int, Field(ge=0, le=_DAYS)] = 0


class AppealSettlement(_Body):
    """Whoever appealed reads the words. `take_back`: violations of the measure that were none. `instead`,
    with `changed` only: what takes the measure's place; without it the measure ends.
    """

    verdict: Literal["upheld", "changed", "reversed"]
    words: Annotated[str, Field(max_length=MAX_EXPLANATION)]
    take_back: Annotated[list[str], Field(max_length=_LIMIT)] = []
    instead: InsteadBody | None = None


class AppealStamp(Schema):
    """The appeal, and its entry."""

    appeal: str
    stayed: bool
    archive: Stamp


class AppealDecided(Schema):
    """The decision's entry."""

    archive: Stamp


@router.get("", response=AppealsListed)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
    state: Annotated[Literal["waiting", "settled"], Query()] = "waiting",
) -> dict[str, Any]:
    """A shop's or a Buyer's own, the latest first; at the desk those that wait, what is due first at the top,
    or (`state`) the latest decisions.
    """
    actor, last = request.auth, None
    if actor.side is not Side.ADMINISTRATOR:
        rows = queries.appeals_of(actor=actor, limit=limit)
    elif state == "settled":
        rows = queries.appeals_settled(actor=actor, limit=limit)
    else:
        rows = queries.appeals_waiting(actor=actor, limit=limit, after=position(after))
        last = placed(at=rows[-1].due_at, id=rows[-1].ref.id) if len(rows) == limit else None
    return {"data": [_appeal(one) for one in rows], "next": last}


@router.post("", response={201: AppealStamp}, openapi_extra=KEYED)
def file(request: ApiRequest, body: NewAppeal) -> HttpResponse:
    """A shop's owner or agent appeals, or a Buyer, within the time that the statement of reasons names."""
    kept = _filed(request, body)
    ref = Ref(kept.seller_id, kept.receipt.entry)
    of = queries.appeal_of(actor=request.auth, appeal=ref)
    return _kept(kept, appeal=str(ref), stayed=of.stayed)


def _filed(request: ApiRequest, body: NewAppeal) -> Kept:
    subject = _ref(body.subject)
    files = uploads_of(files=body.files, seller_id=subject.seller_id)
    if body.against == Against.REFUSAL.value:
        return actions.appeal_refusal(
            actor=request.auth,
            now=clock.now(),
            attempt=subject,
            words=body.words,
            files=files,
            key=key_of(request),
        )
    return actions.file_appeal(
        actor=request.auth,
        now=clock.now(),
        against=body.against,
        subject=subject,
        words=body.words,
        stay=body.stay,
        files=files,
        key=key_of(request),
    )


@router.get("/figures/{year}", response=ComplaintFigures, auth=None)
def figures(request: HttpRequest, year: Annotated[int, Path(), Field(ge=_FIRST, le=_LAST)]) -> dict[str, Any]:
    """For everybody: complaints of a year by kind, nobody named."""
    return {
        "year": year,
        "data": [
            {
                "matter": one.matter.value,
                "code": one.code,
                "filed": one.filed,
                "decided": one.decided,
                "upheld": one.upheld,
                "changed": one.changed,
                "reversed": one.reversed,
                "stayed": one.stayed,
                "in_time": one.in_time,
                "median_hours": one.median,
                "mean_hours": one.mean,
            }
            for one in queries.appeal_figures_for_system(year=year)
        ],
    }


@router.get("/{appeal}", response=AppealShape)
def show(request: ApiRequest, appeal: str) -> dict[str, Any]:
    """With its words, for the shop's people and the desk."""
    return _appeal(queries.appeal_of(actor=request.auth, appeal=_ref(appeal)))


@router.post("/{appeal}/settlements", response={201: AppealDecided}, openapi_extra=KEYED)
def settle(request: ApiRequest, appeal: str, body: AppealSettlement) -> HttpResponse:
    """Compliance decides, by a person who did not take the decision."""
    ref = _ref(appeal)
    kept = actions.settle_appeal(
        actor=request.auth,
        now=clock.now(),
        appeal=ref,
        verdict=body.verdict,
        words=body.words,
        take_back=_violations(ref, body.take_back),
        instead=_instead(body.instead),
        key=key_of(request),
    )
    return _kept(kept)


def _instead(body: InsteadBody | None) -> Instead | None:
    return Instead(kind=MeasureKind(body.measure), days=body.days) if body else None


def _ref(text: str) -> Ref:
    return reference_of(text=text, missing="appeal.not_found")


def _violations(appeal: Ref, named: list[str]) -> list[UUID]:
    refs = [_ref(one) for one in named]
    return [one.id for one in refs if one.seller_id == appeal.seller_id]


def _appeal(of: AppealShown) -> dict[str, Any]:
    return {
        "id": str(of.ref),
        "against": of.against.value,
        "subject": str(of.subject),
        "code": of.code,
        "seller": of.seller,
        "at": of.at,
        "due_at": of.due_at,
        "stayed": of.stayed,
        "settled_at": of.settled_at,
        "verdict": of.verdict.value if of.verdict else None,
        "words": of.words,
        "answer": of.answer,
        "took_back": [str(Ref(of.ref.seller_id, one)) for one in of.took_back],
        "files": [file_shape(shown=one) for one in of.files],
        "bodies": [asdict(one) for one in of.bodies],
    }


def _kept(kept: Kept, **more: object) -> HttpResponse:
    said = more | {"archive": stamp(receipt=kept.receipt, seller_id=kept.seller_id)}
    response = answers.of(said, status=201)
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
