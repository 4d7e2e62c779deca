"""Records as the Platform would send them, small and valid; each test changes what it is about."""

import json
from typing import Any

from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.marketplace import actions
from helpdesk.marketplace.rules.reading import record_in
from helpdesk.marketplace.terms.outcomes import ImportReport, Put
from tests.cast import PLATFORM

Record = dict[str, Any]

ADDRESS = {
    "recipient": "Clara",
    "lines": ["Lindenweg 4"],
    "postal_code": "10115",
    "city": "Berlin",
    "country": "DE",
}
PRICE = {"amount": "12.90", "currency": "EUR"}


def market(**changes: Any) -> Record:
    return {
        "type": "market",
        "id": "de",
        "version": 1,
        "country": "DE",
        "currency": "EUR",
        "time_zone": "Europe/Berlin",
        "languages": ["de", "en"],
        "delivery_countries": ["DE", "AT"],
        "law": "DE",
        "allowed_hosts": ["shop.example"],
        **changes,
    }


def seller(**changes: Any) -> Record:
    return {
        "type": "seller",
        "id": "anna",
        "version": 1,
        "name": "Anna's Espresso Parts",
        "trader": True,
        "legal_name": "Części do Ekspresów sp. z o.o.",
        "address": {"lines": ["ul. Prosta 1"], "city": "Kraków", "country": "PL"},
        "establishment": {"country": "PL", "time_zone": "Europe/Warsaw"},
        **changes,
    }


def member(**changes: Any) -> Record:
    return {
        "type": "member",
        "id": "anna-1",
        "version": 1,
        "seller": "anna",
        "person": "p-anna",
        "name": "Anna",
        "role": "owner",
        **changes,
    }


def buyer(**changes: Any) -> Record:
    return {
        "type": "buyer",
        "id": "clara",
        "version": 1,
        "display_name": "Clara",
        "language": "de",
        "market": "de",
        **changes,
    }


def offer(**changes: Any) -> Record:
    return {
        "type": "offer",
        "id": "gasket",
        "version": 1,
        "seller": "anna",
        "title": {"en": "Gasket 8 mm", "de": "Dichtung 8 mm"},
        "markets": {"de": {"price": PRICE, "availability": "in_stock"}},
        **changes,
    }


def line(**changes: Any) -> Record:
    return {"id": "1", "offer": "gasket", "quantity": 2, "price": PRICE, **changes}


def order(**changes: Any) -> Record:
    return {
        "type": "order",
        "id": "A-1001",
        "version": 1,
        "number": "1001",
        "market": "de",
        "seller": "anna",
        "buyer": "clara",
        "placed_at": "2026-10-01T09:30:00Z",
        "paid_with": "card",
        "delivery_address": ADDRESS,
        "lines": [line()],
        **changes,
    }


def shipment(**changes: Any) -> Record:
    return {
        "type": "shipment",
        "id": "parcel",
        "version": 1,
        "order": "A-1001",
        "lines": [{"line": "1", "quantity": 2}],
        "carrier": "DHL",
        "tracking": "003404",
        "dispatched_at": "2026-10-02T14:00:00+02:00",
        "expected_on": "2026-10-05",
        **changes,
    }


def refund(**changes: Any) -> Record:
    return {
        "type": "refund",
        "id": "refund",
        "version": 1,
        "order": "A-1001",
        "lines": [{"line": "1", "quantity": 1}],
        "amount": PRICE,
        "done_at": "2026-10-09T08:00:00Z",
        **changes,
    }


def everything() -> list[Record]:
    """One of each, in an order in which each is known before it is named."""
    return [market(), seller(), member(), buyer(), offer(), order(), shipment(), refund()]


def ndjson(*records: Record) -> list[bytes]:
    return [json.dumps(record).encode() + b"\n" for record in records]


def put(record: Record, *, actor: Actor = PLATFORM) -> Put:
    name, body = record_in(json.dumps(record).encode())
    return actions.put_record(actor=actor, now=clock.now(), external_id=name.external_id, record=body)


def import_(*records: Record, strict: bool = False, actor: Actor = PLATFORM) -> ImportReport:
    lines = ndjson(*records)
    return actions.import_records(actor=actor, now=clock.now(), lines=lines, strict=strict)
