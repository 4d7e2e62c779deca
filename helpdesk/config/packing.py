"""Style sheets, scripts and drawings travel packed, and those that belong together as one file.

Pages do not: strangers' words stand there beside what only the reader may know, and the length of the packed
whole would tell of it.
"""

import gzip
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers

from helpdesk.portal.joined import sending

_Respond = Callable[[HttpRequest], HttpResponseBase]

_TEXTS = ("text/css", "text/javascript", "image/svg+xml")


def static_files(respond: _Respond) -> _Respond:
    """Packs static files for browsers that unpack them; a range stays a piece of the file itself."""

    def wrapped(request: HttpRequest) -> HttpResponseBase:
        response = sending.answer(request.path_info) or respond(request)
        if not request.path_info.startswith(settings.STATIC_URL) or not _is_text(response):
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        wanted = request.method == "GET" and "gzip" in request.headers.get("Accept-Encoding", "")
        return _packed(response) if wanted and response.status_code == 200 else response

    return wrapped


def _is_text(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Type", "").startswith(_TEXTS)


def _packed(response: HttpResponseBase) -> HttpResponseBase:
    if not isinstance(response, HttpResponse | StreamingHttpResponse):
        return response
    content = _pack(b"".join(response))
    response.close()
    headers = {**response.headers, "Content-Encoding": "gzip", "Content-Length": str(len(content))}
    return HttpResponse(content, headers=headers)


@lru_cache(maxsize=256)
def _pack(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
