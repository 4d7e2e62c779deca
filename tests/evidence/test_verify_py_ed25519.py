"""The Ed25519 of verify.py: the answers of RFC 8032, of a library, and no to all that is not canonical."""

import ast
import hashlib
import random

import pytest
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from helpdesk.evidence.shipped.joining import program
from helpdesk.evidence.shipped.verify import ed25519 as shipped
from helpdesk.evidence.shipped.verify.ed25519 import ed25519_verifies

GROUP = 2**252 + 27742317777372353535851937790883648493
PRIME = 2**255 - 19
# Section 7.1: seed, message. What the standard prints for them begins with the third.
RFC_8032 = [
    ("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60", b"", "e5564300c360ac72"),
    ("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb", b"\x72", "92a009a9f0d4cab8"),
    ("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7", b"\xaf\x82", "6291d657deec2402"),
    (
        "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
        hashlib.sha512(b"abc").digest(),
        "dc2a4459e7369633",
    ),
]
SMALL_ORDER = [  # all points whose order divides 8, in every encoding
    "0100000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000080",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0000000000000000000000000000000000000000000000000000000000000080",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
    "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
    "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff",
]


def says(public: bytes, signature: bytes, message: bytes) -> bool:
    """What the library says."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


@pytest.mark.parametrize(("seed", "message", "begins"), RFC_8032)
def test_the_answers_of_the_standard(seed: str, message: bytes, begins: str) -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes.fromhex(seed))
    key, signed = private.public_key().public_bytes_raw(), private.sign(message)
    assert signed.hex().startswith(begins)
    assert ed25519_verifies(key, signed, message)
    assert not ed25519_verifies(key, signed, message + b"\0")
    for place in range(64):
        assert not ed25519_verifies(
            key, signed[:place] + bytes([signed[place] ^ 1]) + signed[place + 1 :], message
        )


def test_thousands_of_signatures_are_judged_as_a_library_judges_them() -> None:
    chance = random.Random(8032)
    for _ in range(10):
        private = Ed25519PrivateKey.from_private_bytes(chance.randbytes(32))
        public = private.public_key().public_bytes_raw()
        for _ in range(100):
            message = chance.randbytes(chance.randrange(200))
            signature = bytearray(private.sign(message))
            wrong = bytearray(signature)
            wrong[chance.randrange(64)] ^= 1 << chance.randrange(8)
            assert ed25519_verifies(public, bytes(signature), message)
            assert (
                ed25519_verifies(public, bytes(wrong), message)
                is says(public, bytes(wrong), message)
                is False
            )


def test_flipped_keys_vouch_for_nothing() -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public, signature = private.public_key().public_bytes_raw(), private.sign(b"message")
    for place in range(32):
        other = public[:place] + bytes([public[place] ^ 4]) + public[place + 1 :]
        assert not ed25519_verifies(other, signature, b"message")


def test_a_scalar_beyond_the_order_is_refused() -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public, signature = private.public_key().public_bytes_raw(), private.sign(b"message")
    s = int.from_bytes(signature[32:], "little")
    again = signature[:32] + (s + GROUP).to_bytes(32, "little")
    assert ed25519_verifies(public, signature, b"message")
    assert not ed25519_verifies(public, again, b"message")


@pytest.mark.parametrize("public", SMALL_ORDER)
def test_keys_of_small_order_sign_nothing(public: str) -> None:
    """Under such a key R = B and S = 1 would be valid for many messages."""
    key, r, s = bytes.fromhex(public), shipped._BASE_BYTES, (1).to_bytes(32, "little")
    assert not any(ed25519_verifies(key, r + s, bytes([message])) for message in range(32))
    identity = (1).to_bytes(32, "little")
    assert not any(ed25519_verifies(key, identity + bytes(32), bytes([message])) for message in range(32))


def test_a_key_with_a_part_of_small_order_is_refused() -> None:
    """Its signatures would be valid for some verifiers and not for others."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    point = shipped._decoded(private.public_key().public_bytes_raw())
    torsion = shipped._decoded(bytes.fromhex(SMALL_ORDER[6]))
    assert point
    assert torsion
    mixed = shipped._encoded(shipped._added(point, shipped._prepared(torsion)))
    assert shipped._decoded(mixed) is not None
    assert shipped._table_against(mixed) is None


@pytest.mark.parametrize("y", [PRIME, PRIME + 1, 2**255 - 1, 2])
def test_encodings_of_no_point_are_refused(y: int) -> None:
    assert shipped._decoded(y.to_bytes(32, "little")) is None


@pytest.mark.parametrize("length", [0, 31, 33, 63, 65, 128])
def test_wrong_lengths_are_refused(length: int) -> None:
    private = Ed25519PrivateKey.from_private_bytes(bytes(32))
    public, signature = private.public_key().public_bytes_raw(), private.sign(b"")
    assert not ed25519_verifies(public, (signature * 2)[:length], b"")
    assert not ed25519_verifies((public * 4)[:length], signature, b"")


def test_the_file_is_python_3_8_with_the_standard_library_only() -> None:
    tree = ast.parse(program(), feature_version=(3, 8))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= {
        "__future__", "abc", "argparse", "base64", "binascii", "collections", "datetime", "hashlib", "hmac",
        "json", "pathlib", "re", "struct", "sys", "textwrap", "typing",
    }  # fmt: skip
    later = {
        "removeprefix",
        "removesuffix",
        "is_relative_to",
        "bit_count",
        "pairwise",
        "randbytes",
    }  # 3.9 and later
    assert not later & {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
