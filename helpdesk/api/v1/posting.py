"""What every posting endpoint does: key, action, answer; and what came since, when somebody was faster."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import HEADER, key_of
from helpdesk.api.problems import refused
from helpdesk.api.v1.shapes import message, posted_shape
from helpdesk.conversations.queries import messages_after
from helpdesk.conversations.terms import Posted
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict

# For `openapi_extra`: the header is read by hand, so that its faults have their own codes.
KEYED: dict[str, Any] = {
    "parameters": [
        {
            "name": HEADER,
            "in": "header",
            "required": True,
            "schema": {"type": "string", "minLength": 1, "maxLength": 200},
            "description": "The same key and body again: the first answer, with Idempotency-Replayed: true.",
        }
    ]
}


def answered(
    *,
    request: ApiRequest,
    post: Callable[[str], Posted],
    seen_n: int | None = None,
    conversation: Ref | None = None,
) -> HttpResponse:
    """201 with the message's stamp. `post` gets the idempotency key."""
    try:
        posted = post(key_of(request))
    except Conflict as refusal:
        if conversation is None or seen_n is None:
            raise
        new = messages_after(actor=request.auth, conversation=conversation, after_n=seen_n)
        return refused(request, refusal, new=[message(shown=shown) for shown in new])
    response = answers.of(posted_shape(posted=posted), status=201)
    if posted.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
