"""`bin/bench live`."""

import argparse
import os
import random
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from helpdesk.console import running, say
from helpdesk.console.embedded import configuration
from helpdesk.conversations import actions as conversations
from helpdesk.kernel import clock
from tests.bench import ground, web
from tests.bench.live.listeners import Listeners
from tests.bench.live.sessions import cookie_of, enrol
from tests.bench.world import THREADS_PER_BUYER, Thread

CONVERSATIONS = 2_000
OF_ONE = 4  # streams of one buyer; they may have 30
WAIT = 10.0  # seconds for one event
PAUSES = 0.05, 0.25  # seconds between messages: the worker's steps must not fall in with them
RESTING = 10.0  # seconds in which nothing is said


def run(asked: argparse.Namespace) -> None:
    """Seed, serve, listen, say, and tell how long it took."""
    with ground.server() as ours:
        database = ground.clone(ours, conversations=CONVERSATIONS)
        with ground.connect(ours, user=configuration.OWNER, dbname=database) as owner:
            enrol(owner)
        ground.point_django_at(database)
        with _process(database, "work"), _streams(database) as (port, pid):
            _measure(port, pid, streams=asked.streams, said=asked.said)


def _measure(port: int, pid: int, *, streams: int, said: int) -> None:
    buyers = [Thread(n * THREADS_PER_BUYER).buyer for n in range(1, 1 + -(-streams // OF_ONE))]
    cookies = [cookie for buyer in buyers for cookie in [cookie_of(buyer=buyer)] * OF_ONE][:streams]
    ear, empty = cookie_of(buyer=Thread(0).buyer), _memory(pid)
    began = time.monotonic()
    with Listeners(port=port, cookies=cookies, ear=ear) as heard:
        opened, full = time.monotonic() - began, _memory(pid)
        say.line(
            f"{len(cookies):,} streams opened in {opened:.1f} s;"
            f" {(full - empty) / len(cookies):.1f} KiB each over {empty / 1024:.0f} MiB"
        )
        say.line(f"{_resting(pid):.2%} of a core while nothing is said")
        delays = [*_delays(heard, said)]
        others = heard.others
    cuts = quantiles(delays, n=100)
    say.line(
        f"{said} messages, commit to event, ms: median {median(delays):.0f}, 95 % {cuts[94]:.0f},"
        f" worst {max(delays):.0f}; load {os.getloadavg()[0]:.1f}; {others} events to others"
    )


def _delays(heard: Listeners, said: int) -> Iterator[float]:
    """Milliseconds from the return of each message's deed, which has committed, to its event."""
    chance = random.Random(1)
    for number in range(said):
        time.sleep(chance.uniform(*PAUSES))
        thread = Thread(number % THREADS_PER_BUYER)
        heard.heard.clear()
        conversations.post_question(
            actor=thread.buyer,
            now=clock.now(),
            conversation=thread.ref,
            draft=f"Question number {number}: does it fit?",
            key=f"live/{number}",
        )
        committed = time.monotonic()
        heard.await_heard(count=1, seconds=WAIT)
        yield max(0.0, heard.heard[0] - committed) * 1000


def _resting(pid: int) -> float:
    """The share of a core that the streams' process takes meanwhile."""
    before = web.cpu_seconds(pid)
    time.sleep(RESTING)
    return (web.cpu_seconds(pid) - before) / RESTING


def _memory(pid: int) -> float:
    """KiB of the process and its children, shared pages counted once."""
    rollups = (Path(f"/proc/{one}/smaps_rollup").read_text() for one in web.tree(pid))
    return sum(
        float(line.split()[1]) for text in rollups for line in text.splitlines() if line.startswith("Pss:")
    )


@contextmanager
def _streams(database: str) -> Iterator[tuple[int, int]]:
    """`helpdesk stream` on a port of this machine, and its process."""
    port = web.free_port()
    with _process(database, "stream", "--host", "127.0.0.1", "--port", str(port)) as process:
        web.await_port(port, process)
        yield port, process.pid


@contextmanager
def _process(database: str, *arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    process = subprocess.Popen(
        running.command_line(*arguments), env=ground.environment(database), stdin=subprocess.DEVNULL
    )
    try:
        yield process
    finally:
        process.terminate()
        process.wait(timeout=60)
