"""Every request watched from outside: an id to quote, one line in the log, one sample in the metrics."""

import time
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from helpdesk.api import measured
from helpdesk.api.outside import request_id
from helpdesk.kernel import lines, spent


def watched(respond: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Middleware, the outermost. A route is named by its pattern, a person by the side they are on."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        if not (measured.is_on() or lines.are_written()):
            return respond(request)
        quoted = request_id(request)
        request.META["HTTP_X_REQUEST_ID"] = quoted  # what the API's answers quote
        spent.begin()
        began = time.perf_counter()
        response = respond(request)
        _tell(request, response, quoted, time.perf_counter() - began)
        return response

    return wrapped


def _tell(request: HttpRequest, response: HttpResponse, quoted: str, seconds: float) -> None:
    route, side, status = _route(request), _side(request), response.status_code
    refusal = spent.refusal() if status >= 400 else ""
    method = request.method if request.method in measured.METHODS else "other"
    measured.observe(
        route=route, method=method or "other", side=side, status=status, refusal=refusal, seconds=seconds
    )
    lines.say(
        "request",
        request=quoted,
        side=side,
        method=method,
        route=route,
        status=status,
        ms=round(seconds * 1000, 1),
        sql=spent.statements(),
        refusal=refusal,
    )


def _route(request: HttpRequest) -> str:
    """The pattern of the address, without anything that somebody put into it."""
    if request.resolver_match:
        return request.resolver_match.route or "/"
    return "static" if request.path_info.startswith("/static/") else "none"


def _side(request: HttpRequest) -> str:
    """The side of whoever asks; strangers have none."""
    actor = getattr(request, "auth", None) or getattr(request, "actor", None)
    return str(getattr(actor, "side", "") or "stranger")
