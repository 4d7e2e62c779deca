"""The outermost wrap of every request: refuses what no page or endpoint could hold."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

_Respond = Callable[[HttpRequest], HttpResponse]


def limits(respond: _Respond) -> _Respond:
    """413 for bodies beyond the limit, before they are read; 400 for addresses that are not UTF-8 or hold NUL."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            return _problem(400, _("The request cannot be understood."))
        if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            return _problem(413, _("The request is too large. Nothing was stored."))
        if "\x00" in request.path or "\x00" in request.META.get("QUERY_STRING", "") or "\ufffd" in request.path:
            return _problem(400, _("The request cannot be understood."))
        return respond(request)

    return wrapped


def _problem(status: int, title: str) -> HttpResponse:
    body = {"type": "about:blank", "status": status, "title": title}
    return JsonResponse(body, status=status, content_type="application/problem+json")
