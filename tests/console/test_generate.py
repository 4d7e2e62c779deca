"""The demo's records: valid, complete, in five markets, and what the generator makes today."""

import json
from collections import Counter
from pathlib import Path

from helpdesk.console.demo import generate
from helpdesk.kernel import clock
from helpdesk.marketplace import actions
from tests.cast import PLATFORM

FILE = Path(generate.__file__).with_name("marketplace.ndjson")


def test_the_file_is_what_the_generator_makes() -> None:
    assert FILE.read_text("utf-8") == "".join(generate.lines(orders=generate.DEMO_ORDERS))


def test_it_holds_the_cast_and_five_markets() -> None:
    records = [json.loads(line) for line in FILE.read_text("utf-8").splitlines()]
    kinds = Counter(record["type"] for record in records)
    assert (kinds["market"], kinds["seller"], kinds["buyer"], kinds["offer"], kinds["order"]) == (
        5,
        10,
        40,
        80,
        200,
    )
    members = {record["name"].split()[0] for record in records if record["type"] == "member"}
    buyers = {record["display_name"].split()[0] for record in records if record["type"] == "buyer"}
    assert {"Anna", "Bruno", "Dmitri"} <= members
    assert {"Clara", "Hania"} <= buyers


def test_it_is_taken_in_whole_and_twice_is_once(database: str) -> None:
    for applied in (True, False):
        with FILE.open("rb") as lines:
            report = actions.import_records(actor=PLATFORM, now=clock.now(), lines=lines, strict=True)
        assert report.rejected == 0
        assert bool(report.applied) == (report.entry is not None) == applied


def test_a_larger_one_has_more_of_everything() -> None:
    kinds = Counter(record["type"] for record in generate.records(orders=3000))
    assert (kinds["order"], kinds["seller"], kinds["buyer"]) == (3000, 30, 120)
