"""Problems (RFC 9457): every error of the API has one shape, a stable code, and its places."""

import logging
from collections.abc import Iterable, Mapping
from typing import Any

import psycopg
from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import InterfaceError, InternalError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.request import UnreadablePostError
from django.utils import translation
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError

from helpdesk.api.sentences import hint, language_of, sentence
from helpdesk.archive.queries import was_ended
from helpdesk.kernel.refusal import Busy, Refusal, RefusalKind
from helpdesk.kernel.shape import Flaw, Misshapen, flaws_in

CONTENT_TYPE = "application/problem+json"
RETRY_SECONDS = 2
STATUS = {
    RefusalKind.INVALID: 422,
    RefusalKind.NOT_FOUND: 404,
    RefusalKind.FORBIDDEN: 403,
    RefusalKind.CONFLICT: 409,
    RefusalKind.REUSED: 422,
    RefusalKind.REFUSED: 422,
    RefusalKind.TOO_LARGE: 413,
    RefusalKind.BUSY: 503,
    RefusalKind.TOO_MANY: 429,
}
_log = logging.getLogger(__name__)


def problem(
    request: HttpRequest,
    *,
    code: str,
    status: int,
    params: Mapping[str, object] | None = None,
    flaws: Iterable[Flaw] = (),
    **more: object,
) -> HttpResponse:
    """The answer to an error; `more` are members of its own that the kind of problem defines."""
    language = language_of(request)
    with translation.override(language):
        title = sentence(code, params or {})
        body: dict[str, Any] = {"type": type_of(code=code), "title": title, "status": status, "code": code}
        if errors := [_error(flaw) for flaw in flaws]:
            body["errors"] = errors
        if (advice := hint(code)) is not None:
            body["hint"] = advice
    response = JsonResponse(more | body, status=status, content_type=CONTENT_TYPE)
    response.headers["Content-Language"] = language
    if status == 503:
        response.headers["Retry-After"] = str(RETRY_SECONDS)
    return response


def type_of(*, code: str) -> str:
    """The address of the page about a code (RFC 9457, 3.1.1)."""
    return f"{settings.HELPDESK.public_url.rstrip('/')}/problems/{code}"


def refused(
    request: HttpRequest, refusal: Refusal, *, status: int | None = None, **more: object
) -> HttpResponse:
    """A refusal of a deed. One flaw gives the problem its code, several are `input.misshapen`."""
    status = status or STATUS[refusal.kind]
    if isinstance(refusal, Misshapen):
        only = refusal.flaws[0] if len(refusal.flaws) == 1 else Flaw(code=refusal.code)
        return problem(request, code=only.code, status=status, params=only.params, flaws=refusal.flaws)
    params = {name: value for name, value in refusal.params.items() if isinstance(value, str | int)}
    flaws = [Flaw(code=refusal.code, pointer=f"/{refusal.field}", params=params)] if refusal.field else []
    return problem(request, code=refusal.code, status=status, params=params, flaws=flaws, **params, **more)


def _error(flaw: Flaw) -> dict[str, str]:
    place = {"pointer": f"#{flaw.pointer}"}
    if flaw.pointer.startswith("?"):
        place = {"parameter": flaw.pointer[1:]}
    return {**place, "code": flaw.code, "detail": sentence(flaw.code, flaw.params)}


def _misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Where ninja found fault: in the body by pointer, in the address or a header by name."""
    flaws: list[Flaw] = []
    for found in error.errors:
        where, *rest = found["loc"]
        if where == "body":
            flaws += flaws_in([found], skip=2)  # type: ignore[list-item]
        else:
            (flaw,) = flaws_in([found], skip=len(found["loc"]))  # type: ignore[list-item]
            flaws.append(Flaw(code=flaw.code, pointer=f"?{rest[-1] if rest else where}", params=flaw.params))
    return refused(request, Misshapen(*flaws))


def _signed_out(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
    response = problem(request, code="api.signed_out", status=401)
    challenge = 'Bearer realm="Helpdesk"'
    if request.headers.get("Authorization"):
        challenge += ', error="invalid_token"'
    response.headers["WWW-Authenticate"] = challenge
    return response


def _http_error(request: HttpRequest, error: HttpError) -> HttpResponse:
    """Ninja's own; a body that could not be read carries our refusal as its cause."""
    if isinstance(error.__cause__, Refusal):
        kind = error.__cause__.kind
        return refused(request, error.__cause__, status=400 if kind is RefusalKind.INVALID else None)
    code = "api.forbidden" if error.status_code == 403 else "api.bad_request"
    return problem(request, code=code, status=error.status_code)


def _internal(request: HttpRequest, error: Exception) -> HttpResponse:
    """What the server ended is stored nowhere, and may be asked for again; all else is our fault."""
    return refused(request, Busy("archive.busy")) if was_ended(error=error) else _fault(request, error)


def _fault(request: HttpRequest, error: Exception) -> HttpResponse:
    _log.error("%s %s failed", request.method, request.path, exc_info=error)
    return problem(request, code="api.fault", status=500)


def install(api: NinjaAPI) -> None:
    """Make every error of this API a problem."""

    def answer(code: str, status: int) -> Any:
        return lambda request, _: problem(request, code=code, status=status)

    handlers: Mapping[type[Exception], Any] = {
        Refusal: refused,
        ValidationError: _misshapen,
        AuthenticationError: _signed_out,
        HttpError: _http_error,
        Http404: answer("api.no_such_address", 404),
        RequestDataTooBig: answer("api.too_large", 413),
        UnreadablePostError: answer("api.bad_request", 400),
        OperationalError: answer("api.unavailable", 503),
        InterfaceError: answer("api.unavailable", 503),
        InternalError: _internal,
        psycopg.InternalError: _internal,
        psycopg.OperationalError: answer("api.unavailable", 503),
        Exception: _fault,
    }
    for kind, handler in handlers.items():
        api.add_exception_handler(kind, handler)
