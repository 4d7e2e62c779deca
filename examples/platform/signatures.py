"""Two signatures that we check: of the feed of standings (C2SP note), of webhooks (Standard Webhooks)."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from typing import Any

from ed25519 import is_signed

TOLERANCE_SECONDS = 300
"""How old a webhook may be: who records one cannot play it again tomorrow."""

_PLAIN = 0x01  # the kind of a note's own key: Ed25519


class Unverified(Exception):
    """It is not from whom it says it is from."""


def check_note(*, note: str, keys: Sequence[str]) -> str:
    """The text of a note that one of these keys ("name+hash+base64") signed. Raises Unverified."""
    text, found, lines = note.partition("\n\n")
    known = {(name, hashed): public for name, hashed, public in map(_key, keys)}
    for line in lines.splitlines() if found else ():
        mark, name, signed = [*line.split(" ", 2), "", ""][:3]
        raw = _bytes(signed)
        public = known.get((name, raw[:4].hex()))
        if mark == "—" and public and is_signed(key=public, text=f"{text}\n".encode(), signature=raw[4:]):
            return f"{text}\n"
    raise Unverified("no known key signed this")


def check_standings(*, page: Mapping[str, Any], after: int, keys: Sequence[str]) -> None:
    """That these rows, behind this number and valid until then, are Helpdesk's. Raises Unverified."""
    rows = json.dumps(page["data"], sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    digest = hashlib.sha256(rows.encode()).hexdigest()  # strings and integers: this is RFC 8785
    said = check_note(note=page["note"], keys=keys)
    if said != f"helpdesk-standings/v1\n{after}\n{digest}\n{page['valid_until']}\n":
        raise Unverified("the rows are not those that were signed")


def check_webhook(*, secrets: Sequence[str], headers: Mapping[str, str], body: bytes, now: float) -> str:
    """The id of a message that one of these secrets ("whsec_...") signed lately. Raises Unverified."""
    id, at, given = (headers.get(f"webhook-{name}", "") for name in ("id", "timestamp", "signature"))
    if not id or not at.isascii() or not at.isdigit() or abs(now - int(at)) > TOLERANCE_SECONDS:
        raise Unverified("it says no time, or one too far from ours")
    for secret in secrets:
        key = _bytes(secret.removeprefix("whsec_"))
        wanted = base64.b64encode(hmac.digest(key, f"{id}.{at}.".encode() + body, "sha256")).decode()
        for one in given.split():
            if one.startswith("v1,") and hmac.compare_digest(one[3:].encode(), wanted.encode()):
                return id
    raise Unverified("no secret of ours signed this")


def _key(text: str) -> tuple[str, str, bytes]:
    name, hashed, public = [*text.split("+", 2), "", ""][:3]  # Base64 may hold pluses, the others none
    raw = _bytes(public)
    return (name, hashed, raw[1:]) if raw[:1] == bytes([_PLAIN]) else (name, hashed, b"")


def _bytes(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except ValueError:
        return b""
