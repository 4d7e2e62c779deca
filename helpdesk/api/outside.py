"""What all answers of the API share, and problems for addresses and methods that no endpoint saw."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from helpdesk.api.problems import CONTENT_TYPE, problem
from helpdesk.kernel.ids import uuid7

Respond = Callable[[HttpRequest], HttpResponse]

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,100}", re.ASCII)
_CODES = {
    400: "api.bad_request",
    403: "api.forbidden",
    404: "api.no_such_address",
    405: "api.method",
    413: "api.too_large",
    503: "api.unavailable",
}


def answers(respond: Respond) -> Respond:
    """Middleware for addresses under /api/: an id to quote, nothing in shared caches, errors in one shape."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/api/"):
            return respond(request)
        response = _as_problem(request, respond(request))
        sent = request.headers.get("X-Request-ID", "")
        response.headers["X-Request-ID"] = sent if _REQUEST_ID.fullmatch(sent) else str(uuid7())
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "Accept-Language, Authorization"
        return response

    return wrapped


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer itself, or the problem it stands for when Django gave it and not an endpoint."""
    status = response.status_code
    if status < 400 or response.headers.get("Content-Type", "").startswith(CONTENT_TYPE):
        return response
    code = _CODES.get(status, "api.bad_request" if status < 500 else "api.fault")
    replaced = problem(request, code=code, status=status)
    if allowed := response.headers.get("Allow"):
        replaced.headers["Allow"] = allowed
    return replaced
