"""The number that people read of a case: on a label, in a QR code, over the telephone.

Ten symbols of Crockford's base 32 (no I, L, O, U) and his check symbol, the value modulo 37. A case whose
check would be one of the five signs beyond the 32 (* ~ $ = U) draws again, so that a number is letters and
digits only.
"""

import unicodedata
from hashlib import blake2b
from itertools import count
from typing import Final
from uuid import UUID

SYMBOLS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH: Final = 10  # 50 bits: two of a shop's hundred thousand cases meet with a chance of 1 to 200,000
_CHECK: Final = 37
_READ_AS: Final = str.maketrans("OIL", "011", "-‐‑–— .·_/#")  # noqa: RUF001 - the dashes that people paste
_LONGEST: Final = 40  # characters that are looked at: more is no number


def number_of(*, seller_id: int, case: UUID) -> str:
    """The case's number, "K7QM3-TXA5F-8": the same for the same case, and nothing can be read from it."""
    drawn = (_drawn(seller_id, case, attempt) for attempt in count())
    value = next(one for one in drawn if one % _CHECK < len(SYMBOLS))
    return _grouped(_written(value) + SYMBOLS[value % _CHECK])


def typed(text: str) -> str | None:
    """The number as it is kept, from what somebody typed or scanned; None where it is none.

    Any case, blanks and dashes; O is read as 0, I and L as 1. One wrong symbol, or two neighbours that
    changed places, are always noticed.
    """
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).upper().translate(_READ_AS)
    plain = "".join(plain.split())
    if len(plain) != LENGTH + 1 or not set(plain) <= set(SYMBOLS):
        return None
    value = 0
    for symbol in plain[:LENGTH]:
        value = value * len(SYMBOLS) + SYMBOLS.index(symbol)
    return _grouped(plain) if value % _CHECK == SYMBOLS.index(plain[LENGTH]) else None


def _drawn(seller_id: int, case: UUID, attempt: int) -> int:
    told = seller_id.to_bytes(8, "big") + case.bytes + attempt.to_bytes(2, "big")
    digest = blake2b(told, digest_size=8, person=b"case number").digest()
    return int.from_bytes(digest, "big") % len(SYMBOLS) ** LENGTH


def _written(value: int) -> str:
    symbols = ""
    for _ in range(LENGTH):
        value, digit = divmod(value, len(SYMBOLS))
        symbols = SYMBOLS[digit] + symbols
    return symbols


def _grouped(plain: str) -> str:
    half = LENGTH // 2
    return f"{plain[:half]}-{plain[half:LENGTH]}-{plain[LENGTH:]}"
