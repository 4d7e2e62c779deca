"""Requests to providers: https and public addresses, or what the operator lists; small answers, soon."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from django.conf import settings

from helpdesk.openid.terms import Unproven, Why
from helpdesk.outsiders.asking import Unanswered
from helpdesk.outsiders.fetching import fetch
from helpdesk.outsiders.guarding import Shut, Target, addresses_of, target_of

SECONDS = 5.0
MOST = 200_000  # bytes; the largest sets of keys have some ten thousand


def ask(
    url: str, *, form: Mapping[str, str] | None = None, headers: Mapping[str, str] | None = None
) -> dict[str, Any]:
    """The JSON object that the address answers with 200. Raises Unproven."""
    target = allowed(url=url)
    sent = {"Accept": "application/json", **(headers or {})}
    if form is not None:
        sent["Content-Type"] = "application/x-www-form-urlencoded"
    body = None if form is None else urlencode(form).encode()
    try:
        addresses = addresses_of(target=target)
        answer = fetch(
            target=target, addresses=addresses, headers=sent, body=body, seconds=SECONDS, most=MOST
        )
    except Shut as shut:
        raise Unproven(f"no request goes to {target.host}: {shut.why}", Why.AWAY) from None
    except Unanswered as unanswered:
        raise Unproven(f"{target.host} gave no answer: {unanswered}", Why.AWAY) from None
    return _object(answer.status, answer.body, target, asked=form is not None)


def allowed(*, url: str) -> Target:
    """Where it leads, for us and for browsers. Raises Unproven."""
    try:
        return target_of(url=url, allowed=settings.HELPDESK.outgoing_allowed)
    except Shut as shut:
        raise Unproven(f"a provider's address is refused: {shut.why}", Why.AWAY) from None


def _object(status: int, body: bytes, target: Target, *, asked: bool) -> dict[str, Any]:
    """A code that is not taken is answered with 400 or 401 (RFC 6749, 5.2)."""
    if status != 200:
        refused = asked and 400 <= status < 500
        why = Why.UNPROVEN if refused else Why.AWAY
        raise Unproven(f"{target.host} answered {status}", why)
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Unproven(f"{target.host} answered no JSON object", Why.AWAY)
    return found
