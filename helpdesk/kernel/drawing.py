"""Drawing at random so that nobody can steer it, and everybody who knows the secret can draw again."""

import hmac
from uuid import UUID

_WHOLE = 2**64


def is_drawn(*, id: UUID, secret: str, purpose: str, share: float) -> bool:
    """Whether this one is among the `share` (0..1); other purposes draw others."""
    mac = hmac.digest(secret.encode(), purpose.encode() + b"\0" + id.bytes, "sha256")
    return int.from_bytes(mac[:8], "big") < share * _WHOLE
