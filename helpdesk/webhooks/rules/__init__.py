"""Decisions of webhooks."""

from helpdesk.webhooks.rules.choosing import kinds_of, open_to, wants
from helpdesk.webhooks.rules.events import envelope, tried
from helpdesk.webhooks.rules.retrying import next_try, rest
from helpdesk.webhooks.rules.signing import fingerprint, headers, secret_of, written

__all__ = [
    "envelope",
    "fingerprint",
    "headers",
    "kinds_of",
    "next_try",
    "open_to",
    "rest",
    "secret_of",
    "tried",
    "wants",
    "written",
]
