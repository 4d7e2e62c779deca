"""Receipts: a signed promise, made at once, that an entry will be in the log within 24 hours."""

import hashlib
from datetime import datetime
from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from helpdesk.archive.terms import IN_LOG_WITHIN, Receipt
from helpdesk.kernel import clock

PUBLIC_BYTES = 32  # of an Ed25519 key
_TEXT = "helpdesk-receipt/v1\n{entry}\n{leaf}\n{at}\n{by}\n"


class ReceiptKey:
    """The signing key of the web role. `id` is the start of the public key's SHA-256."""

    def __init__(self, seed: bytes) -> None:
        self._private = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self._private.public_key().public_bytes_raw()
        self.id = key_id(self.public)

    def sign(self, *, entry: UUID, leaf_hash: bytes, at: datetime) -> Receipt:
        """The receipt of an entry; Ed25519 is deterministic, so signing again gives the same bytes."""
        signature = self._private.sign(text(entry=entry, leaf_hash=leaf_hash, at=at))
        return Receipt(entry=entry, leaf_hash=leaf_hash, at=at, key=self.id, signature=signature)


def key_id(public: bytes) -> str:
    """16 hex digits that name a public key."""
    return hashlib.sha256(public).hexdigest()[:16]


def text(*, entry: UUID, leaf_hash: bytes, at: datetime) -> bytes:
    """The signed text: entry id, leaf hash in hex, server time and deadline in microseconds, a line each."""
    by = clock.to_us(at + IN_LOG_WITHIN)
    return _TEXT.format(entry=entry, leaf=leaf_hash.hex(), at=clock.to_us(at), by=by).encode()


def is_valid(*, receipt: Receipt, public: bytes) -> bool:
    """Whether the receipt was signed by this key."""
    signed = text(entry=receipt.entry, leaf_hash=receipt.leaf_hash, at=receipt.at)
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(receipt.signature, signed)
    except (InvalidSignature, ValueError):  # ValueError: not the bytes of a key
        return False
    return True
