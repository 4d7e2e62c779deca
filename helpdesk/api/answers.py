"""Answers: JSON with instants to the microsecond, as the record has them."""

from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from ninja.renderers import BaseRenderer

TYPE = "application/json"


class Renderer(BaseRenderer):
    """For the whole API."""

    media_type = TYPE

    def render(self, request: HttpRequest, data: Any, *, response_status: int) -> bytes:  # noqa: ARG002 - ninja's
        """The bytes of a value that its shape has let through; where a list goes on, a link says so."""
        if isinstance(data, dict) and data.get("next") is not None and "data" in data:
            request.next_place = data["next"]  # type: ignore[attr-defined]
        return msgspec.json.encode(data)


def of(body: Any, *, status: int = 200) -> HttpResponse:
    """An answer that is in its shape already: the busiest endpoints do not have it read again."""
    return HttpResponse(msgspec.json.encode(body), content_type=TYPE, status=status)
