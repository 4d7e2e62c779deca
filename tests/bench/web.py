"""The web processes as operators run them, and what they cost."""

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpdesk.console import running
from tests.bench import ground

READY_SECONDS = 120
_TICK = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """`helpdesk serve` on a port of this machine."""

    port: int
    process: subprocess.Popen[bytes]

    def cpu_seconds(self) -> float:
        """Processor time of all its processes so far."""
        return cpu_seconds(self.process.pid)


@contextmanager
def serving(*, database: str, options: tuple[str, ...] = (), at: Path | None = None) -> Iterator[Web]:
    """The web processes on this database, until the block ends."""
    port = free_port()
    arguments = ("serve", "--host", "127.0.0.1", "--port", str(port), *options)
    process = subprocess.Popen(
        running.command_line(*arguments), env=ground.environment(database, at=at), stdin=subprocess.DEVNULL
    )
    try:
        await_port(port, process)
        yield Web(port=port, process=process)
    finally:
        process.terminate()
        process.wait(timeout=20)


def free_port() -> int:
    """A port that nobody listens on just now."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    """Wait until the process listens there."""
    deadline = time.monotonic() + READY_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError("the web processes did not start; the reason stands above")


def cpu_seconds(pid: int) -> float:
    """Processor time of a process and its descendants so far."""
    return sum(_cpu(one) for one in tree(pid))


def tree(pid: int) -> list[int]:
    """A process and its descendants."""
    children: dict[int, list[int]] = {}
    for proc in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((proc / "stat").read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue  # gone meanwhile
        children.setdefault(parent, []).append(int(proc.name))
    found = [pid]
    for known in found:
        found += children.get(known, [])
    return found


def _cpu(pid: int) -> float:
    try:
        fields = (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / _TICK
