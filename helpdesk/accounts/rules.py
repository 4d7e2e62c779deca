"""Pure rules of accounts."""

import hashlib
import secrets

from helpdesk.accounts.terms import SECRET_PREFIX, TOKEN_PREFIX


def new_token() -> str:
    """A fresh secret of 256 random bits."""
    return TOKEN_PREFIX + secrets.token_urlsafe(32)


def new_client_secret() -> str:
    """What a machine of the Platform's trades for tokens: 256 random bits."""
    return SECRET_PREFIX + secrets.token_urlsafe(32)


def new_secret() -> str:
    """256 random bits for a link."""
    return secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """SHA-256 of a token or a link's secret: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()


def device_of(agent: str) -> tuple[str, str]:
    """Browser and system as people know them ("Firefox", "Windows"), from a User-Agent; empty where unknown.

    Names only: what a browser says of itself is a claim, and its numbers tell a reader nothing.
    """
    return _first(_BROWSERS, agent), _first(_SYSTEMS, agent)


_BROWSERS = {
    "Edg": "Edge",
    "OPR/": "Opera",
    "Firefox/": "Firefox",
    "FxiOS/": "Firefox",
    "CriOS/": "Chrome",
    "Chrome/": "Chrome",
    "Safari/": "Safari",
}  # the order matters: most browsers also name those that they descend from
_SYSTEMS = {
    "iPhone": "iPhone",
    "iPad": "iPad",
    "Android": "Android",
    "Windows": "Windows",
    "Mac OS X": "macOS",
    "CrOS": "ChromeOS",
    "Linux": "Linux",
}


def _first(names: dict[str, str], agent: str) -> str:
    return next((name for mark, name in names.items() if mark in agent), "")
