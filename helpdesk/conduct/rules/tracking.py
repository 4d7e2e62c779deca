"""Tracking numbers: what numbers of a carrier look like (S10 is the Universal Postal Union's standard)."""

import re
from typing import Final

from helpdesk.conduct.rules.scanning import Words
from helpdesk.marketplace.rules import check_digits

_CARRIERS: Final = {
    "dhl": r"\bdhl\b", "dpd": r"\bdpd\b", "gls": r"\bgls\b", "ups": r"\bups\b",
    "royalmail": r"\broyal mail\b|\bparcelforce\b",
    "inpost": r"\binpost\b|\bpaczkomat", "brt": r"\bbrt\b|\bbartolini\b",
    "poste": r"\bposte italiane\b|\bsda\b",
    "laposte": r"\bla poste\b|\bcolissimo\b", "chronopost": r"\bchronopost\b",
    "hermes": r"\bhermes\b|\bevri\b",
    "fedex": r"\bfedex\b", "poczta": r"\bpoczta polska\b|\bpocztex\b|\bpoczta\b",
}  # fmt: skip
_NAMES: Final = {name: re.compile(pattern) for name, pattern in _CARRIERS.items()}
_ANY: Final = Words(
    [
        *("dhl", "dpd", "gls", "ups", "royal", "parcelforce", "inpost", "paczkomat", "brt", "bartolini"),
        *("poste", "sda", "colissimo", "chronopost", "hermes", "evri", "fedex", "poczt"),
    ]
)
_S10: Final = re.compile(r"[A-Z]{2}\d{9}[A-Z]{2}")
_FORMS: Final = {
    "dhl": r"\d{10}|\d{12,14}|\d{16}|\d{20}|JJ?D\d{16,20}|[A-Z]{3}\d{7,10}|3S[A-Z0-9]{10,14}",
    "dpd": r"\d{13,14}|\d{13}[A-Z]|\d{14}[A-Z0-9]|\d{28}|\d{10}",
    "gls": r"\d{11,12}|\d{14}|[A-Z0-9]{8}|\d{20}|\d{10}",
    "ups": r"1Z[A-Z0-9]{16}|\d{12}|\d{9}|T\d{10}|\d{26}",
    "royalmail": r"[A-Z]{2}\d{9}GB|[A-Z0-9]{21}|\d{16}|[A-Z]{2}\d{7}|\d{20}",
    "inpost": r"\d{24}|\d{20}|\d{26}",
    "brt": r"\d{12}|\d{15}|\d{19}|\d{14}|\d{18}",
    "poste": r"[A-Z]{2}\d{9}IT|[A-Z0-9]{13}|\d{12}|[A-Z0-9]{12}|\d{14}|\d{15}",
    "laposte": r"\d[A-Z]\d{11,12}|[A-Z]{2}\d{9}FR|\d{13}|\d{11,15}|[A-Z0-9]{13}",
    "chronopost": r"[A-Z]{2}\d{9}(?:FR|JB|[A-Z]{2})|[A-Z]{2}\d{11}[A-Z]?|\d{14,15}",
    "hermes": r"[A-Z0-9]{16}|\d{14}|\d{15}|[A-Z]\d{15}|\d{20}",
    "fedex": r"\d{12}|\d{15}|\d{20}|\d{22}",
    "poczta": r"[A-Z]{2}\d{9}PL|\d{20}|\d{18}",
}  # fmt: skip
_FORM: Final = {name: re.compile(pattern) for name, pattern in _FORMS.items()}


def named_carriers(text: str) -> list[str]:
    """Of a folded text."""
    if not _ANY.hits(text):
        return []
    return [name for name, pattern in _NAMES.items() if pattern.search(text)]


def is_of_carrier(carrier: str, number: str) -> bool:
    """Whether the carrier could have given that number: its form and, where there is one, its check digit."""
    if _S10.fullmatch(number):
        return check_digits.is_s10(number) and carrier not in ("dpd", "gls", "ups", "inpost", "brt", "fedex")
    if _FORM[carrier].fullmatch(number) is None:
        return False
    return not number.startswith("1Z") or check_digits.is_ups(number)
