"""Leaves verified per second of one core, ours beside others' and beside hashing alone, in turn."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from helpdesk.console import say
from tests.bench.archive.leaves import leaves, published
from tests.bench.clock import place

TITLES = {
    "hashing_alone": "hashing alone: every leaf, as many nodes",
    "check": "Helpdesk: bundles, every tile, root",
    "root_alone": "Helpdesk: the root of leaves in memory",
    "pymerkle": "pymerkle: the root of leaves in memory",
}


def measure(*, many: int, rounds: int) -> str:
    """The table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with say.step(f"{many:,} leaves published"):
            entries = leaves(many=many)
            root = published(folder=folder, entries=entries)
        (folder / "told.json").write_text(json.dumps({"size": many, "root": root.hex()}))
        taken: dict[str, list[float]] = {contender: [] for contender in TITLES}
        for _ in range(rounds):
            for contender, seconds in taken.items():
                seconds.append(_run(contender, folder, root.hex()))
    size = sum(map(len, entries)) / many
    head = f"{many:,} leaves of {size:.0f} bytes, {rounds} rounds in turn, processor time of one core"
    return "\n".join([head, *(_line(one, seconds, taken, many) for one, seconds in taken.items())])


def _run(contender: str, folder: Path, root: str) -> float:
    python = place.python() if contender == "pymerkle" else sys.executable
    said = subprocess.run(
        [python, "-m", "tests.bench.archive.contenders", contender, folder],
        env=place.surroundings(),
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    found = json.loads(said)
    assert found["root"] == root, f"{contender} found another root"
    return float(found["seconds"])


def _line(contender: str, seconds: list[float], taken: dict[str, list[float]], many: int) -> str:
    ratios = [alone / one for alone, one in zip(taken["hashing_alone"], seconds, strict=True)]
    return (
        f"  {TITLES[contender]:42} {many / median(seconds):>10,.0f} leaves/s"
        f"   {median(ratios):5.2f} of hashing alone ({min(ratios):.2f}-{max(ratios):.2f})"
    )
