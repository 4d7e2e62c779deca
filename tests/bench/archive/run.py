"""`bin/bench archive`."""

import argparse
import time

from helpdesk.console import say
from tests.bench import ground
from tests.bench.archive import appending, signing, verifying


def run(asked: argparse.Namespace) -> None:
    """Measure and print: what goes in, what it takes to number it, what it takes to check it."""
    with ground.server() as ours:
        ground.create(ours, appending.DATABASE)
        ground.command(ours, appending.DATABASE, "migrate")
        print(appending.measure(ours, clients=asked.writers, rounds=asked.rounds, seconds=asked.seconds))
        began = time.monotonic()
        with say.step("Numbered and published what was appended"):
            ground.command(ours, appending.DATABASE, "archive", "publish")
        with ground.connect(ours, user="helpdesk_sequencer", dbname=appending.DATABASE) as sequencer:
            row = sequencer.execute("SELECT count(*) FROM archive_number").fetchone()
        assert row is not None
        print(f"{row[0] / (time.monotonic() - began):,.0f} entries/s numbered and published, start included")
        seconds = asked.rounds * asked.seconds
        print(signing.measure(ours, database=appending.DATABASE, clients=asked.writers, seconds=seconds))
        ground.remove(ours, appending.DATABASE)
    print(verifying.measure(many=asked.leaves, rounds=asked.rounds))
