"""Tracking numbers: which carrier a number may be of, and whether one that is named can have given it.

Only what is published is held against a number: a form that the carrier's numbers of that kind have, and a
check digit of which known numbers prove the rule. Whatever else a carrier may print is taken as it comes.

Sources: UPU S10 (posts); UPS label guides; GS1 General Specifications with Poczta Polska's and Deutsche
Post's prefixes; paketda.de "Prüfziffern-Berechnung" (DHL, Hermes); DPD parcel label specification (ISO 7064);
github.com/jkeen/tracking_number_data (test numbers of UPS, DPD, DHL Express).
"""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from helpdesk.marketplace.rules import check_digits
from helpdesk.marketplace.terms.carriers import carrier_named

# Letters and digits, at least one of them a digit; the shortest known are of 8, the longest of some 30.
_ANY: Final = re.compile(r"(?=.*\d)[A-Z0-9]{6,40}")
_SPACES: Final = re.compile(r"[\s./\-\u2010-\u2013]+")  # blanks, dots, hyphens and dashes of any width


class Form(NamedTuple):
    """One kind of numbers of a carrier. What is `alike` and has not the `shape` is a slip of the hand."""

    shape: re.Pattern[str]
    alike: re.Pattern[str]
    holds: Callable[[str], bool] | None = None


def _form(shape: str, holds: Callable[[str], bool] | None = None, *, alike: str = "") -> Form:
    return Form(re.compile(shape), re.compile(alike or shape), holds)


_S10: Final = _form(r"[A-Z]{2}\d{9}[A-Z]{2}", check_digits.is_s10, alike=r"[A-Z]{2}\d{7,11}[A-Z]{2}")
_EXPRESS_MAIL: Final = _form(r"E[A-Z]\d{9}[A-Z]{2}", check_digits.is_s10, alike=r"E[A-Z]\d{7,11}[A-Z]{2}")
_UPS: Final = _form(r"1Z[A-Z0-9]{15}\d", check_digits.is_ups, alike=r"1Z[A-Z0-9]{6,}")
_DHL_SSCC: Final = _form(r"0034\d{16}", check_digits.is_gs1, alike=r"00340\d{10,18}")
_POCZTA_SSCC: Final = _form(r"00\d5900773\d{10}", check_digits.is_gs1, alike=r"00\d5900773\d{7,13}")
_PIECE: Final = _form(r"J[A-Z]{2,3}\d{9,20}")

FORMS: Final[Mapping[str, Sequence[Form]]] = {
    "ups": (_UPS, _form(r"T\d{10}")),
    "inpost": (_form(r"\d{24}", alike=r"\d{21,23}|\d{25}"),),
    "poczta polska": (_POCZTA_SSCC, _S10, _form(r"PX\d{10}", alike=r"PX\d{7,13}")),
    "royal mail": (_S10,),
    "poste italiane": (_S10,),
    "colissimo": (_S10, _form(r"\d[A-Z]\d{11}")),
    "chronopost": (_EXPRESS_MAIL, _form(r"[A-Z]{2}\d{9}(?:FR|JB|JF|EE)")),
    "dhl express": (_form(r"\d{10}", check_digits.is_waybill), _PIECE),
    "dhl paket": (_DHL_SSCC, _form(r"\d{12}", check_digits.is_identcode), _S10, _PIECE),
    "dhl": (_DHL_SSCC, _S10, _PIECE),
    "dpd": (
        _form(r"\d{14}[A-Z0-9]", check_digits.is_iso_7064),
        _form(r"\d{27}[A-Z0-9]", check_digits.is_iso_7064),
        _form(r"\d{14}"),
    ),
    "hermes": (_form(r"\d{14}", check_digits.is_gs1), _form(r"H\d{19}")),
    "evri": (_form(r"[A-Z]\d{2}[A-Z0-9]{13}"),),
    "gls": (_form(r"(?=.*[A-Z])[A-Z0-9]{8}"), _form(r"\d{11,12}")),
}
_POSTS: Final = {
    "PL": "poczta polska",
    "GB": "royal mail",
    "IT": "poste italiane",
    "FR": "colissimo",
    "DE": "dhl",
}


def tidy(number: str) -> str:
    """A number as it is compared and kept: capitals, without blanks, dots and dashes."""
    return _SPACES.sub("", number).upper()


def recognised(number: str) -> tuple[str, ...]:
    """Codes of the carriers that it may be of, first those whose check digit proves it; none: unknown."""
    wanted = tidy(number)
    if not _ANY.fullmatch(wanted):
        return ()
    fitting = [(form, name) for name, forms in FORMS.items() for form in forms if _fits(form, wanted)]
    proven = [name for form, name in fitting if form.holds]
    return tuple(dict.fromkeys([*proven, *(name for _, name in fitting)]))


def only_carrier(number: str) -> str:
    """The code of the one carrier that it can be of; of a family the plain name; "" where it is not clear.

    Posts share one form: there the letters at the end name the country.
    """
    wanted, found = tidy(number), recognised(number)
    if _fits(_S10, wanted):
        post = _POSTS.get(wanted[-2:], "")
        return post if post in found else ""
    families = {name.split()[0] for name in found}
    return min(found, key=len) if len(families) == 1 else ""


def check(*, carrier: str, number: str) -> str | None:
    """Why this cannot be a number of this carrier, as a stable code; None where nothing speaks against it.

    `carrier` as a person wrote it ("InPost Paczkomat"). `tracking.form`: not a number at all, or not one of
    the carrier's length. `tracking.check_digit`: a digit or letter is wrong. `tracking.other_carrier`: it is
    proven to be another's.
    """
    wanted, found = tidy(number), carrier_named(carrier)
    if not _ANY.fullmatch(wanted):
        return "tracking.form"
    forms = FORMS.get(found.name, ()) if found else ()
    if any(_fits(form, wanted) for form in forms):
        return None
    if any(form.shape.fullmatch(wanted) for form in forms):
        return "tracking.check_digit"
    if any(form.alike.fullmatch(wanted) for form in forms):
        return "tracking.form"
    if found and found.name != "ups" and _fits(_UPS, wanted):
        return "tracking.other_carrier"
    return None


def _fits(form: Form, number: str) -> bool:
    return form.shape.fullmatch(number) is not None and (form.holds is None or form.holds(number))
