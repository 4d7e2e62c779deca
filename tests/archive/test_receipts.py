"""Receipts: a signed promise about one entry; whatever else it is shown for, it does not hold."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from helpdesk.archive.rules.receipts import ReceiptKey, is_valid, key_id, text
from helpdesk.archive.terms import Receipt
from helpdesk.kernel import clock
from tests.cast import TUESDAY

KEY = ReceiptKey(bytes(range(32)))
ENTRY = UUID("018f6f2a-0000-7000-8000-000000000001")
RECEIPT = KEY.sign(entry=ENTRY, leaf_hash=b"\x11" * 32, at=TUESDAY)


def flipped(data: bytes, place: int) -> bytes:
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def test_a_receipt_is_valid_under_the_key_that_signed_it() -> None:
    assert is_valid(receipt=RECEIPT, public=KEY.public)
    assert RECEIPT.key == KEY.id == key_id(KEY.public)
    assert RECEIPT.in_log_by == TUESDAY + timedelta(hours=24)


def test_signing_again_gives_the_same_bytes() -> None:
    again = ReceiptKey(bytes(range(32))).sign(entry=ENTRY, leaf_hash=b"\x11" * 32, at=TUESDAY)
    assert again == RECEIPT
    assert len(again.signature) == 64


def test_the_signed_text_can_be_checked_without_our_code() -> None:
    at, by = clock.to_us(TUESDAY), clock.to_us(TUESDAY + timedelta(hours=24))
    said = f"helpdesk-receipt/v1\n{ENTRY}\n{'11' * 32}\n{at}\n{by}\n".encode()
    assert text(entry=ENTRY, leaf_hash=b"\x11" * 32, at=TUESDAY) == said
    Ed25519PublicKey.from_public_bytes(KEY.public).verify(RECEIPT.signature, said)
    with pytest.raises(InvalidSignature):
        Ed25519PublicKey.from_public_bytes(KEY.public).verify(RECEIPT.signature, said[:-1])


@pytest.mark.parametrize(
    "changed",
    [
        replace(RECEIPT, entry=UUID(int=ENTRY.int ^ 1)),
        replace(RECEIPT, leaf_hash=flipped(RECEIPT.leaf_hash, 31)),
        replace(RECEIPT, leaf_hash=b""),
        replace(RECEIPT, at=TUESDAY + timedelta(microseconds=1)),
        replace(RECEIPT, at=TUESDAY - timedelta(hours=1)),
        replace(RECEIPT, signature=b""),
        replace(RECEIPT, signature=RECEIPT.signature[:-1]),
        replace(RECEIPT, signature=RECEIPT.signature + b"\x00"),
    ],
)
def test_a_receipt_with_anything_changed_is_not_valid(changed: Receipt) -> None:
    assert not is_valid(receipt=changed, public=KEY.public)


def test_no_flipped_byte_of_the_signature_passes() -> None:
    for place in range(64):
        changed = replace(RECEIPT, signature=flipped(RECEIPT.signature, place))
        assert not is_valid(receipt=changed, public=KEY.public)


def test_another_key_has_another_name_and_does_not_vouch() -> None:
    other = ReceiptKey(bytes(32))
    assert other.id != KEY.id
    assert not is_valid(receipt=RECEIPT, public=other.public)


@pytest.mark.parametrize("public", [b"", b"\x00", b"\x02" * 31, b"\x02" * 33])
def test_what_is_no_key_vouches_for_nothing(public: bytes) -> None:
    assert not is_valid(receipt=RECEIPT, public=public)
