"""The thin lane: replies and questions in a thread, the busiest requests of all, past what only others need.

The same sign-in, body, endpoint and answer, without the way through addresses and operations. It answers the
post that is in order, and a busy database; all else goes on to where every error has its words. The endpoint
may then run a second time: safe, since a post under its key is stored once.
"""

import re
from collections.abc import Callable
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.db import Error
from django.http import HttpRequest, HttpResponse
from django.http.request import UnreadablePostError
from pydantic import ValidationError

from helpdesk.api.bodies import decoded
from helpdesk.api.credentials import ApiRequest, Token
from helpdesk.api.problems import refused
from helpdesk.api.v1 import conversations
from helpdesk.api.v1.shapes import Reply, Written
from helpdesk.archive.queries import was_ended
from helpdesk.kernel.refusal import Busy, Refusal

Respond = Callable[[HttpRequest], HttpResponse]
Endpoint = Callable[[ApiRequest, str, Any], HttpResponse]

_ADDRESS = re.compile(r"/api/v1/conversations/([^/]+)/(replies|questions)")
_ENDPOINTS: dict[str, tuple[Endpoint, type[Written]]] = {
    "replies": (conversations.reply, Reply),
    "questions": (conversations.question, Written),
}
_FOR_OTHERS = (Refusal, ValidationError, Error, SuspiciousOperation, UnreadablePostError)
_token = Token()


def lane(respond: Respond) -> Respond:
    """The innermost middleware of the API."""

    def wrapped(request: HttpRequest) -> HttpResponse:
        plain = request.method == "POST" and not request.META.get("QUERY_STRING")  # a dry run is no post
        found = _ADDRESS.fullmatch(request.path_info) if plain else None
        answer = _posted(request, found[1], *_ENDPOINTS[found[2]]) if found else None
        return answer or respond(request)

    return wrapped


def _posted(
    request: HttpRequest, conversation: str, endpoint: Endpoint, shape: type[Written]
) -> HttpResponse | None:
    """The endpoint's answer; None when somebody else has to say what is wrong."""
    try:
        if (actor := _token(request)) is None:
            return None
        request.auth = actor  # type: ignore[attr-defined]
        written = shape.model_validate(decoded(request.body))
        return endpoint(request, conversation, written)  # type: ignore[arg-type]
    except Busy as busy:  # not to be waited for twice
        return refused(request, busy)
    except _FOR_OTHERS as error:
        return refused(request, Busy("archive.busy")) if was_ended(error=error) else None
