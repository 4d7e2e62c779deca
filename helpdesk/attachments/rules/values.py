"""A file as a message commits it."""

from typing import Any

import msgspec

from helpdesk.kernel.canonical import canonical


def file_value(*, digest: bytes, name: str, size: int, media: str, marked: str | None = None) -> bytes:
    """Canonical JSON: SHA-256 in hex, name, bytes, media type; which document it is, if its sender says."""
    value: dict[str, int | str] = {"digest": digest.hex(), "name": name, "size": size, "type": media}
    return canonical(value | ({"marked": marked} if marked else {}))


def read_value(value: bytes) -> dict[str, Any]:
    """The same, read back."""
    found: dict[str, Any] = msgspec.json.decode(value)
    return found
