"""The Idempotency-Key header: required wherever a deed is done."""

import re

from django.http import HttpRequest

from helpdesk.kernel.refusal import Invalid

HEADER = "Idempotency-Key"
LIMIT = 200  # characters; the Archive keeps the key for good
_VISIBLE = re.compile(rf"[!-~]{{1,{LIMIT}}}", re.ASCII)


def key_of(request: HttpRequest) -> str:
    """The key that makes a repeated request the same deed. Raises Invalid."""
    key = request.headers.get(HEADER)
    if key is None:
        raise Invalid("idempotency.missing")
    if not _VISIBLE.fullmatch(key):
        raise Invalid("idempotency.malformed", limit=LIMIT)
    return key
