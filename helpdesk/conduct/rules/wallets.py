"""Wallets of crypto money: addresses that their own check digits confirm."""

import hashlib
import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

_ALPHABET: Final = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_CHARSET: Final = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_WALLET: Final = re.compile(
    r"(?<![0-9A-Za-z])(?:(?P<ether>0x[0-9a-fA-F]{40})|(?P<bech>(?:bc1|ltc1|BC1|LTC1)[0-9A-Za-z]{8,87})|"
    r"(?P<long>[48][1-9A-HJ-NP-Za-km-z]{94})|(?P<base>[13LMDT9A][1-9A-HJ-NP-Za-km-z]{25,34}))(?![0-9A-Za-z])"
)
_MOST: Final = 16  # tokens of a text that are held against their check digits
_LONG: Final = re.compile(r"[0-9A-Za-z]{26}")


def wallets(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where they stand in the text as it was written, and whether check digits confirm them."""
    if not _LONG.search(text):
        return
    for found in islice(_WALLET.finditer(text), _MOST):
        kind, token = found.lastgroup, found[0]
        if kind == "base" and not base58check(token):
            continue
        yield (*found.span(), kind in ("base", "ether") or (kind == "bech" and bech32(token.lower())))


def base58check(token: str) -> bool:
    """Bitcoin's encoding: the last four bytes are a double SHA-256 of the others."""
    value = 0
    for char in token:
        value = value * 58 + _ALPHABET.index(char)
    data = value.to_bytes(max(25, (value.bit_length() + 7) // 8), "big")
    if len(data) != 25:
        return False
    return hashlib.sha256(hashlib.sha256(data[:-4]).digest()).digest()[:4] == data[-4:]


def bech32(token: str) -> bool:
    """BIP 173 and BIP 350."""
    human, _, body = token.rpartition("1")
    if not human or any(char not in _CHARSET for char in body):
        return False
    values = [ord(char) >> 5 for char in human] + [0] + [ord(char) & 31 for char in human]
    return _polymod(values + [_CHARSET.index(char) for char in body]) in (1, 0x2BC830A3)


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for at, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if (top >> at) & 1 else 0
    return check
