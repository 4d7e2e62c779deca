"""Is the record whole? What was found last, and a look at everything now, with its progress on the page."""

import json
from collections.abc import Iterator
from typing import Any, cast

from django.conf import settings
from django.http import HttpResponse, StreamingHttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.views.decorators.http import require_POST, require_safe

from helpdesk.archive.terms import Finding, Progress
from helpdesk.archive.words import STANDSTILL
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.refusal import Busy, Refusal
from helpdesk.oversight import actions, queries
from helpdesk.portal import pages
from helpdesk.portal.administrator.progress import Step, mark, paced
from helpdesk.portal.administrator.verified import NAMED, fault, glance
from helpdesk.portal.drafts import said
from helpdesk.portal.hats import Signed

LINES = "application/x-ndjson"
_HERE = "<!-- the steps -->"  # where the page that fills itself is open
_FAST, _SLOW = 0.1, 1.0  # seconds between two words on progress: for a bar, and for a list that grows


@require_safe
@pages.only(Side.ADMINISTRATOR)
def show(request: Signed) -> HttpResponse:
    """The state in big letters, what was looked at, what is wrong by name, and who looked when."""
    return page(request)


def page(request: Signed, *, asked: str = "", refusal: Refusal | None = None) -> HttpResponse:
    """With what was asked for on it, where nothing was found."""
    log = queries.log_state(actor=request.actor)
    context = {
        "integrity": glance(queries.integrity(actor=request.actor)),
        "log": log,
        "standstill": STANDSTILL.get(log.refusal, log.refusal) if log else "",
        "asked": asked,
        "refusal": said(refusal) if refusal else None,
    }
    return pages.render(request, "administrator/integrity.html", context, status=404 if refusal else 200)


@require_POST
@pages.only(Side.ADMINISTRATOR)
def verify(request: Signed) -> HttpResponse:
    """Look at everything; the answer grows while we look, so that nobody waits in the dark.

    A browser with our script reads lines; one without gets a page that fills itself.
    """
    lines = LINES in request.headers.get("Accept", "")
    written = _lines(request) if lines else _page(request)
    kind = LINES if lines else "text/html; charset=utf-8"
    answer = StreamingHttpResponse(_spoken(written, translation.get_language() or "en"), content_type=kind)
    return cast("HttpResponse", answer)  # to Django they are cousins; to a page the same


def _spoken(parts: Iterator[str], language: str) -> Iterator[str]:
    """Each part in the reader's language, which the middleware has put aside by the time it is made."""
    while True:
        with translation.override(language):
            part = next(parts, None)
        if part is None:
            return
        yield part


def _steps(request: Signed, *, seconds: float) -> Iterator[Step]:
    mirrors = settings.HELPDESK_MIRRORS
    try:
        looking = actions.verify(actor=request.actor, now=clock.now(), mirrors=mirrors)
        yield from paced(looking, seconds=seconds, most=NAMED)
    except Busy as busy:
        yield busy


def _lines(request: Signed) -> Iterator[str]:
    for step in _steps(request, seconds=_FAST):
        yield json.dumps(_line(step)) + "\n"


def _line(step: Step) -> dict[str, Any]:
    if isinstance(step, Progress):
        return {"percent": (at := mark(step)).percent, "said": at.said}
    if isinstance(step, Finding):
        return {"fault": (named := fault(step, {})).what, "row": named.row}
    if isinstance(step, Busy):
        return {"refused": said(step).sentence}
    return {"findings": step.findings, "to": reverse("administrator:integrity")}


def _page(request: Signed) -> Iterator[str]:
    context = {"now": clock.now(), "zone": request.zone}
    head, tail = render_to_string("administrator/verifying.html", context, request).split(_HERE)
    yield head
    for step in _steps(request, seconds=_SLOW):
        yield render_to_string("administrator/step.html", _said(step))
    yield tail


def _said(step: Step) -> dict[str, Any]:
    if isinstance(step, Progress):
        return {"progress": mark(step)}
    if isinstance(step, Finding):
        return {"fault": fault(step, {})}
    return {"refusal": said(step)} if isinstance(step, Busy) else {"verified": step}
