"""Commitments: HMAC-SHA-256 under a random salt, so that a digest in the log reveals nothing by guessing."""

import hashlib
import hmac
import secrets
from uuid import UUID

from helpdesk.kernel.canonical import canonical

SALT_BYTES = 32
BY = "by"


def new_salt() -> bytes:
    """32 random bytes; destroying them makes the commitment meaningless."""
    return secrets.token_bytes(SALT_BYTES)


def domain(*, kind: str, name: str) -> bytes:
    """What a value is, so that no commitment can be passed off as another: `helpdesk/message-body/v1`."""
    return f"helpdesk/{BY if name == BY else f'{kind}-{name}'}/v1".encode()


def commit(*, kind: str, name: str, value: bytes, salt: bytes) -> bytes:
    """HMAC-SHA-256(salt, domain 00 value)."""
    return hmac.digest(salt, domain(kind=kind, name=name) + b"\x00" + value, hashlib.sha256)


def author(*, person: UUID, name: str) -> bytes:
    """The committed author: who, and the name that the others saw at that time."""
    return canonical({"name": name, "person": str(person)})
