"""What became of an order by the file's own present: in preparation, on its way, there, on its way back."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from random import Random
from typing import Any

Record = dict[str, Any]

PRESENT = datetime(2026, 10, 16, 6, tzinfo=UTC)  # the instant as of which the file was written
SPAN = timedelta(days=45)  # of trade before it

_SENT, _THERE, _BACK = timedelta(hours=30), timedelta(days=5), timedelta(days=11)  # an order's age, at least
_LATELY = timedelta(days=19)  # some of these are on their way back just now


def _share_back(age: timedelta) -> float:
    return 0.35 if age < _LATELY else 0.06


def parcels(*, order: Record, placed: datetime, carriers: list[str], random: Random) -> Iterator[Record]:
    """The order's shipments so far, and the refund that a return led to."""
    age = PRESENT - placed
    if age < _SENT:
        return
    left = placed + timedelta(hours=random.randrange(4, 28))
    out = _parcel(order, "out", left, carriers, random)
    there = left + timedelta(hours=random.randrange(40, 84))
    if age < _THERE:
        yield out
        return
    yield out | {"delivered_at": written(there)}
    if age > _BACK and random.random() < _share_back(age):
        yield from _way_back(order, there + timedelta(days=3), carriers, random)


def _way_back(order: Record, left: datetime, carriers: list[str], random: Random) -> Iterator[Record]:
    parcel = _parcel(order, "back", left, carriers, random)
    arrived = left + timedelta(hours=random.randrange(40, 70))
    if arrived > PRESENT - timedelta(days=2):
        yield parcel
        return
    yield parcel | {"delivered_at": written(arrived)}
    refunded = arrived + timedelta(hours=random.randrange(20, 60))
    if refunded < PRESENT - timedelta(days=4):
        yield _refund(order, refunded)


def _parcel(order: Record, direction: str, left: datetime, carriers: list[str], random: Random) -> Record:
    return {
        "type": "shipment",
        "id": order["id"].replace("ORD", "SHP" if direction == "out" else "RET"),
        "version": 1,
        "order": order["id"],
        "lines": [{"line": line["id"], "quantity": line["quantity"]} for line in order["lines"]],
        "direction": direction,
        "carrier": random.choice(carriers),
        "tracking": f"{random.randrange(10**12, 10**13)}",
        "dispatched_at": written(left),
        "expected_on": (left + timedelta(days=3)).date().isoformat(),
    }


def _refund(order: Record, done: datetime) -> Record:
    total = sum(Decimal(line["price"]["amount"]) * line["quantity"] for line in order["lines"])
    return {
        "type": "refund",
        "id": order["id"].replace("ORD", "REF"),
        "version": 1,
        "order": order["id"],
        "lines": [{"line": line["id"], "quantity": line["quantity"]} for line in order["lines"]],
        "amount": {"amount": f"{total:.2f}", "currency": order["lines"][0]["price"]["currency"]},
        "done_at": written(done),
    }


def written(instant: datetime) -> str:
    """As records write an instant."""
    return instant.isoformat(timespec="seconds").replace("+00:00", "Z")
