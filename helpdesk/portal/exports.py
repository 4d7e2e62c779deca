"""Your data: asking for all that one may read as a file, how far it is, and the download."""

from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.http import FileResponse, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.views.decorators.http import require_http_methods, require_safe

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.portal import drafts, pages
from helpdesk.portal.errors import BESIDE_THE_TEXT, STATUS
from helpdesk.portal.hats import Signed
from helpdesk.takeout import actions, queries
from helpdesk.takeout.terms.exports import MAX_REASON, ExportState, Of
from helpdesk.takeout.words import STATES

View = Callable[..., HttpResponseBase]
ZIP = "application/zip"
_LOOK_AGAIN = 4  # seconds
_LONGEST = 200  # characters of what the Platform calls somebody


def of(side: Side) -> list[URLPattern]:
    """The page of a side and its files."""
    return [
        path("exports", _page(side), name="exports"),
        path("exports/<ref:export>/file", _file(side), name="export_file"),
    ]


def _page(side: Side) -> View:
    @require_http_methods(["GET", "HEAD", "POST"])
    @pages.only(side)
    def page(request: Signed) -> HttpResponse:
        """What was asked for, and the form to ask."""
        if request.method != "POST":
            return _shown(request)
        try:
            _ask(request)
        except Refusal as refusal:
            if refusal.kind not in BESIDE_THE_TEXT and refusal.field != "of":
                raise
            return _shown(request, refusal=refusal)
        return redirect(f"{side.value}:exports")

    return page


def _file(side: Side) -> View:
    @require_safe
    @pages.only(side)
    def file(request: Signed, export: Ref) -> FileResponse:
        """The file, for whoever asked for it."""
        opened = queries.open_export(actor=request.actor, now=clock.now(), export=export)
        return FileResponse(
            opened, as_attachment=True, filename=f"helpdesk-data-{export}.zip", content_type=ZIP
        )

    return file


def _ask(request: Signed) -> None:
    form = request.POST
    drafts.refuse_broken_bytes(request)
    language = form.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise Invalid("evidence.language", field="language")
    actions.request_export(
        actor=request.actor,
        now=clock.now(),
        language=language,
        key=drafts.key_of(form),
        of=_whose(form.get("side", ""), form.get("of", "")) if "of" in form else None,
        reason=form.get("reason", ""),
    )


def _whose(side: str, name: str) -> Of:
    if side not in (Side.SELLER.value, Side.BUYER.value) or not name.strip():
        raise Invalid("export.reason", field="of")
    return Of(side=Side(side), name=name.strip()[:_LONGEST])


def _shown(request: Signed, *, refusal: Refusal | None = None) -> HttpResponse:
    side = request.actor.side.value
    rows = queries.exports(actor=request.actor, now=clock.now())
    busy = any(row.state in (ExportState.WAITING, ExportState.RUNNING) for row in rows)
    context = {
        "rows": [(row, STATES[row.state]) for row in rows],
        "busy": busy,
        "key": str(uuid4()),
        "languages": settings.LANGUAGES,
        "typed": request.POST,
        "longest": MAX_REASON,
        "refusal": drafts.said(refusal) if refusal else None,
        "exports_at": f"{side}:exports",
        "export_file_at": f"{side}:export_file",
    }
    status = STATUS[refusal.kind] if refusal else 200
    response = pages.render(request, "account/exports.html", context, status=status)
    if busy:
        response.headers["Refresh"] = str(_LOOK_AGAIN)
    return response
