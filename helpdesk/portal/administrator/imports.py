"""Imports of threads at the desk: the list, a file handed in, what it would do, and what came of it."""

from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from helpdesk.conversations import actions, queries
from helpdesk.conversations.policies import can_import
from helpdesk.conversations.terms.importing import ThreadFormat
from helpdesk.conversations.terms.intakes import LARGEST, LIVES, MAX_NAMED, IntakeState
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Conflict, Forbidden, Invalid, Refusal, TooLarge
from helpdesk.oversight.words import FORMATS, INTAKES
from helpdesk.portal import pages
from helpdesk.portal.drafts import said, sentence
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed

_LOOK_AGAIN = 3  # seconds
_BUSY = (IntakeState.TRYING, IntakeState.RUNNING)
_MB = 1_000_000


@csrf_exempt  # the length is looked at before a byte of the form is read; `_handed_in` asks for the token
@require_http_methods(["GET", "HEAD", "POST"])
@pages.only(Side.ADMINISTRATOR)
def index(request: Signed) -> HttpResponse:
    """The latest first, and the form to hand in a file."""
    if request.method != "POST":
        return _listed(request)
    if not can_import(actor=request.actor):
        raise Forbidden("import.platform_only")
    if int(request.META.get("CONTENT_LENGTH") or 0) > LARGEST:
        return _listed(request, refusal=TooLarge("import.too_large", limit=LARGEST // _MB))
    return _handed_in(request)


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed, intake: UUID) -> HttpResponse:
    """How far it is, what it would do or has done, and what was refused."""
    return _shown(request, intake)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def begin(request: Signed, intake: UUID) -> HttpResponse:
    """What was tried is kept."""
    try:
        actions.begin_import(actor=request.actor, now=clock.now(), intake=intake)
    except Conflict as refusal:
        return _shown(request, intake, refusal=refusal)
    return redirect("administrator:import", intake)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def drop(request: Signed, intake: UUID) -> HttpResponse:
    """Its file goes; what is in stays in."""
    actions.drop_import(actor=request.actor, now=clock.now(), intake=intake)
    return redirect("administrator:import", intake)


@csrf_protect
def _handed_in(request: Signed) -> HttpResponse:
    try:
        id = _taken(request)
    except Refusal as refusal:
        if refusal.kind not in BESIDE_THE_TEXT:
            raise
        return _listed(request, refusal=refusal)
    return redirect("administrator:import", id)


def _taken(request: Signed) -> UUID:
    file = request.FILES.get("file")
    if file is None:
        raise Invalid("import.no_file", field="file")
    return actions.hand_in_threads(
        actor=request.actor,
        now=clock.now(),
        name=file.name or "",
        written=_written(request.POST.get("format", ""), file),
        chunks=file.chunks(),
    )


def _written(said_so: str, file: "File[bytes]") -> ThreadFormat:
    """What the form says; where it leaves that to the file, by the end of its name."""
    suffix = (file.name or "").rpartition(".")[2].lower()
    try:
        return ThreadFormat(said_so or suffix)
    except ValueError:
        raise Invalid("import.format", field="format") from None


def _listed(request: Signed, *, refusal: Refusal | None = None) -> HttpResponse:
    page = queries.intakes(actor=request.actor, after=_place(request.GET.get("after", "")))
    context = {
        "rows": [(one, INTAKES[one.state]) for one in page.data],
        "next": page.next,
        "formats": [(one.value, FORMATS[one]) for one in ThreadFormat],
        "typed": request.POST.get("format", "") if refusal else "",
        "may_import": can_import(actor=request.actor),
        "largest": LARGEST // _MB,
        "refusal": said(refusal) if refusal else None,
    }
    status = STATUS[refusal.kind] if refusal else 200
    return pages.render(request, "administrator/imports/list.html", context, status=status)


def _place(after: str) -> UUID | None:
    try:
        return UUID(after) if after else None
    except ValueError:
        raise Invalid("input.cursor") from None


def _shown(request: Signed, id: UUID, *, refusal: Refusal | None = None) -> HttpResponse:
    found = queries.intake(actor=request.actor, intake=id)
    busy = found.state in _BUSY
    context: dict[str, Any] = {
        "one": found,
        "state": INTAKES[found.state],
        "format": FORMATS[found.written],
        "busy": busy,
        "is_trial": found.state in (IntakeState.TRYING, IntakeState.TRIED),
        "problems": [(one, sentence(one.flaw.code, one.flaw.params)) for one in found.problems],
        "more": len(found.problems) >= MAX_NAMED,
        "goes_at": found.asked_at + LIVES,
        "may_import": can_import(actor=request.actor),
        "refusal": said(refusal) if refusal else None,
    }
    status = STATUS[refusal.kind] if refusal else 200
    response = pages.render(request, "administrator/imports/one.html", context, status=status)
    if busy:
        response.headers["Refresh"] = str(_LOOK_AGAIN)
    return response
