"""Texts: strict JSON, canonical JSON, base64, hex."""

from __future__ import annotations

import base64
import binascii
import json
import re
from typing import Any

from helpdesk.evidence.shipped.verify.reporting import LARGEST, Unreadable


def _no_constant(text: str) -> Any:
    raise ValueError(text)


def _integer(text: str) -> int:
    if len(text) > 17 or text == "-0" or not -LARGEST <= int(text) <= LARGEST:
        raise ValueError("integer")
    return int(text)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs) or not all(name.isascii() for name in found):
        raise ValueError("names")
    return found


def json_of(data: bytes, name: str) -> Any:
    """The content of strict JSON: no name twice, no floats, no lone surrogates, integers of 53 bits."""
    try:
        found = json.loads(
            data.decode("utf-8"),
            object_pairs_hook=_object,
            parse_int=_integer,
            parse_float=_no_constant,
            parse_constant=_no_constant,
        )
        canonical_of(found)  # refuses lone surrogates
    except (ValueError, RecursionError):
        raise Unreadable("member.form", name, "json") from None
    return found


def canonical_of(value: Any) -> bytes:
    """RFC 8785, for names in ASCII and numbers that are integers."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def canonical_json_of(data: bytes, name: str) -> Any:
    found = json_of(data, name)
    if canonical_of(found) != data:
        raise Unreadable("member.form", name, "canonical")
    return found


def base64_of(text: str) -> bytes | None:
    try:
        data = base64.b64decode(text.encode("ascii"), validate=True)
    except (ValueError, binascii.Error):
        return None
    return data if base64.b64encode(data).decode("ascii") == text else None


UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
HASH = re.compile(r"[0-9a-f]{64}")
SIGNATURE = re.compile(r"[0-9a-f]{128}")
DECIMAL = re.compile(r"0|[1-9][0-9]{0,15}")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f]")
SPACE = re.compile(r"[\x00-\x20\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]")


def is_text(value: Any, pattern: re.Pattern[str] | None = None) -> bool:
    return isinstance(value, str) and (pattern is None or pattern.fullmatch(value) is not None)


def is_count(value: Any) -> bool:
    return type(value) is int and value >= 0


def has(value: Any, *names: str, maybe: tuple[str, ...] = ()) -> bool:
    """Whether it is an object with these names and no others, but for those in `maybe`."""
    return isinstance(value, dict) and set(names) <= value.keys() <= {*names, *maybe}


def must(condition: bool, name: str, detail: str) -> None:
    if not condition:
        raise Unreadable("member.form", name, detail)
