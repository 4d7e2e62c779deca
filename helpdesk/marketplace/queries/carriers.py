"""Whose number stands on a parcel, for forms: what is published of numbers says it, no row of ours."""

from helpdesk.marketplace.rules import tracking
from helpdesk.marketplace.terms.carriers import CARRIERS, Carrier


def carrier_of(*, number: str) -> Carrier | None:
    """The one carrier that gives such numbers; None where several do, or none is known. No SQL."""
    name = tracking.only_carrier(number)
    return next((one for one in CARRIERS if one.name == name), None)


def number_trouble(*, carrier: str, number: str) -> str | None:
    """Why this carrier cannot have given this number, as a stable code; None where nothing is against it.
    No SQL.
    """
    return tracking.check(carrier=carrier, number=number)
