"""Several processes share one server; whoever stops last stops it, however the others ended."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpdesk.console.embedded import cluster

USER = """
import sys
from helpdesk.console.embedded import cluster
with cluster.running():
    print("in", flush=True)
    sys.stdin.readline()
"""


@contextmanager
def users(count: int) -> Iterator[list[subprocess.Popen[str]]]:
    """That many processes that use the server of HELPDESK_HOME until told to leave."""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", USER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        for _ in range(count)
    ]
    for process in processes:
        assert process.stdout
        assert process.stdout.readline() == "in\n"
    yield processes
    for process in processes:
        process.communicate(timeout=20)


def test_two_start_at_once_and_the_last_one_stops(home: Path) -> None:
    with users(2) as (first, second):
        first.communicate("leave\n", timeout=20)
        assert cluster.status(home=home) == "ready"
        second.communicate("leave\n", timeout=20)
        assert cluster.status(home=home) == "stopped"


def test_a_killed_user_counts_no_more(made: Path) -> None:
    with users(2) as (first, second):
        first.send_signal(signal.SIGKILL)
        first.wait(timeout=10)
        second.communicate("leave\n", timeout=20)
        assert cluster.status(home=made) == "stopped"


def test_a_server_without_users_is_taken_over_and_stopped(made: Path) -> None:
    with users(1) as (only,):
        only.send_signal(signal.SIGKILL)
        only.wait(timeout=10)
        assert cluster.status(home=made) == "ready"
        with cluster.running(home=made):
            pass
        assert cluster.status(home=made) == "stopped"
