"""The demo's records: valid, complete, in five markets, and what the generator makes today."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

from helpdesk.console.demo import generate
from helpdesk.kernel import clock
from helpdesk.marketplace import actions
from tests.cast import PLATFORM

FILE = Path(generate.__file__).with_name("marketplace.ndjson")


def test_the_file_is_what_the_generator_makes() -> None:
    assert FILE.read_text("utf-8") == "".join(generate.lines(orders=generate.DEMO_ORDERS))


def records() -> list[dict[str, Any]]:
    return [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]


def test_it_holds_the_cast_and_five_markets() -> None:
    kinds = Counter(record["type"] for record in records())
    assert (kinds["market"], kinds["seller"], kinds["buyer"], kinds["offer"], kinds["order"]) == (
        5,
        14,
        41,
        112,
        400,
    )
    members = {record["name"].split()[0] for record in records() if record["type"] == "member"}
    buyers = {record["display_name"].split()[0] for record in records() if record["type"] == "buyer"}
    assert {"Anna", "Bruno", "Dmitri"} <= members
    assert {"Clara", "Hania", "Bruno"} <= buyers


def test_parcels_are_at_every_stage() -> None:
    orders = {record["id"] for record in records() if record["type"] == "order"}
    parcels = [record for record in records() if record["type"] == "shipment"]
    out = {parcel["order"] for parcel in parcels if parcel["direction"] == "out"}
    there = {
        parcel["order"] for parcel in parcels if parcel["direction"] == "out" and "delivered_at" in parcel
    }
    back = {parcel["order"] for parcel in parcels if parcel["direction"] == "back"}
    refunded = {record["order"] for record in records() if record["type"] == "refund"}
    assert min(map(len, (orders - out, out - there, there - back, back - refunded, refunded))) >= 10


def test_a_market_changes_what_is_on_sale_and_for_how_much() -> None:
    offers = [record["markets"] for record in records() if record["type"] == "offer"]
    assert sum(len(markets) < 5 for markets in offers) >= 10
    assert {price["price"]["currency"] for markets in offers for price in markets.values()} == {
        "PLN",
        "EUR",
        "GBP",
    }


def test_nobody_buys_what_is_not_sold_there() -> None:
    offers = {record["id"]: record["markets"] for record in records() if record["type"] == "offer"}
    for order in (record for record in records() if record["type"] == "order"):
        assert all(order["market"] in offers[line["offer"]] for line in order["lines"])


def test_it_is_taken_in_whole_and_twice_is_once(database: str) -> None:
    for applied in (True, False):
        with FILE.open("rb") as lines:
            report = actions.import_records(actor=PLATFORM, now=clock.now(), lines=lines, strict=True)
        assert report.rejected == 0
        assert bool(report.applied) == (report.entry is not None) == applied


def test_a_larger_one_has_more_of_everything() -> None:
    kinds = Counter(record["type"] for record in generate.records(orders=3000))
    assert (kinds["order"], kinds["seller"], kinds["buyer"]) == (3000, 42, 123)
