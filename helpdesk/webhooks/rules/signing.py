"""Signatures as Standard Webhooks says: HMAC-SHA-256 over id, time and body, by a secret of the endpoint's.

A secret is made of this installation's own key, the endpoint's id and the secret's turn: nothing that could
be read in a backup is stored, and the same request answered twice shows the same secret. What is stored is a
fingerprint, so that a machine with another key finds out instead of signing what nobody can check.
"""

import hmac
from base64 import b64encode
from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from uuid import UUID

_PURPOSE = b"helpdesk/webhook-secret/v1"
_PREFIX = "whsec_"
CONTENT_TYPE = "application/cloudevents+json; charset=utf-8"


def secret_of(*, key: str, webhook: UUID, turn: int) -> bytes:
    """The 32 bytes of an endpoint's secret; `turn` counts from 1. `key`: the installation's."""
    return hmac.digest(key.encode(), b"\0".join((_PURPOSE, webhook.bytes, str(turn).encode())), "sha256")


def written(secret: bytes, /) -> str:
    """As receivers are given it."""
    return _PREFIX + b64encode(secret).decode()


def fingerprint(secret: bytes, /) -> bytes:
    """What is stored of a secret."""
    return sha256(_PURPOSE + b"\0" + secret).digest()


def headers(*, id: str, now: datetime, body: bytes, secrets: Sequence[bytes]) -> dict[str, str]:
    """The headers of a request; each of the live `secrets` signs."""
    at = str(int(now.timestamp()))
    signed = b".".join((id.encode(), at.encode(), body))
    signatures = (b64encode(hmac.digest(secret, signed, "sha256")).decode() for secret in secrets)
    return {
        "Content-Type": CONTENT_TYPE,
        "webhook-id": id,
        "webhook-timestamp": at,
        "webhook-signature": " ".join(f"v1,{one}" for one in signatures),
    }
