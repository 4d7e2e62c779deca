"""A Helpdesk to break: database, web and worker of a home of its own, durable as operators get them."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psycopg

from helpdesk.console import running
from helpdesk.console.embedded import cluster, configuration
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.kernel import clock
from tests.bench import ground, web
from tests.bench.seeding import seed

THREADS = 20  # few, so that writers meet in them
READY_SECONDS = 60.0


class Stand:
    """The processes, and how to kill them and start them again."""

    def __init__(self, ours: Cluster) -> None:
        self.ours = ours
        self.port = web.free_port()
        self._web: subprocess.Popen[bytes] | None = None
        self._worker: subprocess.Popen[bytes] | None = None
        self._up: subprocess.Popen[bytes] | None = None

    @property
    def worker_pid(self) -> int:
        """The worker that runs now."""
        assert self._worker is not None
        return self._worker.pid

    def start_web(self) -> None:
        """`helpdesk serve`, and wait until it listens."""
        self._web = self._start("serve", "--host", "127.0.0.1", "--port", str(self.port))
        web.await_port(self.port, self._web)

    def kill_web(self) -> None:
        """kill -9 of all web processes at once."""
        assert self._web is not None
        for pid in web.tree(self._web.pid):
            _kill(pid)
        self._web.wait()

    def start_worker(self) -> None:
        """`helpdesk work`."""
        self._worker = self._start("work")

    def kill_worker(self) -> None:
        """kill -9 of sequencer and reactions."""
        assert self._worker is not None
        _kill(self._worker.pid)
        self._worker.wait()

    def worker_lives(self) -> bool:
        """Whether the worker is still the process that was started."""
        return self._worker is not None and self._worker.poll() is None

    def kill_database(self) -> None:
        """kill -9 of the postmaster and every process of its."""
        pids = [int(proc.name) for proc in Path("/proc").glob("[0-9]*") if self._is_the_database(proc)]
        assert pids, "no database to kill"
        for pid in pids:
            _kill(pid)

    def start_database(self) -> None:
        """As `helpdesk up` does when it finds the database gone."""
        assert cluster.ensure(self.ours)

    def run(self, *arguments: str) -> "subprocess.CompletedProcess[str]":
        """A `helpdesk` command, to its end."""
        command = running.command_line(*arguments)
        return subprocess.run(command, env=self._environment(), capture_output=True, text=True, check=False)

    def connect(self) -> psycopg.Connection:
        """A connection above row security, to look at what is stored."""
        return ground.connect(self.ours, user=configuration.SUPERUSER, dbname=configuration.DATABASE)

    @contextmanager
    def supervised(self) -> Iterator[None]:
        """`helpdesk up` instead of our own children, which come back afterwards."""
        self.stop()
        self._up = self._start("up", "--host", "127.0.0.1", "--port", str(self.port))
        web.await_port(self.port, self._up)
        try:
            yield
        finally:
            self.stop()
            self.start_web()
            self.start_worker()

    def kill_child(self, words: str, *, which: Callable[[list[int]], int]) -> None:
        """kill -9 of one process under `up`, the oldest (`min`) or the youngest with these words."""

        def killed() -> bool:
            found = self._children(words)  # one look: the kill before may still be taking others with it
            if found:
                _kill(which(found))
            return bool(found)

        until(killed, what=f"a process `{words}`")

    def _children(self, words: str) -> list[int]:
        assert self._up is not None
        return [pid for pid in web.tree(self._up.pid)[1:] if words in _command_line(pid)]

    def stop(self) -> None:
        """End what still runs."""
        for process in (self._web, self._worker, self._up):
            if process is not None and process.poll() is None:
                process.terminate()
                process.wait(timeout=20)

    def _start(self, *arguments: str) -> "subprocess.Popen[bytes]":
        command = running.command_line(*arguments)
        return subprocess.Popen(command, env=self._environment(), stdin=subprocess.DEVNULL)

    def _environment(self) -> dict[str, str]:
        return ground.environment(configuration.DATABASE, at=self.ours.home)

    def _is_the_database(self, proc: Path) -> bool:
        try:
            return (proc / "cwd").samefile(self.ours.data) and (proc / "comm").read_text() == "postgres\n"
        except OSError:
            return False  # gone meanwhile


@contextmanager
def standing(home: Path) -> Iterator[Stand]:
    """A seeded Helpdesk in this home, everything running."""
    with cluster.running(home=home) as ours:
        stand = Stand(ours)
        try:
            migrated = stand.run("migrate")
            assert migrated.returncode == 0, migrated.stderr
            _fill(stand)
            stand.start_web()
            stand.start_worker()
            yield stand
        finally:
            stand.stop()


def _fill(stand: Stand) -> None:
    """The seeds are sealed here, with the key that `migrate` made in that home."""
    from django.test import override_settings

    from helpdesk.archive.queries import receipt_key
    from helpdesk.config.environment import Environment

    receipt_key.cache_clear()
    with (
        override_settings(HELPDESK=Environment(home=stand.ours.home)),
        ground.connect(stand.ours, user=configuration.OWNER, dbname=configuration.DATABASE) as owner,
        owner.transaction(),
    ):
        seed(owner=owner, now=clock.now(), conversations=THREADS)
    receipt_key.cache_clear()


def _command_line(pid: int) -> str:
    try:
        return (Path("/proc") / str(pid) / "cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""  # gone meanwhile


def _kill(pid: int) -> None:
    with suppress(ProcessLookupError):  # it died of the others' death
        os.kill(pid, signal.SIGKILL)


def until(holds: Callable[[], bool], *, seconds: float = READY_SECONDS, what: str) -> None:
    """Wait until `holds()` is true, or fail saying what was awaited."""
    deadline = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < deadline, f"waited {seconds:g} s for {what}"
        time.sleep(0.02)
