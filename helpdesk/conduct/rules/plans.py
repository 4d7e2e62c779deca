"""Number plans: whether digits are a telephone number somewhere, and where.

Lengths and prefixes by libphonenumber's metadata (Apache-2.0), and beside it the plain shape of the plans of
the markets: numbers that are not handed out today may be tomorrow.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import phonenumbers
from phonenumbers import NumberParseException

MIN_NATIONAL: Final = 6
MAX_DIGITS: Final = 16
HOMES: Final = {"en": "GB", "pl": "PL", "de": "DE", "fr": "FR", "it": "IT"}
_TRUNK: Final = re.compile(r"0[1-9]\d{5,10}")
_SHAPES: Final = {
    "GB": re.compile(r"0(?:7\d{9}|[12389]\d{8,9})"),
    "FR": re.compile(r"0[1-9]\d{8}"),
    "DE": re.compile(r"01[5-7]\d{7,10}|0[2-9]\d{6,10}"),
    "IT": re.compile(r"3\d{8,9}|0[1-9]\d{6,9}|80[03]\d{6}"),
    "PL": re.compile(r"[1-9]\d{8}"),
}
_ABROAD: Final = re.compile(r"(?:44|48|49|33|39|43|41|32|31|34|420)0?\d{8,11}")


@dataclass(frozen=True, slots=True)
class Planned:
    """`valid`: handed out by its plan; else only its shape is right. `home`: of the author's country.
    `bare`: nothing marks the digits as a telephone number, no 0 nor + before them.
    """

    as_read: str
    valid: bool
    home: bool
    bare: bool


@lru_cache(maxsize=2048)
def planned(digits: str, *, plus: bool, home: str, regions: tuple[str, ...]) -> Planned | None:
    """What the digits are a number of; None: nowhere. `plus`: a + or "plus" stands before."""
    if not MIN_NATIONAL <= len(digits) <= MAX_DIGITS or len(set(digits)) < 3:
        return None
    if plus or digits.startswith("00"):
        return _international(digits.removeprefix("00"), regions)
    for region in _likeliest(home, regions):
        if (found := _national(digits, region, home)) is not None:
            return found
    if _ABROAD.fullmatch(digits) and (abroad := _international(digits, regions)) and abroad.valid:
        return Planned(abroad.as_read, True, abroad.home, bare=True)
    return None


def _likeliest(home: str, regions: Sequence[str]) -> Iterator[str]:
    yield home
    yield from (one for one in regions if one != home)


def _international(digits: str, regions: Sequence[str]) -> Planned | None:
    read = _parsed("+" + digits, None) or _parsed("+" + re.sub(r"^(4[1348-9]|3[1-49])0", r"\1", digits), None)
    if read is None or len(digits) < 8 or not phonenumbers.is_possible_number(read):
        return None
    valid = phonenumbers.is_valid_number(read)
    known = phonenumbers.region_code_for_country_code(read.country_code or 0) in regions
    return Planned(f"+{read.country_code}{read.national_number}", valid or known, home=True, bare=False)


def _national(digits: str, region: str, home: str) -> Planned | None:
    shape = _SHAPES.get(region)
    if shape is not None and not shape.fullmatch(digits):
        return None
    if shape is None and not _TRUNK.fullmatch(digits):
        return None
    read = _parsed(digits, region)
    if read is None:
        return None
    valid = phonenumbers.is_valid_number(read)
    if not valid and region != home and digits[0] != "0":
        return None
    as_read = f"+{read.country_code}{'0' if read.italian_leading_zero else ''}{read.national_number}"
    return Planned(as_read, valid, region == home, bare=digits[0] != "0")


def _parsed(digits: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(digits, region)
    except NumberParseException:
        return None
