"""`bin/bench clock`."""

import argparse
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.bench.clock import entries, place, turns, whole
from tests.bench.clock.cases import CODES, world
from tests.bench.clock.entries import Entry
from tests.bench.clock.table import table

SECONDS = 0.4  # of a burst


def run(asked: argparse.Namespace) -> None:
    """Measure and print."""
    made = world(cases=asked.cases)
    python = place.python()
    print(
        f"{asked.cases:,} cases of {len(CODES)} calendars, 2024 to 2028; {asked.rounds} rounds of"
        f" {SECONDS:g} s in turn, a process each, processor time; right is what a slow reference says"
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "world.json"
        file.write_text(json.dumps(made), "utf-8")
        for title, some, field in (
            ("Deadlines of 24 counted hours", entries.DEADLINES, "deadline"),
            (f"Deadlines, {asked.batch:,} at once, in any order", entries.BATCHES, "deadline"),
            ("Counted time up to six days", entries.ELAPSEDS, "counted"),
        ):
            print(f"\n{title}\n{_measured(some, field, made, file, python, asked)}")
    print(f"\n{whole.all_calendars(asked.rounds)}")
    print(whole.command(made, asked.rounds))


def _measured(
    some: Sequence[Entry],
    field: str,
    made: dict[str, Any],
    file: Path,
    python: Path,
    asked: argparse.Namespace,
) -> str:
    taken = turns.taken(
        asked=some, python=python, world=file, many=asked.batch, rounds=asked.rounds, seconds=SECONDS
    )
    return table(turns=taken, truth=[case[field] for case in made["cases"]])
