"""Rows that stand in for what has been named before it arrived, so that pages have something to show.

A seller and a market have none: their clock and their law cannot be guessed, so records wait for them.
"""

from collections.abc import Iterator
from datetime import datetime

from helpdesk.marketplace.rules.known import World
from helpdesk.marketplace.rules.rows import Row
from helpdesk.marketplace.terms.kinds import Kind, Known, Name
from helpdesk.marketplace.terms.records import AnyBody, ExpectedOrderBody, OrderBody

UNDETERMINED = "und"  # BCP 47 for "in no known language": the title of an offer is its id for now
LANGUAGE = "en"  # of a buyer who has not arrived


def stubs_of(
    *, name: Name, record: AnyBody, fresh: dict[Name, Known], world: World, now: datetime
) -> Iterator[tuple[str, Name, Row]]:
    """(table, name, row) for what the record is the first to name, and for an order that is expected."""
    if isinstance(record, ExpectedOrderBody):
        yield "marketplace_order", name, _order(name, record, world, now)
    if not isinstance(record, OrderBody | ExpectedOrderBody):
        return
    for other, known in fresh.items():
        if known.is_stub and other.kind is Kind.BUYER:
            yield "marketplace_buyer", other, _buyer(other, known, record.market)
        elif known.is_stub and other.kind is Kind.OFFER:
            yield "marketplace_offer", other, _offer(other, known)


def _buyer(name: Name, known: Known, market: str) -> Row:
    return {
        "buyer_id": known.id,
        "external_id": name.external_id,
        "display_name": name.external_id,
        "language": LANGUAGE,
        "market": market,
        "kind": "consumer",
        "addresses": [],
        "is_stub": True,
    }


def _offer(name: Name, known: Known) -> Row:
    return {
        "seller_id": known.seller_id,
        "id": known.id,
        "external_id": name.external_id,
        "title": {UNDETERMINED: name.external_id},
        "condition": "new",
        "ean": "",
        "withdrawal_excluded": "",
        "markets": {},
        "is_stub": True,
    }


def _order(name: Name, record: ExpectedOrderBody, world: World, now: datetime) -> Row:
    known = world.known[name]
    return {
        "seller_id": known.seller_id,
        "id": known.id,
        "buyer_id": world.buyer_of[known.id],
        "audience": 0,
        "external_id": name.external_id,
        "number": record.number or name.external_id[:60],
        "market": record.market,
        "placed_at": now,
        "paid_with": "",
        "purchase_ref": "",
        "is_stub": True,
    }
