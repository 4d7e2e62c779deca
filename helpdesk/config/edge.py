"""The outermost wrap of every request: refuses what no page or endpoint could hold, as page or as problem."""

import codecs
from collections.abc import Callable
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError

from helpdesk.api.problems import problem
from helpdesk.portal.errors import bad_request, too_large

_Respond = Callable[[HttpRequest], HttpResponse]

_CODES = {400: "api.bad_request", 411: "api.bad_request", 415: "api.bad_request", 413: "api.too_large"}


def limits(respond: _Respond) -> _Respond:
    """413 for bodies beyond the limit, before they are read; 411 for a body of unknown length; 415 for a
    charset that is not UTF-8; 400 for an address or a form that says it is and is not, where Django would put
    U+FFFD without a word, and for NUL in an address.
    """

    def wrapped(request: HttpRequest) -> HttpResponse:
        try:
            status = _status(request)
        except (ValueError, UnreadablePostError):  # UnicodeDecodeError is a ValueError
            status = 400
        return _refused(request, status) if status else respond(request)

    return wrapped


def _status(request: HttpRequest) -> int | None:
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
        return 413
    if "Transfer-Encoding" in request.headers and not length:
        return 411
    if codecs.lookup(request.encoding or "utf-8").name != "utf-8":
        return 415
    path, query = (request.META.get(name, "").encode("latin-1") for name in ("PATH_INFO", "QUERY_STRING"))
    return (
        400 if "\x00" in path.decode() + unquote_to_bytes(query).decode() or not _is_text(request) else None
    )


def _is_text(request: HttpRequest) -> bool:
    """Whether a page's form is UTF-8. JSON is judged by the API, which says where it is not."""
    if not request.content_type or _is_api(request):
        return True
    if request.content_type == "application/x-www-form-urlencoded":
        unquote_to_bytes(request.body).decode()
    elif request.content_type == "multipart/form-data":
        request.body.decode()
    return True


def _is_api(request: HttpRequest) -> bool:
    return request.path.startswith("/api/")


def _refused(request: HttpRequest, status: int) -> HttpResponse:
    if _is_api(request):
        return problem(request, code=_CODES[status], status=status)
    return too_large(request) if status == 413 else bad_request(request)
