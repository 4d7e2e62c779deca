"""Pure rules of accounts."""

import hashlib
import secrets

from helpdesk.accounts.terms import TOKEN_PREFIX


def new_token() -> str:
    """A fresh secret of 256 random bits."""
    return TOKEN_PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> bytes:
    """SHA-256 of a token: 256 random bits need no slow hash."""
    return hashlib.sha256(token.encode()).digest()
