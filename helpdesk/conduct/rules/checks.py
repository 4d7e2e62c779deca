"""Check digits: what tells an identifier from a row of digits. Pure arithmetic, as the standards have it."""

import re
from typing import Final

IBAN_LENGTHS: Final = {
    "ad": 24, "ae": 23, "al": 28, "at": 20, "ba": 20, "be": 16, "bg": 22, "br": 29, "by": 28, "ch": 21,
    "cy": 28, "cz": 24, "de": 22, "dk": 18, "ee": 20, "es": 24, "fi": 18, "fo": 18, "fr": 27, "gb": 22,
    "ge": 22, "gi": 23, "gl": 18, "gr": 27, "hr": 21, "hu": 28, "ie": 22, "il": 23, "is": 26, "it": 27,
    "kz": 20, "li": 21, "lt": 20, "lu": 20, "lv": 21, "mc": 27, "md": 24, "me": 22, "mk": 19, "mt": 31,
    "nl": 18, "no": 15, "pl": 28, "pt": 25, "ro": 24, "rs": 22, "sa": 24, "se": 24, "si": 19, "sk": 24,
    "sm": 27, "tn": 24, "tr": 26, "ua": 29, "va": 22, "xk": 20,
}  # fmt: skip
"""ISO 13616: characters of an IBAN by country, small letters."""


def iban(text: str) -> bool:
    """ISO 7064 mod 97-10, and the length of its country. `text`: letters and digits only, small."""
    if IBAN_LENGTHS.get(text[:2]) != len(text) or not text[2:4].isdigit() or not text.isalnum():
        return False
    return int("".join(str(int(char, 36)) for char in text[4:] + text[:4])) % 97 == 1


def luhn(digits: str) -> bool:
    """ISO/IEC 7812: cards, IMEI, SIREN."""
    total = 0
    for at, char in enumerate(reversed(digits)):
        value = int(char) * (1 + at % 2)
        total += value - 9 if value > 9 else value
    return total % 10 == 0


_CARDS: Final = re.compile(
    r"4\d{12}(?:\d{3})?(?:\d{3})?|5[1-5]\d{14}|2(?:2[2-9]|[3-6]\d|7[01])\d{13}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|"
    r"6(?:011|5\d\d)\d{12}|(?:5[06789]|6\d)\d{10,17}"
)


def card(digits: str) -> bool:
    """A payment card's number by its issuer, length and check digit."""
    return 13 <= len(digits) <= 19 and _CARDS.fullmatch(digits) is not None and luhn(digits)


def ean(digits: str) -> bool:
    """GTIN-8, UPC-A, EAN-13 (also ISBN-13), GTIN-14 and SSCC."""
    if len(digits) not in (8, 12, 13, 14, 18):
        return False
    return sum(int(char) * (3, 1)[at % 2] for at, char in enumerate(reversed(digits[:-1]))) % 10 == (
        -int(digits[-1]) % 10
    )


def imei(digits: str) -> bool:
    """15 digits, Luhn; the first two are a reporting body's."""
    return len(digits) == 15 and digits[:2] in _BODIES and luhn(digits)


_BODIES: Final = frozenset(
    ["01", "35", "44", "45", "49", "50", "51", "52", "53", "54", "86", "91", "98", "99"]
)


def nip(digits: str) -> bool:
    """A Polish tax number."""
    weights = (6, 5, 7, 2, 3, 4, 5, 6, 7)
    return len(digits) == 10 and sum(
        int(a) * b for a, b in zip(digits[:9], weights, strict=True)
    ) % 11 == int(digits[9])
