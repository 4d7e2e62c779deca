"""What changes for a buyer with the market."""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

from helpdesk.kernel.canonical import canonical
from helpdesk.marketplace.terms.market import Address, Delivery, OnSale
from helpdesk.marketplace.terms.shown import Price

NOT_SOLD = "not_sold"
_ID = 16  # hexadecimal digits: one buyer has at most a few dozen addresses
Record = Mapping[str, Any]


def address_of(record: Record) -> Address:
    """An address of the Platform's record; its id is its digest, since the record numbers none."""
    place = " ".join(part for part in (record.get("postal_code"), record["city"]) if part)
    lines = (record.get("recipient"), *record["lines"], place, record.get("region"))
    return Address(
        id=hashlib.sha256(canonical(dict(record))).hexdigest()[:_ID],
        lines=tuple(line for line in lines if line),
        country=record["country"],
    )


def present_address(*, known: Sequence[Address], chosen: Address | None, has_chosen: bool) -> Address | None:
    """Where a buyer has things sent: as chosen here, unless the Platform knows that address no longer."""
    if has_chosen and (chosen is None or chosen in known):
        return chosen
    return known[0] if known else None


def delivery_on(
    *, delivers_to: frozenset[str], present: Address | None, known: Sequence[Address]
) -> Delivery:
    """Whether the address can stay, and if not, which of the others could take its place."""
    if present is not None and present.country in delivers_to:
        return Delivery(present=present, kept=True, choices=())
    choices = tuple(address for address in known if address.country in delivers_to)
    return Delivery(present=present, kept=False, choices=choices)


def settled(*, delivery: Delivery, wanted: str | None) -> tuple[bool, Address | None]:
    """Whether that answers the question of the address, and with which one; None goes on without."""
    if delivery.kept:
        return wanted in (None, delivery.present and delivery.present.id), delivery.present
    found = next((address for address in delivery.choices if address.id == wanted), None)
    return wanted is None or found is not None, found


def on_sale(*, markets: Mapping[str, Record], code: str) -> OnSale:
    """An offer on one market, as its record has it."""
    on = markets.get(code, {})
    if on.get("availability", NOT_SOLD) == NOT_SOLD or "price_minor" not in on:
        return OnSale(availability=NOT_SOLD, price=None)
    price = Price(minor=on["price_minor"], currency=on["currency"])
    return OnSale(availability=on["availability"], price=price)
