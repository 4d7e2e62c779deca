"""Integrity: is the record whole? What was found last, and a look at it now."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Literal

import msgspec
from django.conf import settings
from django.http import StreamingHttpResponse
from ninja import Router, Schema
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of
from helpdesk.archive.terms import Finding, Progress, Standing
from helpdesk.kernel import clock
from helpdesk.oversight import actions, queries
from helpdesk.oversight.terms import Verified

LINES = "application/x-ndjson"
router = Router()


class FindingShape(Schema):
    """What is not as it was sealed; `conversation` where it lies in one."""

    code: str
    row: str
    detail: str
    conversation: str | None


class Verification(Schema):
    """One look. `conversation` null: the whole record. `findings` counts all, `named` holds the first 100."""

    id: str
    by: str
    conversation: str | None
    started_at: datetime
    finished_at: datetime
    entries: int
    pending: int
    findings: int
    named: list[FindingShape]


class Log(Schema):
    """The signed log: `signed` entries lie under the checkpoint of `signed_at`, `unsigned` have a number.

    `refusal` says why nothing is numbered and signed, where that is so: a code.
    """

    origin: str
    key_fingerprint: str
    trees: int
    signed: int
    signed_at: datetime | None
    unsigned: int
    witnesses: list[str]
    refusal: str | None
    refused_at: datetime | None


class Integrity(Schema):
    """`entries` are there now, `pending` of them without a number yet; `last` looked at everything."""

    state: Literal["unknown", "whole", "broken"]
    entries: int
    pending: int
    last: Verification | None
    broken: Verification | None
    recent: list[Verification]
    log: Log | None


class ReceiptGiven(Schema):
    """The `archive` of an answer, as it was; or its `receipt` with the leaf hash."""

    model_config = ConfigDict(extra="allow")


class ReceiptVerdict(Schema):
    """`ours`: signed by a key that the log published. `number` is the entry's place, if it has one."""

    ours: bool
    standing: Literal["unknown_key", "forged", "missing", "altered", "waiting", "late", "in_log"]
    entry: str
    at: datetime
    in_log_by: datetime
    number: int | None


class Checking(Schema):
    """A conversation; without one, the whole record."""

    model_config = ConfigDict(extra="forbid")

    conversation: str | None = Field(None, max_length=40)


_STREAM = {
    "responses": {
        "200": {
            "description": "Lines of JSON: progress, findings as they are found, the verification at last.",
            "content": {LINES: {"schema": {"type": "string"}}},
        }
    }
}


@router.get("", response=Integrity)
def show(request: ApiRequest) -> dict[str, Any]:
    """From remembered verifications, without looking again."""
    found = queries.integrity(actor=request.auth)
    return {
        "state": found.state.value,
        "entries": found.entries,
        "pending": found.pending,
        "last": found.whole and _verified(found.whole),
        "broken": found.broken and _verified(found.broken),
        "recent": [_verified(one) for one in found.recent],
        "log": _log(queries.log_state(actor=request.auth)),
    }


def _log(state: queries.LogState | None) -> dict[str, Any] | None:
    if state is None:
        return None
    return {
        "origin": state.origin,
        "key_fingerprint": state.fingerprint,
        "trees": state.trees,
        "signed": state.signed,
        "signed_at": state.at,
        "unsigned": state.unsigned,
        "witnesses": [*state.witnesses],
        "refusal": state.refusal or ("checkpoint.refused" if state.damaged else None),
        "refused_at": state.refused_at,
    }


@router.post("/receipts", response=ReceiptVerdict)
def check_receipt(request: ApiRequest, body: ReceiptGiven) -> dict[str, Any]:
    """Hold a receipt against the record: is it ours, is its entry unchanged, and is it in the signed log?"""
    del body  # described for readers; what was signed is read from the bytes as they came
    found = queries.receipt_verdict(actor=request.auth, now=clock.now(), text=request.body)
    return {
        "ours": found.standing not in (Standing.UNKNOWN_KEY, Standing.FORGED),
        "standing": found.standing.value,
        "entry": str(found.receipt.entry),
        "at": found.receipt.at,
        "in_log_by": found.receipt.in_log_by,
        "number": found.number,
    }


@router.post("/verifications", openapi_extra=_STREAM)
def verify(request: ApiRequest, body: Checking) -> StreamingHttpResponse:
    """Look now. The answer comes line by line; without its last line nothing was remembered."""
    steps = actions.verify(
        actor=request.auth,
        now=clock.now(),
        mirrors=settings.HELPDESK_MIRRORS,
        conversation=conversation_of(text=body.conversation) if body.conversation else None,
    )
    return StreamingHttpResponse(_lines(steps), content_type=LINES)


def _lines(steps: Iterator[Progress | Finding | Verified]) -> Iterator[bytes]:
    for step in steps:
        yield msgspec.json.encode(_line(step)) + b"\n"


def _line(step: Progress | Finding | Verified) -> dict[str, Any]:
    if isinstance(step, Progress):
        return {"stage": step.stage, "done": step.done, "total": step.total}
    return {"finding": _finding(step)} if isinstance(step, Finding) else {"verification": _verified(step)}


def _verified(one: Verified) -> dict[str, Any]:
    return {
        "id": str(one.id),
        "by": one.by,
        "conversation": str(one.conversation) if one.conversation else None,
        "started_at": one.started_at,
        "finished_at": one.finished_at,
        "entries": one.entries,
        "pending": one.pending,
        "findings": one.findings,
        "named": [_finding(finding) for finding in one.named],
    }


def _finding(one: Finding) -> dict[str, Any]:
    chain = str(one.chain) if one.chain else None
    return {"code": one.code, "row": one.row, "detail": one.detail, "conversation": chain}
