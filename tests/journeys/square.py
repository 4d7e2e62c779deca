"""The small Platform of examples/platform, as a process of its own beside the Helpdesk that a test serves."""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings

from helpdesk.archive import actions as archive
from helpdesk.console import delivering, rating
from helpdesk.deadlines import actions as deadlines
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from tests.bench.web import free_port

PROGRAM = Path(__file__).resolve().parents[2] / "examples" / "platform"
_PATIENCE_SECONDS = 60.0


@dataclass(frozen=True, kw_only=True)
class Square:
    """A marketplace that runs; `address` without a slash at its end."""

    address: str
    log: Path


@contextmanager
def square(*, port: int, helpdesk: str, folder: Path, arguments: list[str]) -> Iterator[Square]:
    """Start it, and wait until it answers; it is ended with the block."""
    log = folder / "square.log"
    own = f"http://localhost:{port}"
    command = [sys.executable, str(PROGRAM), "--helpdesk", helpdesk, "--port", str(port)]
    with log.open("wb") as written:
        process = subprocess.Popen([*command, "--poll-seconds", "0.3", *arguments], stderr=written)
        try:
            await_answer(f"{own}/health", process, log)
            yield Square(address=own, log=log)
        finally:
            process.terminate()
            process.wait(timeout=20)


def await_answer(url: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    """Until a program of its own answers there."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while time.monotonic() < deadline:
        assert process.poll() is None, log.read_text()
        try:
            urlopen(url, timeout=5).close()
        except URLError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError(f"it does not answer: {log.read_text()}")


def a_port() -> int:
    """A free one, which Helpdesk has to know before it starts."""
    return free_port()


def worker_turn() -> None:
    """What the worker does again and again: numbers, reactions, clocks, standings; and webhooks leave."""
    _follow()
    deadlines.sweep(actor=SYSTEM, now=clock.now(), limit=100)
    _follow()
    rating.rate_once()
    _follow()
    with delivering.Senders() as senders:
        while senders.take_once():
            assert senders.wait(seconds=_PATIENCE_SECONDS)


def _follow() -> None:
    archive.number_entries(actor=SYSTEM, now=clock.now())
    while archive.run_reactions(actor=SYSTEM, now=clock.now(), wiring=settings.HELPDESK_REACTIONS):
        pass
