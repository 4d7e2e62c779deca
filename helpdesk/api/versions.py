"""Versions of what can be changed: ETag on everything that is read, If-Match on what changes it (RFC 9110).

The tag is of the bytes that were read. Where somebody was faster, 412 shows the newer version. Of several
that name a version at one address, one at a time looks and writes, so that a version is replaced once; a
deed that others may do on a page takes the same turn (`acting(actor, turn=...)`). Deeds that must not be lost
to whoever names no version have a number of their own as well: `seen_n`, `version`.
"""

import json
import re
from collections.abc import Callable
from copy import copy
from hashlib import blake2b

from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError

from helpdesk.api.problems import problem, refused
from helpdesk.archive.queries import turn_for_system
from helpdesk.kernel.refusal import Busy

Respond = Callable[[HttpRequest], HttpResponse]

_CHANGING = frozenset({"PUT", "PATCH", "DELETE"})
_TAG = re.compile(r'(?:W/)?"[^"]*"')
# What has no representation of its own stands in another address: the marks of a thread.
_SHOWN_AT = re.compile(r"(/api/v1/conversations/[^/]+)/(?:assignment|tags|snooze)")
_ROOT = "/api/v1/"
_KNOWN = ("bearer", "standing")


def versioned(*, request: HttpRequest, respond: Respond) -> HttpResponse:
    """The answer, with the tag of what was read; 304 and 412 where the caller's tags ask for them."""
    wanted = request.headers.get("If-Match")
    if wanted is None or request.method not in _CHANGING:
        return _tagged(request, respond(request))
    if (unread := _unread(request)) is not None:
        return unread
    place = _shown_at(request.path_info)
    try:
        with turn_for_system(place=place.removeprefix(_ROOT)):
            return _stale(request, respond, wanted, place) or respond(request)
    except Busy as busy:
        return refused(request, busy)


def _unread(request: HttpRequest) -> HttpResponse | None:
    """What is said of a body that cannot be read; None: it is here, and nobody waits for a slow sender."""
    try:
        len(request.body)
    except RequestDataTooBig:
        return problem(request, code="api.too_large", status=413)
    except UnreadablePostError:
        return problem(request, code="api.bad_request", status=400)
    return None


def tag_of(*, content: bytes) -> str:
    """The strong tag of a representation."""
    return f'"{blake2b(content, digest_size=12).hexdigest()}"'


def _tagged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    if request.method not in ("GET", "HEAD") or response.status_code != 200 or response.streaming:
        return response
    tag = tag_of(content=response.content)
    response.headers.setdefault("ETag", tag)
    known = _TAG.findall(request.headers.get("If-None-Match", ""))
    if tag not in [one.removeprefix("W/") for one in known]:
        return response
    unchanged = HttpResponse(status=304, headers={"ETag": tag})
    del unchanged.headers["Content-Type"]
    return unchanged


def _shown_at(path: str) -> str:
    marked = _SHOWN_AT.fullmatch(path)
    return f"{marked[1]}/marks" if marked else path


def _stale(request: HttpRequest, respond: Respond, wanted: str, place: str) -> HttpResponse | None:
    """412 when none of the wanted tags is that of the present version; None when one is."""
    look = copy(request)
    look.method, look.META = "GET", {**request.META, "REQUEST_METHOD": "GET", "CONTENT_LENGTH": ""}
    if place != request.path_info:
        look.path_info = look.path = place
    now = respond(look)
    for name in _KNOWN:  # the look was this request's own: it counts once
        if hasattr(look, name):
            setattr(request, name, getattr(look, name))
    if now.status_code != 200:
        return now if now.status_code != 405 else problem(request, code="api.no_version", status=412)
    tag = tag_of(content=now.content)
    if wanted.strip() == "*" or tag in _TAG.findall(wanted):
        return None
    response = problem(request, code="api.stale", status=412, current=json.loads(now.content))
    response.headers["ETag"] = tag
    return response
