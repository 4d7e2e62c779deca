"""`helpdesk up` keeps its processes running and leaves none behind, however it ends."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.console import exits
from helpdesk.console.embedded import cluster, paths, postmaster

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc for what was left")


class Up:
    """`helpdesk up` as an operator sees it."""

    def __init__(self, home: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.home = home
        self.process = subprocess.Popen(
            [sys.executable, "-m", "helpdesk.console", "up", "--host", "127.0.0.1", "--port", str(port)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def until(self, said: str) -> None:
        """Read on until a line says this."""
        assert self.process.stdout
        lines = []
        for line in self.process.stdout:
            lines.append(line)
            if said in line:
                return
        raise AssertionError("".join(lines))

    def family(self) -> dict[int, str]:
        """Every process of this home: ours by their environment, PostgreSQL's by their folder."""
        found = {}
        for proc in Path("/proc").glob("[0-9]*"):
            try:
                ours = f"HELPDESK_HOME={self.home}\0".encode() in (proc / "environ").read_bytes()
                if ours or (proc / "cwd").resolve().is_relative_to(self.home):
                    found[int(proc.name)] = (proc / "cmdline").read_text().replace("\0", " ")
            except OSError:
                continue  # gone, or not ours to look at
        return found

    def pid_of(self, words: str) -> int:
        """The oldest process with these words on its command line."""
        return min(pid for pid, line in self.family().items() if words in line)

    def gone(self, *, seconds: float = 15) -> bool:
        """Is every process of the home gone within that time?"""
        deadline = time.monotonic() + seconds
        while self.family() and time.monotonic() < deadline:
            time.sleep(0.05)
        return not self.family()


@pytest.fixture
def up(made: Path) -> Iterator[Up]:
    running = Up(made)
    running.until("Ctrl+C stops everything")
    yield running
    for pid in running.family():
        os.kill(pid, signal.SIGKILL)
    running.process.communicate(timeout=10)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_no_process_stays(up: Up, number: signal.Signals) -> None:
    assert len(up.family()) >= 5
    up.process.send_signal(number)
    assert up.gone(), up.family()
    assert cluster.status(home=up.home) == "stopped"


def test_what_dies_is_started_again_until_all_is_told_to_stop(up: Up) -> None:
    os.kill(up.pid_of("helpdesk.console work"), signal.SIGKILL)
    up.until("The worker ended (SIGKILL); again in 0.5 s")
    os.kill(up.pid_of("helpdesk.console serve"), signal.SIGKILL)
    up.until("The web ended (SIGKILL); again in 0.5 s")
    postmaster.kill(paths.data_folder(up.home, major=18))
    up.until("The database had stopped; it runs again")
    deadline = time.monotonic() + 15
    while time.monotonic() < deadline:
        lines = up.family().values()
        if any("console work" in line for line in lines) and any("console serve" in line for line in lines):
            break
        time.sleep(0.1)
    up.process.send_signal(signal.SIGTERM)
    assert up.gone(), up.family()
    assert up.process.wait() == exits.BY_SIGNAL + signal.SIGTERM
