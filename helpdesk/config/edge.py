"""The outermost wrap of every request: refuses what no page or endpoint could hold, as page or as problem."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from django.conf import settings
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError

from helpdesk.api.problems import problem
from helpdesk.attachments.terms import MAX_FILE
from helpdesk.conversations.terms import intakes
from helpdesk.portal.administrator.checks import LARGEST
from helpdesk.portal.errors import bad_request, too_large

_Respond = Callable[[HttpRequest], HttpResponse]

_UTF8 = ("utf-8", "utf8")
_WITH_FILES = re.compile(
    r"/(seller|buyer)/(conversations|orders|offers|cases)/\w+"
    r"(/(replies|waivers|messages|questions|cases|steps)|(/messages/[\w-]+)?/reports)"
)
_HANDED_IN = {  # packages and older threads: the view streams them to disk
    "/administrator/integrity/checks": LARGEST,
    "/administrator/imports": intakes.LARGEST,
}
_FILES_AT_ONCE = 3 * MAX_FILE  # bytes of a form with files, sent without our script
_NOT_UTF8 = re.compile("%[89A-F][0-9A-F]")  # what Django makes of bytes in an address that are no UTF-8
_CODES = {400: "api.bad_request", 411: "api.bad_request", 415: "api.bad_request", 413: "api.too_large"}


class Request(WSGIRequest):
    """Django would look up any codec that a client names, before anybody can answer for what comes of it."""

    def _set_content_type_params(self, meta: dict[str, Any]) -> None:
        try:
            super()._set_content_type_params(meta)  # type: ignore[misc]
        except (LookupError, ValueError):
            self._encoding = None
            self.content_type, self.content_params = "", {"charset": "unknown"}


def limits(respond: _Respond) -> _Respond:
    """413 for bodies beyond the limit, before they are read; 411 for a body of unknown length; 415 for a
    charset that is not UTF-8; 400 for an address or a form that says it is and is not, where Django would put
    U+FFFD without a word, and for NUL in an address or a cookie.
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
    if length > _longest(request):
        return 413
    if "Transfer-Encoding" in request.headers and not length:
        return 411
    if (request.content_params or {}).get("charset", "utf-8").lower() not in _UTF8:
        return 415
    query = unquote_to_bytes(request.META.get("QUERY_STRING", "").encode("latin-1")).decode()
    if "\x00" in request.path + query + "".join(request.COOKIES.values()) or _NOT_UTF8.search(request.path):
        return 400
    return None if _is_text(request) else 400


def _longest(request: HttpRequest) -> int:
    """How many bytes a body may have: more than texts need only where files come in, which are not kept in
    memory. An upload is one file, and its own limit has a sentence of its own.
    """
    if request.path.endswith("/uploads"):
        return MAX_FILE + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    if request.path in _HANDED_IN:
        return _HANDED_IN[request.path] + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    return _FILES_AT_ONCE if _brings_files(request) else int(settings.DATA_UPLOAD_MAX_MEMORY_SIZE)


def _brings_files(request: HttpRequest) -> bool:
    """Whether it is a form with files, whose texts are judged where they are read."""
    known = request.path in _HANDED_IN or _WITH_FILES.fullmatch(request.path) is not None
    return request.content_type == "multipart/form-data" and known


def _is_text(request: HttpRequest) -> bool:
    """Whether a page's form is UTF-8. JSON is judged by the API, which says where it is not."""
    if not request.content_type or _is_api(request) or _brings_files(request):
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
