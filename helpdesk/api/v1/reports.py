"""Reports: what one side tells the Platform about the other, and what a person decides."""

from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import conversation_of, ref_of, reference_of, uploads_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.report_shapes import (
    LeadingList,
    OpenReportShape,
    Reports,
    ReportShape,
    StoredOutcome,
    StoredReport,
)
from helpdesk.api.v1.shapes import file, message, stamp
from helpdesk.archive.terms import Kept
from helpdesk.conversations.queries import thread
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, NotFound
from helpdesk.marketplace.terms.kinds import Kind
from helpdesk.oversight import actions as oversight
from helpdesk.oversight.queries import read_report
from helpdesk.reports import actions, queries
from helpdesk.reports.terms import Found, Line, Outcome, Report, Ruling, Said, Settled, Subject

router, conversations = Router(), Router()
_MISSING = "report.not_found"
_LISTS = {"waiting": queries.waiting, "settled": queries.settled}


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class ReportBody(_Body):
    """About one conversation, where one of its messages (its entry), or about one order (our id, or the
    Platform's after `ext:`). `channel`: here (the usual), mail, sms, phone or post, for what may come from
    outside. `files` are uploads of the reporter's to this Seller.
    """

    what: Annotated[str, Field(max_length=40)] = Field(examples=["pay_outside"])
    conversation: Annotated[str, Field(max_length=100)] | None = None
    message: Annotated[str, Field(max_length=100)] | None = None
    order: Annotated[str, Field(max_length=200)] | None = None
    channel: Annotated[str, Field(max_length=40)] = ""
    text: str = ""
    files: Annotated[list[Annotated[str, Field(max_length=100)]], Field(max_length=20)] = []


class ReportDecisionBody(_Body):
    """`kind` only where it is founded: what it counts as. `reason` is what the reporter reads, in the
    reporter's language; whoever is turned down is told one.
    """

    decision: Literal["founded", "unfounded", "abusive"]
    kind: Annotated[str, Field(max_length=40)] | None = None
    reason: str = ""


@router.get("", response=Reports)
def index(
    request: ApiRequest, state: Annotated[Literal["waiting", "settled"], Query()] = "waiting"
) -> dict[str, Any]:
    """A side's own, the latest first; at the desk those that wait, the most urgent first, or (`state`) those
    that were decided.
    """
    actor = request.auth
    if actor.side is Side.ADMINISTRATOR:
        return {"data": [_line(one) for one in _LISTS[state](actor=actor)]}
    return {"data": [_line(one) for one in queries.own(actor=actor)]}


@router.post("", response={201: StoredReport}, openapi_extra=KEYED)
def report(request: ApiRequest, body: ReportBody) -> HttpResponse:
    """A Buyer reports a Seller, or a Seller a Buyer. The other side sees nothing of it."""
    subject = _subject(body)
    about = subject.order or subject.conversation
    files = uploads_of(files=body.files, seller_id=about.seller_id if about else 0)
    filed = actions.file_report(
        actor=request.auth,
        now=clock.now(),
        subject=subject,
        said=Said(what=body.what, channel=body.channel, words=body.text, files=files),
        key=key_of(request),
    )
    return _kept(filed.kept, report=str(filed.report), due_at=filed.due_at)


@router.get("/{report}", response=OpenReportShape | ReportShape)
def show(request: ApiRequest, report: str) -> dict[str, Any]:
    """For its side; with a reading of its `file` in force for administrators, who see what surrounds it."""
    actor, ref = request.auth, reference_of(text=report, missing=_MISSING)
    if actor.side is not Side.ADMINISTRATOR:
        return _shown(queries.report_of(actor=actor, report=ref))
    found = read_report(actor=actor, now=clock.now(), report=ref)
    past = found.history
    return _shown(found.report) | {
        "around": [message(shown=one) for one in found.thread.messages] if found.thread else [],
        "past": {"founded": past.founded, "unfounded": past.unfounded, "abusive": past.abusive},
    }


@router.post("/{report}/decisions", response={201: StoredOutcome}, openapi_extra=KEYED)
def decide(request: ApiRequest, report: str, body: ReportDecisionBody) -> HttpResponse:
    """Reviewers and compliance decide, once; it needs a reading of the `file` in force."""
    if body.kind is not None and body.kind not in list(Found):
        raise Invalid("report.found", field="kind")
    kept = oversight.settle_report(
        actor=request.auth,
        now=clock.now(),
        report=reference_of(text=report, missing=_MISSING),
        ruling=Ruling(
            outcome=Outcome(body.decision),
            found=None if body.kind is None else Found(body.kind),
            reason=body.reason,
        ),
        key=key_of(request),
    )
    return _kept(kept)


@conversations.get("/{conversation}/outside", response=LeadingList)
def outside(request: ApiRequest, conversation: str) -> dict[str, Any]:
    """For its Buyer: which of the Seller's latest messages seem to lead outside the Platform, where buyer
    protection ends. Empty for the Seller.
    """
    actor, ref = request.auth, conversation_of(text=conversation)
    if actor.side not in (Side.BUYER, Side.SELLER):
        raise NotFound("conversation.not_found")
    said = [one.id for one in thread(actor=actor, conversation=ref).messages]
    found = queries.outside(actor=actor, conversation=ref, messages=said)
    known = queries.own_reports_in(actor=actor, conversation=ref)
    return {
        "data": [
            {
                "message": str(entry),
                "what": one.what.value,
                "report": str(known[entry]) if entry in known else None,
            }
            for entry, one in found.items()
        ]
    }


def _subject(body: ReportBody) -> Subject:
    """Raises NotFound for what cannot be one of our ids, Invalid for a message without its conversation."""
    if body.message is not None and body.conversation is None:
        raise Invalid("report.one_subject", field="message")
    return Subject(
        conversation=None if body.conversation is None else conversation_of(text=body.conversation),
        message=None if body.message is None else _entry(body.message),
        order=None if body.order is None else ref_of(kind=Kind.ORDER, text=body.order),
    )


def _entry(text: str) -> UUID:
    """Raises NotFound."""
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("message.not_found", field="message") from None


def _line(line: Line) -> dict[str, Any]:
    seller_id = line.report.seller_id
    return {
        "id": str(line.report),
        "file": str(line.file),
        "side": line.side.value,
        "about": line.about.value,
        "what": line.what.value,
        "channel": line.channel.value,
        "order": str(line.order) if line.order else None,
        "message": str(line.message) if line.message else None,
        "title": line.title,
        "seller": line.seller,
        "market": line.market,
        "at": line.at,
        "due_at": line.due_at,
        "ranks_last": line.ranks_last,
        "outcome": _outcome(line.settled, seller_id) if line.settled else None,
    }


def _outcome(settled: Settled, seller_id: int) -> dict[str, Any]:
    return {
        "entry": str(Ref(seller_id, settled.entry)),
        "at": settled.at,
        "decision": settled.outcome.value,
        "kind": settled.found.value if settled.found else None,
        "reason": settled.reason,
        "warned": settled.warned,
        "last_until": settled.last_until,
    }


def _shown(found: Report) -> dict[str, Any]:
    said = {"text": found.words, "language": found.language}
    return _line(found.line) | said | {"files": [file(shown=one) for one in found.files]}


def _kept(kept: Kept, **more: Any) -> HttpResponse:
    said = more | {"archive": stamp(receipt=kept.receipt, seller_id=kept.seller_id)}
    response = answers.of(said, status=201)
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
