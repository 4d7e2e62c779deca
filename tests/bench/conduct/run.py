"""`bin/bench conduct`."""

import argparse
import json
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from typing import Any

from tests.bench.clock import place
from tests.bench.conduct import files, hostile
from tests.bench.conduct.contenders import CONTENDERS
from tests.conduct.figures import rows_of


def run(asked: argparse.Namespace) -> None:
    """Measure and print."""
    texts = [row["text"] for row in rows_of("dev") if "buyer_text" not in row]
    letters = sum(map(len, texts)) / len(texts)
    print(f"{len(texts):,} messages of {letters:.0f} characters on average, {asked.rounds} rounds in turn")
    taken = _taken(texts, asked.rounds)
    print(f"{'':38}{'median us':>10}{'99 % us':>10}{'mean us':>10}{'ratio':>8}")
    for name, (title, _, _) in CONTENDERS.items():
        each = sorted(median(times) / 1000 for times in zip(*taken[name], strict=True))
        ratio = median(sum(a) / sum(b) for a, b in zip(taken[name], taken["ours"], strict=True))
        p50, p99, mean = each[len(each) // 2], each[int(len(each) * 0.99)], sum(each) / len(each)
        print(f"{title:38}{p50:10.0f}{p99:10.0f}{mean:10.0f}{ratio:8.2f}")
    print(f"\n{hostile.table()}\n\n{files.table()}")


def _taken(texts: list[str], rounds: int) -> dict[str, list[list[int]]]:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        file = Path(folder) / "texts.json"
        file.write_text(json.dumps(texts), "utf-8")
        processes = {name: stack.enter_context(_started(name, file)) for name in CONTENDERS}
        taken: dict[str, list[list[int]]] = {name: [] for name in CONTENDERS}
        for process in processes.values():
            assert process.stdout.readline() == "ready\n"
        for _ in range(rounds):
            for name, process in processes.items():
                print("burst", file=process.stdin, flush=True)
                taken[name].append(json.loads(process.stdout.readline()))
        for process in processes.values():
            process.stdin.close()
    return taken


def _started(name: str, file: Path) -> Any:
    python = sys.executable if CONTENDERS[name][2] else place.python()
    return subprocess.Popen(
        [python, "-m", "tests.bench.conduct.worker", name, file],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=place.ROOT,
        env=place.surroundings(),
    )
