"""How long an entry waits for the checkpoint that signs it, while clients append as fast as they can."""

import subprocess
import sys
import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from statistics import quantiles
from tempfile import TemporaryDirectory

from helpdesk.console import running
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.tlog.checkpoints import parse
from helpdesk.tlog.notes import split
from tests.bench import ground

PROMISED_SECONDS = 2.0
_LOOK_SECONDS = 0.01
_SETTLES_SECONDS = 5.0
_ROWS = """
    SELECT a.number, extract(epoch FROM e.at)::float FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    WHERE a.number >= %s ORDER BY a.number
"""


def measure(ours: Cluster, *, database: str, clients: int, seconds: float) -> str:
    """The line. The worker runs as operators run it; its log and guard lie in a folder of their own."""
    with TemporaryDirectory(dir=ground.home()) as scratch:
        folder = Path(scratch)
        with _working(database, folder):
            begun = _settled(folder)
            writers = [_writer(database, seconds, client) for client in range(clients)]
            seen = _watch(folder, writers, first=begun)
    with ground.connect(ours, user="helpdesk_sequencer", dbname=database) as sequencer:
        rows = sequencer.execute(_ROWS, [begun]).fetchall()
    waits = sorted(_waits(rows, seen))
    cuts = quantiles(waits, n=100)
    in_time = sum(wait <= PROMISED_SECONDS for wait in waits) / len(waits)
    return (
        f"{len(waits) / seconds:,.0f} entries/s by {clients} clients beside the worker; seconds to the signed"
        f" checkpoint: median {cuts[49]:.2f}, p99 {cuts[98]:.2f}, longest {waits[-1]:.2f};"
        f" {in_time:.2%} within {PROMISED_SECONDS:g} s; {len(seen)} checkpoints"
    )


@contextmanager
def _working(database: str, folder: Path) -> Iterator[None]:
    places = {"HELPDESK_LOG_FOLDER": str(folder / "log"), "HELPDESK_GUARD_FOLDER": str(folder / "guard")}
    command, environment = running.command_line("work"), ground.environment(database) | places
    worker = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL)
    try:
        yield
    finally:
        worker.terminate()
        worker.wait(timeout=30)


def _writer(database: str, seconds: float, client: int) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "tests.bench.archive.one", str(seconds), str(1_000 + client)]
    return subprocess.Popen(command, env=ground.environment(database), stdout=subprocess.DEVNULL)


def _settled(folder: Path) -> int:
    """Leaves under the checkpoint once the worker has caught up with what was there before."""
    size, since = 0, time.monotonic()
    while not size or time.monotonic() - since < 1:
        time.sleep(_LOOK_SECONDS)
        if (found := _checkpoint(folder)) and found[1] != size:
            size, since = found[1], time.monotonic()
    return size


def _watch(
    folder: Path, writers: Sequence["subprocess.Popen[bytes]"], *, first: int
) -> list[tuple[int, float]]:
    """Size and time of each checkpoint that was seen, until some seconds after the last entry."""
    seen: list[tuple[int, float]] = []
    wrote = time.monotonic()
    while time.monotonic() < wrote + _SETTLES_SECONDS:
        if any(writer.poll() is None for writer in writers):
            wrote = time.monotonic()
        if (found := _checkpoint(folder)) and found[1] > (seen[-1][0] if seen else first):
            seen.append((found[1], found[0]))
        time.sleep(_LOOK_SECONDS)
    return seen


def _checkpoint(folder: Path) -> tuple[float, int] | None:
    for path in (folder / "log").glob("*/checkpoint"):
        text, _ = split(path.read_bytes())
        return path.stat().st_mtime, parse(text).size
    return None


def _waits(rows: list[tuple[int, float]], seen: list[tuple[int, float]]) -> Iterator[float]:
    """Of each entry: from the instant in its leaf to the checkpoint that is the first to hold it."""
    sizes = [size for size, _ in seen]
    for number, at in rows:
        place = bisect_right(sizes, number)
        yield seen[place][1] - at if place < len(seen) else float("inf")
