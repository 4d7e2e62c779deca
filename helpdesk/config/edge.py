"""The outermost wrap of every request: refuses what no page or endpoint could hold, as page or as problem."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from helpdesk.portal.errors import bad_request, too_large

_Respond = Callable[[HttpRequest], HttpResponse]


def limits(respond: _Respond) -> _Respond:
    """413 for bodies beyond the limit, before they are read; 400 for addresses with NUL or not UTF-8."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return _refused(request, 400)
        if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return _refused(request, 413)
        if (
            "\x00" in request.path
            or "\x00" in request.META.get("QUERY_STRING", "")
            or "\ufffd" in request.path
        ):
            return _refused(request, 400)
        return respond(request)

    return wrapped


def _refused(request: HttpRequest, status: int) -> HttpResponse:
    if request.path.startswith("/api/"):
        return _problem(status)
    return too_large(request) if status == 413 else bad_request(request)


def _problem(status: int) -> HttpResponse:
    titles = {
        400: _("The request cannot be understood."),
        413: _("The request is too large. Nothing was stored."),
    }
    body = {"type": "about:blank", "status": status, "title": titles[status]}
    return JsonResponse(body, status=status, content_type="application/problem+json")
