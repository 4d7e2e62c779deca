"""What all answers of the API share, and problems for addresses and methods that no endpoint saw."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from helpdesk.api import lifecycle, limits
from helpdesk.api.problems import CONTENT_TYPE, problem
from helpdesk.api.versions import versioned
from helpdesk.kernel.ids import uuid7

Respond = Callable[[HttpRequest], HttpResponse]

_REQUEST_ID = re.compile(r"[A-Za-z0-9._:-]{1,100}", re.ASCII)
_REFERENCE = "/api/v1/docs"
_CODES = {
    400: "api.bad_request",
    403: "api.forbidden",
    404: "api.no_such_address",
    405: "api.method",
    413: "api.too_large",
    412: "api.stale",
    429: "api.too_many",
    503: "api.unavailable",
}


def is_page(*, path: str) -> bool:
    """Whether people read it: the reference, under the API's own address."""
    return path == _REFERENCE or path.startswith(f"{_REFERENCE}/")


def request_id(request: HttpRequest, /) -> str:
    """What to quote about this request: the caller's own word, else a fresh one of ours."""
    sent = request.headers.get("X-Request-ID", "")
    return sent if _REQUEST_ID.fullmatch(sent) else str(uuid7())


def answers(respond: Respond) -> Respond:
    """Middleware for addresses under /api/: an id to quote, nothing in shared caches, errors in one shape."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith("/api/") or is_page(path=request.path_info):
            return respond(request)
        response = _as_problem(request, versioned(request=request, respond=respond))
        response.headers["X-Request-ID"] = request_id(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Vary"] = "Accept-Language, Authorization"
        limits.say(request=request, response=response)
        lifecycle.say(
            method=request.method or "", path=request.path_info, response=response, table=lifecycle.RETIRING
        )
        if response.status_code == 200 and (place := getattr(request, "next_place", None)) is not None:
            query = request.GET.copy()
            query["after"] = str(place)
            target = f"{request.path}?{query.urlencode()}"
            lifecycle.add_link(response=response, target=target, rel="next")
        if scope := getattr(request, "scope_missing", None):  # RFC 6750, 3.1
            told = f'Bearer realm="Helpdesk", error="insufficient_scope", scope="{scope}"'
            response.headers["WWW-Authenticate"] = told
        return response

    return wrapped


def _as_problem(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The answer itself, or the problem it stands for when Django gave it and not an endpoint."""
    status = response.status_code
    if status < 400 or hasattr(response, "in_its_own_shape"):
        return response
    if response.headers.get("Content-Type", "").startswith(CONTENT_TYPE):
        return response
    code = _CODES.get(status, "api.bad_request" if status < 500 else "api.fault")
    replaced = problem(request, code=code, status=status)
    if allowed := response.headers.get("Allow"):
        replaced.headers["Allow"] = allowed
    return replaced
