"""Ed25519 keys of signed notes: those of logs (type 01) and those of witnesses (cosignature/v1, type 04)."""

import re
from dataclasses import dataclass
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from helpdesk.tlog.encoding import LARGEST, from_base64, has_controls, is_unicode, to_base64
from helpdesk.tlog.refusals import Refused

KEY_ID_BYTES = 4
PUBLIC_BYTES = 32
_TIME_BYTES = 8
_VKEY = re.compile(r"([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)")


class KeyType(IntEnum):
    """The byte that says what a key signs, and how."""

    NOTE = 0x01
    COSIGNATURE = 0x04


def check_name(name: str) -> None:
    """Raises Refused("key.name") for a key name that is empty or has spaces, pluses or control characters."""
    strange = "+" in name or has_controls(name) or any(char.isspace() for char in name)
    if not name or strange or not is_unicode(name):
        raise Refused("key.name", repr(name[:120]))


def key_id(*, name: str, kind: KeyType, public: bytes) -> bytes:
    """The four bytes that stand for name, type and key in a signature line."""
    return sha256(b"%b\n%c%b" % (name.encode(), kind, public)).digest()[:KEY_ID_BYTES]


def cosigned(*, text: str, at: int) -> bytes:
    """What a witness signs: that it saw this tree head at this time, in seconds since 1970 UTC."""
    return f"cosignature/v1\ntime {at}\n{text}".encode()


@dataclass(frozen=True, slots=True)
class Verifier:
    """A key that is trusted. Raises Refused("key.name"), Refused("key.length")."""

    name: str
    kind: KeyType
    public: bytes

    def __post_init__(self) -> None:
        check_name(self.name)
        if len(self.public) != PUBLIC_BYTES:
            raise Refused("key.length", f"{len(self.public)} bytes")

    @classmethod
    def parse(cls, vkey: str) -> "Verifier":
        """From `name+hash+base64`. Raises Refused("key.format", "key.type", "key.hash", "key.name" ...)."""
        found = _VKEY.fullmatch(vkey)
        if found is None:
            raise Refused("key.format", vkey[:120])
        material = from_base64(found[3], code="key.format")
        if material[0] not in (*KeyType,):
            raise Refused("key.type", f"{material[0]:02x}")
        verifier = cls(found[1], KeyType(material[0]), material[1:])
        if verifier.key_id.hex() != found[2]:
            raise Refused("key.hash", f"{found[2]}, should be {verifier.key_id.hex()}")
        return verifier

    @property
    def key_id(self) -> bytes:
        """Four bytes."""
        return key_id(name=self.name, kind=self.kind, public=self.public)

    @property
    def vkey(self) -> str:
        """The key as others are told it."""
        return f"{self.name}+{self.key_id.hex()}+{to_base64(bytes([self.kind]) + self.public)}"

    def verify(self, *, text: str, signature: bytes) -> int | None:
        """The time that a cosignature states, in seconds since 1970 UTC; None of a log's own signature.

        Raises Refused("note.signature"), or Refused("note.timestamp") where a cosignature states none.
        """
        at, signed = None, text.encode()
        if self.kind is KeyType.COSIGNATURE:
            at, signature = int.from_bytes(signature[:_TIME_BYTES], "big"), signature[_TIME_BYTES:]
            signed = cosigned(text=text, at=at)
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, signed)
        except (InvalidSignature, ValueError):  # ValueError: not the bytes of a key
            raise Refused("note.signature", self.name) from None
        if at is not None:
            check_time(at)
        return at


def check_time(at: int) -> None:
    """Raises Refused("note.timestamp") for a time that says nothing (0) or that others cannot hold."""
    if not 0 < at <= LARGEST:
        raise Refused("note.timestamp", str(at))


class _Key:
    kind: KeyType

    def __init__(self, name: str, seed: bytes) -> None:
        if len(seed) != PUBLIC_BYTES:
            raise Refused("key.length", f"seed of {len(seed)} bytes")
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.verifier = Verifier(name, self.kind, self._private.public_key().public_bytes_raw())
        self.name = name
        self.public = self.verifier.public
        self.key_id = self.verifier.key_id
        self.vkey = self.verifier.vkey


class Signer(_Key):
    """The key of a log, from its 32-byte seed. Signing again gives the same bytes: so Ed25519 is made."""

    kind = KeyType.NOTE

    def sign(self, text: str) -> bytes:
        """64 bytes."""
        return self._private.sign(text.encode())


class CosignatureSigner(_Key):
    """The key of a witness, from its 32-byte seed."""

    kind = KeyType.COSIGNATURE

    def sign(self, text: str, *, at: int) -> bytes:
        """72 bytes: time, in seconds since 1970 UTC, and signature. Raises Refused("note.timestamp")."""
        check_time(at)
        return at.to_bytes(_TIME_BYTES, "big") + self._private.sign(cosigned(text=text, at=at))
