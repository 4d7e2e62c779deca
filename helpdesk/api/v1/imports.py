"""Threads of an older system, in one request; and what was imported so far, from wherever it came."""

from datetime import datetime
from io import BytesIO
from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router, Schema, Status
from pydantic import Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.sentences import sentence
from helpdesk.conversations import actions, queries
from helpdesk.conversations.terms.importing import Refusing, ThreadFormat, ThreadsReport
from helpdesk.conversations.terms.intakes import IntakeShown, IntakeState
from helpdesk.kernel import clock
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import NotFound

router = Router()
_Limit = Annotated[int, Query(), Field(ge=1, le=200)]
_After = Annotated[UUID | None, Query(description="`next` of the page before.")]
Trial = Annotated[bool, Query(description="Only say what would come of it; nothing is kept.")]

_BODY = {
    "requestBody": {
        "required": True,
        "description": "The file, as the reference of imports describes it: UTF-8, at most 1 MB.",
        "content": {
            "application/x-ndjson": {"schema": {"type": "string"}},
            "application/json": {"schema": {"type": "array", "items": {"type": "object"}}},
            "text/csv": {"schema": {"type": "string"}},
        },
    }
}


class ThreadProblem(Schema):
    """Why a thread was not taken in: the line (from 1), its id where it was read, and what is wrong."""

    line: int
    thread: str
    pointer: str
    code: str
    detail: str


class ThreadsImported(Schema):
    """What became of the threads, or would with `dry_run`. `begun` and `extended` count conversations,
    `messages` those added and `known` those that were here; `rejected` counts threads, of which `problems`
    names the first. `remarked`: in so many the rules for messages find something; nothing follows. `entry`
    is the import's own in the Archive, null where nothing was added.
    """

    dry_run: bool
    threads: int
    begun: int
    extended: int
    messages: int
    known: int
    rejected: int
    remarked: int
    digest: str
    entry: str | None
    problems: list[ThreadProblem]


class ThreadsImport(Schema):
    """An import of threads. `by` is who said that it shall be kept, a person or a client of the Platform, and
    empty for commands; `name` is the file's, where it had one.

    The counts are what a trial found until it is imported (`state`: `trying`, `tried`), and what came of
    it then (`running`, `done`). `removed`: its file went before, or it was stopped.
    """

    id: str
    state: IntakeState
    by: str
    name: str
    format: ThreadFormat
    bytes: int
    percent: int
    asked_at: datetime
    ended_at: datetime | None
    threads: int
    begun: int
    extended: int
    messages: int
    known: int
    rejected: int
    remarked: int
    entry: str | None


class ThreadsImportWhole(ThreadsImport):
    """With the first of what was refused, for a week."""

    problems: list[ThreadProblem]


class ThreadsImports(Schema):
    """The latest first; `next` is the `after` of the rest."""

    data: list[ThreadsImport]
    next: str | None


@router.get("", response=ThreadsImports)
def listed(request: ApiRequest, limit: _Limit = 50, after: _After = None) -> dict[str, Any]:
    """For administrators and the Platform: imports by page, command or request."""
    page = queries.intakes(actor=request.auth, limit=limit, after=after)
    return {"data": [_import(one) for one in page.data], "next": str(page.next) if page.next else None}


@router.get("/{imported}", response=ThreadsImportWhole)
def show_import(request: ApiRequest, imported: str) -> dict[str, Any]:
    """One of them."""
    one = queries.intake(actor=request.auth, intake=_id(imported))
    return _import(one) | {"problems": [_problem(problem) for problem in one.problems]}


@router.delete("/{imported}", response={204: None})
def drop(request: ApiRequest, imported: str) -> Status[None]:
    """Remove the file of one that is not over, and stop it. What is in stays in."""
    actions.drop_import(actor=request.auth, now=clock.now(), intake=_id(imported))
    return Status(204, None)


@router.post("", response=ThreadsImported, openapi_extra=_BODY)
def post_threads(
    request: ApiRequest,
    format: Annotated[ThreadFormat, Query()] = ThreadFormat.NDJSON,  # noqa: A002
    dry_run: Trial = False,
) -> dict[str, Any]:
    """Take in every good thread whole and name every bad one. Safe to repeat: the file's ids make it so."""
    report = actions.import_threads(
        actor=request.auth, now=clock.now(), stream=BytesIO(request.body), written=format, dry_run=dry_run
    )
    return _shown(report)


def _shown(report: ThreadsReport) -> dict[str, Any]:
    counts = (
        "dry_run",
        "threads",
        "begun",
        "extended",
        "messages",
        "known",
        "rejected",
        "remarked",
        "digest",
    )
    return {name: getattr(report, name) for name in counts} | {
        "entry": str(Ref(OPERATOR, report.entry.receipt.entry)) if report.entry else None,
        "problems": [_problem(one) for one in report.problems],
    }


def _problem(one: Refusing) -> dict[str, Any]:
    return {
        "line": one.line,
        "thread": one.thread,
        "pointer": one.flaw.pointer,
        "code": one.flaw.code,
        "detail": sentence(one.flaw.code, one.flaw.params),
    }


def _import(one: IntakeShown) -> dict[str, Any]:
    same = ("state", "by", "name", "percent", "asked_at", "ended_at", "threads", "begun", "extended")
    counts = ("messages", "known", "rejected", "remarked")
    return {name: getattr(one, name) for name in same + counts} | {
        "id": str(one.id),
        "format": one.written,
        "bytes": one.size,
        "entry": str(one.entry) if one.entry else None,
    }


def _id(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise NotFound("import.not_found") from None
