"""Check digits of parcel numbers. Each function takes a number of its form and says whether it adds up."""

from collections.abc import Sequence
from typing import Final

_S10_WEIGHTS: Final = (8, 6, 4, 2, 3, 5, 9, 7)
_ISO_7064: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def is_s10(number: str) -> bool:
    """Two letters, eight digits, a check digit, two letters: UPU standard S10, section 4.

    Weights 8 6 4 2 3 5 9 7, modulo 11; 11 less the rest, where 10 is written 0 and 11 is written 5.
    """
    rest = 11 - sum(w * int(digit) for w, digit in zip(_S10_WEIGHTS, number[2:10], strict=True)) % 11
    return int(number[10]) == {10: 0, 11: 5}.get(rest, rest)


def is_ups(number: str) -> bool:
    """1Z, fifteen letters and digits, a check digit. Letters count as (code - 63) modulo 10, A is 2.

    Every second one counts twice; modulo 10. As UPS's label guides have it and public validators test it.
    """
    values = [int(sign) if sign.isdigit() else (ord(sign) - 63) % 10 for sign in number[2:17]]
    return number[17] == str(-(sum(values[::2]) + 2 * sum(values[1::2])) % 10)


def is_gs1(number: str) -> bool:
    """Digits whose last one is GS1's: from the right weights 3 1 3 1 ..., modulo 10 (SSCC, GTIN).

    GS1 General Specifications, 7.9. DHL's and Poczta Polska's long numbers are SSCC with 00 before them.
    """
    return int(number[-1]) == -_weighted(number[-2::-1], (3, 1)) % 10


def is_identcode(number: str) -> bool:
    """Twelve digits of Deutsche Post's Identcode: from the left weights 4 9 4 9 ..., modulo 10."""
    return int(number[-1]) == -_weighted(number[:-1], (4, 9)) % 10


def is_waybill(number: str) -> bool:
    """Ten digits of DHL Express: the first nine modulo 7, as of every air waybill."""
    return int(number[-1]) == int(number[:-1]) % 7


def is_iso_7064(number: str) -> bool:
    """Letters and digits whose last one is that of ISO 7064 MOD 37,36, as DPD prints it."""
    product = 36
    for sign in number[:-1]:
        total = (product + _ISO_7064.index(sign)) % 36 or 36
        product = total * 2 % 37
    return _ISO_7064[(37 - product) % 36] == number[-1]


def _weighted(digits: str, weights: Sequence[int]) -> int:
    return sum(int(digit) * weights[index % len(weights)] for index, digit in enumerate(digits))
