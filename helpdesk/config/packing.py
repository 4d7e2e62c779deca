"""Style sheets, scripts and drawings travel packed, and those that belong together as one file.

Pages do not: strangers' words stand there beside what only the reader may know, and the length of the packed
whole would tell of it.
"""

import gzip
import re
from collections.abc import Callable
from functools import lru_cache, partial

import brotli
from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from helpdesk.portal.joined import sending

_Respond = Callable[[HttpRequest], HttpResponseBase]

_NEVER = re.compile(r"q=0(?:\.0{0,3})?")
_TEXTS = ("text/css", "text/javascript", "image/svg+xml")


def static_files(respond: _Respond) -> _Respond:
    """Packs static files for browsers that unpack them; a range stays a piece of the file itself."""

    def wrapped(request: HttpRequest) -> HttpResponseBase:
        response = sending.answer(request.path_info) or respond(request)
        if not request.path_info.startswith(settings.STATIC_URL) or not _is_text(response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        coding = _coding(request.headers.get("Accept-Encoding", ""))
        wanted = request.method == "GET" and response.status_code == 200
        return _packed(response, coding) if coding and wanted else response

    return wrapped


def _is_text(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Type", "").startswith(_TEXTS)


def _coding(accepted: str) -> str:
    """The smaller one of ours that the browser unpacks (RFC 9110); "": none. One of weight 0 it does not."""
    known = (part.partition(";") for part in accepted.replace(" ", "").lower().split(","))
    names = {name for name, _, weight in known if not _NEVER.fullmatch(weight)}
    return next((name for name in _PACKERS if name in names), "")


def _packed(response: HttpResponseBase, coding: str) -> HttpResponseBase:
    if not isinstance(response, HttpResponse | StreamingHttpResponse):
        return response
    content = _pack(b"".join(response), coding)
    response.close()
    headers = {**response.headers, "Content-Encoding": coding, "Content-Length": str(len(content))}
    return HttpResponse(content, headers=headers)


@lru_cache(maxsize=256)
def _pack(content: bytes, coding: str) -> bytes:
    return _PACKERS[coding](content)


# Brotli first: a ninth less than gzip. Browsers speak of it over https and to their own machine only.
_PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.compress,
    "gzip": partial(gzip.compress, mtime=0),
}
