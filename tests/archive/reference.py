"""Leaf v1 and commitments a second time, with the standard library only and no code of the product.

What stands in `tests/data/leaf-v1.json` was written by this file; both must never change.
"""

import hashlib
import hmac
import json
from typing import Any


def leaf_bytes(content: dict[str, Any]) -> bytes:
    """Canonical JSON: leaves hold ASCII names, integers and text without escapes beyond JSON's own."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def leaf_hash(data: bytes) -> str:
    """RFC 6962, section 2.1."""
    return hashlib.sha256(b"\x00" + data).hexdigest()


def commitment(*, salt: str, domain: str, value: bytes) -> str:
    """HMAC-SHA-256 under the salt of the domain, a zero byte and the value."""
    return hmac.new(bytes.fromhex(salt), domain.encode() + b"\x00" + value, hashlib.sha256).hexdigest()
