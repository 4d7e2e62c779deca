"""Exports: all that the caller may read, as one file; made by the worker, for its owner alone."""

from datetime import datetime
from typing import Annotated, Any, Literal

from django.conf import settings
from django.http import FileResponse, HttpResponse
from ninja import Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import key_of
from helpdesk.api.references import reference_of
from helpdesk.api.v1.posting import KEYED
from helpdesk.api.v1.shapes import Stamp, stamp
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Invalid
from helpdesk.takeout import actions, queries
from helpdesk.takeout.terms.exports import ExportShown, ExportState, Of

router = Router()
ZIP = "application/zip"
_FILE: dict[str, Any] = {
    "responses": {
        "200": {
            "description": "The file; docs/howto/take-your-data.md says what is in it.",
            "content": {ZIP: {"schema": {"type": "string", "format": "binary"}}},
        }
    }
}


class WhoseExport(Schema):
    """Somebody else's data, for compliance: `id` is what the Platform calls them."""

    model_config = ConfigDict(extra="forbid")

    side: Literal["seller", "buyer"]
    id: Annotated[str, Field(min_length=1, max_length=200)]


class ExportBody(Schema):
    """`language`: of the pages in it, the caller's own if absent. `of` and `reason`: compliance only."""

    model_config = ConfigDict(extra="forbid")

    language: Annotated[str, Field(max_length=10)] | None = None
    of: WhoseExport | None = None
    reason: Annotated[str, Field(max_length=5000)] = ""


class ExportShape(Schema):
    """`percent` is how far it is; `size` in bytes and `sha256` are of the file, `entries` how many entries of
    the Archive it holds. It can be had until `expires_at`, at `file`.
    """

    id: str
    state: ExportState
    language: str
    asked_at: datetime
    percent: int
    entries: int
    size: int
    sha256: str
    made_at: datetime | None
    expires_at: datetime | None
    of: WhoseExport | None
    reason: str
    file: str | None


class Exports(Schema):
    """The latest first."""

    data: list[ExportShape]


class ExportAsked(Schema):
    """The export's id, and the entry that asks for it."""

    id: str
    archive: Stamp


@router.post("", response={201: ExportAsked}, openapi_extra=KEYED)
def ask(request: ApiRequest, response: HttpResponse, body: ExportBody) -> Status[dict[str, Any]]:
    """Ask for everything that the caller may read. One at a time; it is ready within minutes."""
    language = body.language or request.auth.language
    if language not in dict(settings.LANGUAGES):
        raise Invalid("evidence.language", field="language")
    kept = actions.request_export(
        actor=request.auth,
        now=clock.now(),
        language=language,
        key=key_of(request),
        of=Of(side=Side(body.of.side), name=body.of.id.removeprefix("ext:")) if body.of else None,
        reason=body.reason,
    )
    if kept.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    archive = stamp(receipt=kept.receipt, seller_id=kept.seller_id)
    return Status(201, {"id": archive["entry"], "archive": archive})


@router.get("", response=Exports)
def index(request: ApiRequest) -> dict[str, Any]:
    """Those that the caller asked for."""
    return {"data": [_shape(one) for one in queries.exports(actor=request.auth, now=clock.now())]}


@router.get("/{export}", response=ExportShape)
def show(request: ApiRequest, export: str) -> dict[str, Any]:
    """One of them."""
    ref = reference_of(text=export, missing="export.not_found")
    return _shape(queries.export_of(actor=request.auth, now=clock.now(), export=ref))


@router.get("/{export}/file", openapi_extra=_FILE)
def download(request: ApiRequest, export: str) -> FileResponse:
    """The file, for whoever asked for it and nobody else."""
    ref = reference_of(text=export, missing="export.not_found")
    file = queries.open_export(actor=request.auth, now=clock.now(), export=ref)
    return FileResponse(
        file,
        as_attachment=True,
        filename=f"helpdesk-data-{ref}.zip",
        content_type=ZIP,
        headers={"Cache-Control": "no-store"},
    )


def _shape(one: ExportShown) -> dict[str, Any]:
    return {
        "id": str(one.ref),
        "state": one.state,
        "language": one.language,
        "asked_at": one.asked_at,
        "percent": 100 if one.made_at else one.percent,
        "entries": one.entries,
        "size": one.size,
        "sha256": one.digest,
        "made_at": one.made_at,
        "expires_at": one.expires_at,
        "of": {"side": one.of.side.value, "id": one.of.name} if one.of else None,
        "reason": one.reason,
        "file": f"/api/v1/exports/{one.ref}/file" if one.state is ExportState.READY else None,
    }
