"""What a leaf commits to, and what a receipt promises."""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import Any

from helpdesk.evidence.shipped.verify.ed25519 import ed25519_verifies
from helpdesk.evidence.shipped.verify.leaves import Leaf
from helpdesk.evidence.shipped.verify.reporting import DAY_US, Unreadable
from helpdesk.evidence.shipped.verify.texts import (
    HASH,
    SIGNATURE,
    UUID,
    base64_of,
    canonical_json_of,
    has,
    is_count,
    is_text,
)

FILE_VALUE = re.compile(r"file-([1-9][0-9]{0,2})")
FILE_PARTS = ("digest", "name", "size", "type")
STATES = ("verified", "erased", "withheld", "missing", "altered")
LATER = ("reason", "line")  # packages made earlier do not tell them; whoever does tells them as recorded
UNKNOWN = object()  # what a value that is not there, or not the recorded one, cannot tell
HEADINGS = frozenset(
    {"title", "order", "offer", "market", "seller", "buyer", "language", "messages", "events"}
)


def is_chain(chain: Any) -> bool:
    return (
        has(chain, "chain", "name", "audience", "head", "hash")
        and is_text(chain["chain"], UUID)
        and is_text(chain["name"])
        and is_count(chain["audience"])
        and is_count(chain["head"])
        and is_text(chain["hash"], HASH)
    )


def value_of(leaf: Leaf, name: str, commitment: str, given: Any) -> tuple[str, bytes]:
    """The code for one value, and the value itself once it opens the commitment."""
    if given is None:
        return "value.missing", b""
    if has(given, "state") and given["state"] in ("withheld", "erased"):
        return "value." + given["state"], b""
    if not has(given, "salt", "value") or not is_text(given["salt"], HASH) or not is_text(given["value"]):
        return "value.altered", b""
    value = base64_of(given["value"])
    if value is None:
        return "value.altered", b""
    domain = "helpdesk/" + ("by" if name == "by" else leaf.kind + "-" + name) + "/v1"
    message = domain.encode("utf-8") + b"\x00" + value
    found = hmac.new(bytes.fromhex(given["salt"]), message, hashlib.sha256).hexdigest()
    return ("value.verified", value) if found == commitment else ("value.altered", b"")


def file_said(value: bytes) -> dict[str, Any] | None:
    """What a message commits of a file; None where it is not the closed shape."""
    try:
        said = canonical_json_of(value, "")
    except Unreadable:
        return None
    texts = has(said, *FILE_PARTS) and is_text(said["name"]) and is_text(said["type"])
    if not texts or not is_text(said["digest"], HASH) or not is_count(said["size"]):
        return None
    return dict(said)


def receipt_code(leaf: Leaf, receipt: Any, keys: dict[str, tuple[bytes, Leaf]]) -> str:
    """What is wrong with a receipt: nothing, or a code."""
    if not has(receipt, "key", "at", "signature") or receipt["at"] != leaf.at or not is_text(receipt["key"]):
        return "receipt.wrong"
    if not is_text(receipt["signature"], SIGNATURE):
        return "receipt.wrong"
    if receipt["key"] not in keys:
        return "receipt.key"
    text = "helpdesk-receipt/v1\n%s\n%s\n%d\n%d\n" % (leaf.id, leaf.hash.hex(), leaf.at, leaf.at + DAY_US)
    signature, public = bytes.fromhex(receipt["signature"]), keys[receipt["key"]][0]
    return "" if ed25519_verifies(public, signature, text.encode("ascii")) else "receipt.wrong"


def text_of(value: bytes) -> str | None:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return None
