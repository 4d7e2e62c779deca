"""The demo's file, read; and made young: its dates as if it had been written today."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property
from importlib.resources import files
from typing import Any

from helpdesk.console.demo.parcels import PRESENT, written
from helpdesk.workdays import known
from helpdesk.workdays.calendar import Calendar

RECORDS = files("helpdesk.console.demo") / "marketplace.ndjson"
_INSTANTS = ("placed_at", "withdrawal_informed_at", "dispatched_at", "delivered_at", "done_at")
_DAY = timedelta(days=1)

Record = dict[str, Any]


def days_since(*, now: datetime) -> timedelta:
    """By how many whole days the file's dates move, so that its present is no more than a day ago."""
    return (now - PRESENT) // _DAY * _DAY


def shift_of(*, order: Record, placed_at: datetime) -> timedelta:
    """By how many days this order, as it was stored, had been moved."""
    return placed_at - datetime.fromisoformat(order["placed_at"])


def moved(*, shift: timedelta) -> Iterator[Record]:
    """The records with their dates moved."""
    for line in RECORDS.read_text("utf-8").splitlines():
        yield _moved(json.loads(line), shift)


def _moved(record: Record, shift: timedelta) -> Record:
    for name in _INSTANTS:
        if name in record:
            record[name] = written(datetime.fromisoformat(record[name]) + shift)
    if "expected_on" in record:
        record["expected_on"] = (date.fromisoformat(record["expected_on"]) + shift).isoformat()
    return record


@dataclass(frozen=True, kw_only=True)
class Cast:
    """The demo file's own things, by the Platform's ids."""

    records: Sequence[Record]

    def all(self, kind: str) -> dict[str, Record]:
        """Those of one type."""
        return {record["id"]: record for record in self.records if record["type"] == kind}

    @cached_property
    def orders(self) -> dict[str, Record]:
        """By id, in the order of the file."""
        return self.all("order")

    @cached_property
    def offers(self) -> dict[str, Record]:
        """By id."""
        return self.all("offer")

    @cached_property
    def buyers(self) -> dict[str, Record]:
        """By id."""
        return self.all("buyer")

    @cached_property
    def members(self) -> Sequence[Record]:
        """The sellers' people."""
        return [*self.all("member").values()]

    @cached_property
    def parcels(self) -> dict[str, list[Record]]:
        """Shipments and refunds, by order."""
        found: dict[str, list[Record]] = {}
        for record in self.records:
            if record["type"] in ("shipment", "refund"):
                found.setdefault(record["order"], []).append(record)
        return found

    def calendar(self, *, seller: str, market: str) -> Calendar:
        """Whose business days count: the seller's, or the market's where the seller's are not here."""
        place = self.all("seller")[seller]["establishment"]
        own = known.calendar_for(
            country=place["country"], subdivision=place.get("subdivision"), zone=place["time_zone"]
        )
        shop = self.all("market")[market]
        found = own or known.calendar_for(country=shop["country"], zone=shop["time_zone"])
        assert found is not None, "the demo's markets have calendars"
        return found


def cast(*, shift: timedelta = timedelta()) -> Cast:
    """Read the demo file."""
    return Cast(records=[*moved(shift=shift)])
