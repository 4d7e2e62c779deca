"""What every posting endpoint does: key, action, answer; and what came since, when somebody was faster."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from helpdesk.api import answers
from helpdesk.api.credentials import ApiRequest
from helpdesk.api.idempotency import HEADER, key_of
from helpdesk.api.problems import refused
from helpdesk.api.v1.findings import dry, kept_back, told
from helpdesk.api.v1.shapes import message, posted_shape
from helpdesk.conversations.queries import Checked, messages_after
from helpdesk.conversations.terms import Posted
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Conflict, Invalid, Refused

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


# what the author of a text may mean by it, where the text alone does not say
_MEANT = {
    code: ["interim", "full"]
    for code in (
        "reply.reads_as_holding",
        "reply.reads_as_vague",
        "reply.reads_as_courtesy",
        "reply.leaves_questions",
        "promise.second",
    )
}
_MEANT["start.reason_needed"] = [reason.value for reason in SellerReason]


def answered(
    *,
    request: ApiRequest,
    post: Callable[[str], Posted],
    seen_n: int | None = None,
    conversation: Ref | None = None,
    check: Callable[[], Checked] | None = None,
) -> HttpResponse:
    """201 with the deed's stamp. `post` gets the idempotency key; `check` is done in its place.

    Where the author must say first what is meant, the problem has the `choices`; where the rules
    did not let the text through, what was found.
    """
    if check is not None:
        return dry(request=request, checked=check())
    try:
        posted = post(key_of(request))
    except Conflict as refusal:
        if conversation is None or seen_n is None:
            raise
        new = messages_after(actor=request.auth, conversation=conversation, after_n=seen_n)
        return refused(request, refusal, new=[message(shown=shown) for shown in new])
    except (Invalid, Refused) as refusal:
        if refusal.code.startswith("conduct."):
            return kept_back(request=request, refusal=refusal)
        if refusal.code not in _MEANT:
            raise
        return refused(request, refusal, choices=_MEANT[refusal.code])
    findings = told(request=request, findings=posted.findings)
    response = answers.of(posted_shape(posted=posted, findings=findings), status=201)
    if posted.replayed:
        response.headers["Idempotency-Replayed"] = "true"
    return response
