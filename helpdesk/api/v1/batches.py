"""Many records in one request."""

from io import BytesIO
from typing import Any

from ninja import Router, Schema

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.sentences import sentence
from helpdesk.kernel import clock
from helpdesk.marketplace import actions as marketplace
from helpdesk.marketplace.terms.outcomes import ImportReport

router = Router()

NDJSON = "application/x-ndjson"
_BODY = {
    "requestBody": {
        "required": True,
        "description": "A record per line, with `type` and `id` in front of the fields that `PUT` takes.",
        "content": {NDJSON: {"schema": {"type": "string"}}},
    }
}


class LineProblem(Schema):
    """What is wrong with a line (from 1)."""

    line: int
    pointer: str
    code: str
    detail: str


class Report(Schema):
    """What became of the lines. `incomplete` counts all that has been named here and has not arrived."""

    lines: int
    created: dict[str, int]
    updated: dict[str, int]
    unchanged: int
    older: int
    waiting: int
    rejected: int
    incomplete: int
    problems: list[LineProblem]


@router.post("/records", response=Report, openapi_extra=_BODY)
def post_records(request: ApiRequest) -> dict[str, Any]:
    """Take in every good line and name every bad one. Safe to repeat: versions make it so."""
    report = marketplace.import_records(actor=request.auth, now=clock.now(), lines=BytesIO(request.body))
    return _shown(report)


def _shown(report: ImportReport) -> dict[str, Any]:
    created = report.applied - report.updated
    return {
        "lines": report.lines,
        "created": {kind.value: count for kind, count in created.items()},
        "updated": {kind.value: count for kind, count in report.updated.items()},
        "unchanged": report.unchanged,
        "older": report.older,
        "waiting": report.waiting,
        "rejected": report.rejected,
        "incomplete": report.incomplete,
        "problems": [
            {
                "line": problem.line,
                "pointer": problem.flaw.pointer,
                "code": problem.flaw.code,
                "detail": sentence(problem.flaw.code, problem.flaw.params),
            }
            for problem in report.problems
        ],
    }
