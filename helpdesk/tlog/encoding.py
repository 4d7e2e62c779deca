"""Numbers and bytes in text, each readable in one form only."""

import re
from base64 import b64decode, b64encode
from binascii import Error

from helpdesk.tlog.refusals import Refused

LARGEST = (1 << 63) - 1  # sizes, indices and times: what every reader holds in a signed 64-bit integer
_DECIMAL = re.compile(r"0|[1-9][0-9]{0,18}", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x1f]")


def to_base64(data: bytes) -> str:
    """RFC 4648 section 4, with padding."""
    return b64encode(data).decode("ascii")


def from_base64(text: str, *, code: str) -> bytes:
    """The bytes. Raises Refused(code) for anything that `to_base64` would not have written."""
    try:
        data = b64decode(text.encode("ascii"), validate=True)
    except (Error, UnicodeEncodeError):
        raise Refused(code, f"not base64: {text[:80]!r}") from None
    if to_base64(data) != text:  # bits beyond the last byte, which decoders drop
        raise Refused(code, f"base64 in a form of its own: {text[:80]!r}")
    return data


def from_decimal(text: str, *, code: str) -> int:
    """The integer, 0 to 2^63 - 1. Raises Refused(code) for signs, leading zeros, spaces and other digits."""
    if not _DECIMAL.fullmatch(text) or int(text) > LARGEST:
        raise Refused(code, f"not a plain decimal: {text[:80]!r}")
    return int(text)


def is_unicode(text: str) -> bool:
    """Whether the text can be written in UTF-8: a lone surrogate cannot."""
    return not _SURROGATE.search(text)


def has_controls(text: str, *, but: str = "") -> bool:
    """Whether an ASCII control character other than those in `but` is in the text."""
    return any(found not in but for found in _CONTROL.findall(text))
