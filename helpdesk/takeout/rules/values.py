"""What an entry commits to, as people's programs read it."""

import base64
from collections.abc import Mapping
from typing import Any

import msgspec

# committed values that are words as they were written, whatever they begin with
_WORDS = frozenset({"body", "note", "words", "reason", "phone", "iban", "holder", "signature"})


def told(*, values: Mapping[str, bytes]) -> dict[str, Any]:
    """Words as text, the house's own JSON as what it says, and all else in base64."""
    return {name: _told(name, value) for name, value in sorted(values.items())}


def _told(name: str, value: bytes) -> Any:
    try:
        text = value.decode()
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(value).decode()}
    if name in _WORDS or text[:1] not in ("{", "["):
        return text
    try:
        return msgspec.json.decode(value)
    except msgspec.DecodeError:
        return text


def is_shown(*, side: str, kind: str, name: str) -> bool:
    """Whether a party's export shows this value. Who ordered an erasure is nobody's to know; what the courier
    needed is the buyer's own, and a seller sees it on the order's page while it is served.
    """
    if kind == "erased":
        return False
    return not (kind == "delivery.stated" and side == "seller" and name != "by")


def path_of(*, entry: str, position: int, name: str) -> str:
    """Where a file lies: in a folder of its message, by its own name without what a file system forbids."""
    safe = "".join(char if char.isalnum() or char in " ._-()" else "_" for char in name).strip(" .")[-100:]
    return f"attachments/{entry}/{position}-{safe or 'file'}"
