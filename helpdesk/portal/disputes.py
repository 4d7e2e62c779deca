"""The dispute pack of a case: one press, for either side and the administrator, in the reader's language."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import FileResponse, HttpResponseBase
from django.utils import translation
from django.views.decorators.http import require_POST

from helpdesk.evidence import actions as evidence
from helpdesk.evidence.words import WORDING
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.oversight import actions as oversight
from helpdesk.portal import drafts, pages
from helpdesk.portal.hats import Signed

View = Callable[..., Any]


def take(side: Side) -> View:
    """The download; that it was taken is on record."""
    return require_POST(pages.only(side)(_take))


def _take(request: Signed, case: Ref) -> HttpResponseBase:
    desk = request.actor.side is Side.ADMINISTRATOR
    package = (oversight if desk else evidence).hand_out_dispute(
        actor=request.actor,
        now=clock.now(),
        case=case,
        language=_language(),
        key=drafts.key_of(request.POST),
        wording=WORDING,
        zone=request.zone,
    )
    return FileResponse(
        package.file, as_attachment=True, filename=package.name, content_type="application/zip"
    )


def _language() -> str:
    spoken = (translation.get_language() or "en")[:2]
    return spoken if spoken in dict(settings.LANGUAGES) else "en"
