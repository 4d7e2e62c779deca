"""What happens here: orders, parcels, refunds. Each is kept, and told to Helpdesk as a record."""

import secrets
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from client import Client
from store import Record, Store

STEPS = ("dispatch", "deliver", "back", "arrive", "refund")
_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


class Trading:
    """The shop floor. What Helpdesk refuses is not kept either, so that both sides know the same."""

    def __init__(self, *, store: Store, client: Client) -> None:
        self._store, self._client = store, client

    def order(self, *, buyer: Record, offer: Record, quantity: int, now: datetime) -> Record:
        """Buy so many pieces of one offer, in the buyer's market."""
        number = "".join(secrets.choice(_ALPHABET) for _ in range(7))
        market = buyer["market"]
        record = {
            "type": "order",
            "id": f"MS-{number}",
            "version": _version(now),
            "number": f"{market.upper()}-{number}",
            "market": market,
            "seller": offer["seller"],
            "buyer": buyer["id"],
            "placed_at": _instant(now),
            "paid_with": "card",
            "withdrawal_informed_at": _instant(now),
            "lines": [
                {
                    "id": "1",
                    "offer": offer["id"],
                    "quantity": quantity,
                    "price": offer["markets"][market]["price"],
                }
            ],
        } | ({"delivery_address": buyer["addresses"][0]} if buyer.get("addresses") else {})
        return self._told(record)

    def orders_of(self, buyer: str) -> list[Record]:
        """Of one buyer, the latest first."""
        return [order for order in reversed(self._store.all("order")) if order["buyer"] == buyer]

    def parcels_of(self, order: str) -> dict[str, Record]:
        """The parcel to the buyer (`out`), the one back (`back`), and the money back (`refund`), if any."""
        found = {one["direction"]: one for one in self._store.all("shipment") if one["order"] == order}
        refund = next((one for one in self._store.all("refund") if one["order"] == order), None)
        return found | ({"refund": refund} if refund else {})

    def may(self, order: str) -> str:
        """What comes next with it, "" where nothing does."""
        parcels = self.parcels_of(order)
        if "out" not in parcels:
            return "dispatch"
        if "delivered_at" not in parcels["out"]:
            return "deliver"
        if "back" not in parcels:
            return "back"
        if "delivered_at" not in parcels["back"]:
            return "arrive"
        return "" if "refund" in parcels else "refund"

    def step(self, *, order: Record, step: str, now: datetime) -> None:
        """The warehouse, the carrier and the bank, by a button. Nothing happens out of turn."""
        if step != self.may(order["id"]):
            return
        parcels = self.parcels_of(order["id"])
        if step in ("dispatch", "back"):
            self._told(_parcel(order, "out" if step == "dispatch" else "back", now))
        elif step in ("deliver", "arrive"):
            parcel = parcels["out" if step == "deliver" else "back"]
            self._told(parcel | {"version": _version(now), "delivered_at": _instant(now)})
        else:
            self._told(_refund(order, now))

    def _told(self, record: Record) -> Record:
        self._client.put(record)
        self._store.keep(record)
        return record


def _parcel(order: Mapping[str, Any], direction: str, now: datetime) -> Record:
    return {
        "type": "shipment",
        "id": f"{order['id']}-{direction}",
        "version": _version(now),
        "order": order["id"],
        "lines": _lines(order),
        "direction": direction,
        "carrier": "DHL",
        "tracking": f"0034{secrets.randbelow(10**16):016d}",
        "dispatched_at": _instant(now),
        "expected_on": (now + timedelta(days=2)).date().isoformat(),
    }


def _refund(order: Mapping[str, Any], now: datetime) -> Record:
    line = order["lines"][0]
    return {
        "type": "refund",
        "id": f"{order['id']}-refund",
        "version": _version(now),
        "order": order["id"],
        "lines": _lines(order),
        "amount": times(line["price"], line["quantity"]),
        "done_at": _instant(now),
    }


def _lines(order: Mapping[str, Any]) -> list[dict[str, Any]]:
    return [{"line": line["id"], "quantity": line["quantity"]} for line in order["lines"]]


def times(price: Mapping[str, str], quantity: int) -> dict[str, str]:
    """So many times a price, in whole smallest units: money is no binary fraction."""
    whole, _, part = price["amount"].partition(".")
    minor = int(whole + part) * quantity
    text = str(minor).rjust(len(part) + 1, "0")
    amount = f"{text[: -len(part)]}.{text[-len(part) :]}" if part else text
    return {"amount": amount, "currency": price["currency"]}


def _instant(now: datetime) -> str:
    return now.astimezone(UTC).isoformat(timespec="microseconds")


def _version(now: datetime) -> str:
    return _instant(now)
