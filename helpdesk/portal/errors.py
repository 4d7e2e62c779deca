"""Error pages: what happened, whether anything was stored, and the next step."""

import psycopg
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation

from helpdesk.archive.queries import was_ended
from helpdesk.kernel.refusal import Busy, Refusal, RefusalKind
from helpdesk.portal.headers import seal
from helpdesk.portal.words import ERRORS, STALE_FORM, ErrorPage

STATUS: dict[RefusalKind, int] = {
    RefusalKind.INVALID: 400,
    RefusalKind.NOT_FOUND: 404,
    RefusalKind.FORBIDDEN: 403,
    RefusalKind.CONFLICT: 409,
    RefusalKind.REUSED: 422,
    RefusalKind.REFUSED: 422,
    RefusalKind.TOO_LARGE: 413,
    RefusalKind.BUSY: 503,
    RefusalKind.TOO_MANY: 429,
}
BESIDE_THE_TEXT = frozenset(
    {
        RefusalKind.INVALID,
        RefusalKind.CONFLICT,
        RefusalKind.REUSED,
        RefusalKind.REFUSED,
        RefusalKind.TOO_LARGE,
        RefusalKind.BUSY,
    }
)
RETRY_SECONDS = 2
_UNAVAILABLE = (Busy, OperationalError, InterfaceError, psycopg.OperationalError)


def is_unavailable(error: Exception) -> bool:
    """Whether the database is away, or has ended what took too long."""
    return isinstance(error, _UNAVAILABLE) or was_ended(error=error)


def as_busy(error: Exception) -> Refusal:
    """A database that restarts or refuses to wait: nothing is lost, the same page may be asked for again."""
    return error if isinstance(error, Busy) else Busy("archive.busy")


def stands_beside(refusal: Refusal, /) -> bool:
    """Whether the form is shown again: a file that is not there any more says nothing of the thread."""
    return refusal.kind in BESIDE_THE_TEXT or refusal.field == "files"


def refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The page of a refusal that no form took up."""
    status = STATUS[refusal.kind]
    response = _page(request, status if status in ERRORS else 400)
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What Django itself refuses: a damaged form, an unknown host, too many fields."""
    return _page(request, 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not this person's to do."""
    return _page(request, 403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not there, or not theirs: nobody learns which."""
    return _page(request, 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our fault. The page asks the database nothing."""
    return _page(request, 500)


def too_large(request: HttpRequest) -> HttpResponse:
    """Refused at the edge, before anybody is known."""
    return _page(request, 413)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from an older sign-in, or from another site."""
    return _page(request, 403, STALE_FORM)


def _page(request: HttpRequest, status: int, error: ErrorPage | None = None) -> HttpResponse:
    """In the language that the middleware chose; at the edge, in the browser's."""
    context = {"status": status, "error": error or ERRORS[status]}
    if hasattr(request, "actor"):
        return render(request, "error.html", context, status=status)
    with translation.override(translation.get_language_from_request(request)):
        return seal(render(request, "error.html", context, status=status))
