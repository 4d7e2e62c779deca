"""Amounts as people write them."""

from typing import Final

from helpdesk.kernel.refusal import Invalid
from helpdesk.marketplace.terms.money import exponent

MAX_MINOR: Final = 10**11  # in the currency's smallest unit


def minor_of(*, amount: str, currency: str, field: str = "amount") -> int:
    """The amount in the smallest unit of the currency. A comma is a point. Raises Invalid."""
    whole, _, part = amount.strip().replace(",", ".").partition(".")
    if not whole or not (whole + part).isascii() or not (whole + part).isdigit():
        raise Invalid("case.amount", field=field)
    if len(part) > exponent(currency) or len(whole) > len(str(MAX_MINOR)):
        raise Invalid("case.amount", field=field)
    minor = int(whole + part.ljust(exponent(currency), "0"))
    if not 0 < minor <= MAX_MINOR:
        raise Invalid("case.amount", field=field)
    return minor
