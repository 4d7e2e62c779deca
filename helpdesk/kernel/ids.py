"""Identifiers: time-ordered row ids, and Refs, the opaque public ids."""

import secrets
from typing import NamedTuple
from uuid import UUID

from helpdesk.kernel import clock

SELLER_BITS = 53  # the largest integers that JSON readers of every language keep exact
OPERATOR = 0  # seller_id of the operator's own rows
_ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUE = {char: value for value, char in enumerate(_ALPHABET)}
_REF_LENGTH = 31  # 58**31 > 2**(53 + 128)


class InvalidRef(ValueError):
    """The text is not an id that Helpdesk has ever given out."""


def uuid7() -> UUID:
    """A new UUIDv7 (RFC 9562): ids of one table sort by the millisecond of their making."""
    millis = clock.to_us(clock.now()) // 1000
    value = (millis << 80) | secrets.randbits(80)
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return UUID(int=value)


def new_seller_id() -> int:
    """A random positive 53-bit number: it says nothing of when or how many sellers joined."""
    return secrets.randbelow((1 << SELLER_BITS) - 1) + 1


def object_key() -> str:
    """Where a file lies in its storage. Random, so that it tells neither content nor time; two levels, so
    that no folder grows too long.
    """
    name = secrets.token_hex(16)
    return f"{name[:2]}/{name}"


class Ref(NamedTuple):
    """A public id: the seller whose row it is and the row, as one opaque string of 31 characters."""

    seller_id: int
    id: UUID

    def __str__(self) -> str:
        number = (self.seller_id << 128) | self.id.int
        chars = []
        for _ in range(_REF_LENGTH):
            number, rest = divmod(number, 58)
            chars.append(_ALPHABET[rest])
        return "".join(reversed(chars))

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """Read a Ref back. Raises InvalidRef."""
        if len(text) != _REF_LENGTH:
            raise InvalidRef(text[:40])
        number = 0
        for char in text:
            if char not in _VALUE:
                raise InvalidRef(text)
            number = number * 58 + _VALUE[char]
        if number >> (128 + SELLER_BITS):
            raise InvalidRef(text)
        return cls(seller_id=number >> 128, id=UUID(int=number & ((1 << 128) - 1)))
