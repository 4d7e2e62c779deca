"""Start, share and stop the embedded server. Safe to call from any number of processes at once."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from helpdesk.console.embedded import (
    binaries,
    configuration,
    creation,
    folders,
    locks,
    orphans,
    paths,
    postmaster,
)
from helpdesk.console.embedded.account import Account, postgres_account
from helpdesk.console.embedded.binaries import Binaries
from helpdesk.console.embedded.trouble import Trouble

START_SECONDS = 60
"""How long a start may take: recovery after a crash reads the log since the last checkpoint."""

RETRY_SECONDS = 15
"""How long the remains of a killed server (its last sessions, its shared memory) may keep us waiting."""

LOG_BYTES = 10_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A server that runs, or could: its home, programs and user."""

    home: Path
    binaries: Binaries
    account: Account

    @property
    def data(self) -> Path:
        """The data folder."""
        return paths.data_folder(self.home, major=self.binaries.major)

    @property
    def socket(self) -> Path:
        """The folder of the Unix socket: the `host` of a connection."""
        return paths.socket_folder(self.home)

    @property
    def log(self) -> Path:
        """The server's log."""
        return paths.ground(self.home) / "log" / "postgres.log"

    def program(self, name: str) -> Path:
        """A program of PostgreSQL, where we can run it."""
        return self.binaries.program(name)

    def parameters(self, *, user: str, dbname: str = configuration.DATABASE) -> dict[str, str]:
        """What a client needs to connect as one of the roles."""
        return {"host": str(self.socket), "port": str(paths.PORT), "user": user, "dbname": dbname}


def cluster(*, home: Path | None = None, programs: Path | None = None) -> Cluster:
    """The cluster of a home. Makes the home's folders; neither creates data nor starts anything."""
    home = (home or paths.home()).expanduser().absolute()
    folders.make(home)
    ground = paths.ground(home)
    folders.make(ground)
    account = postgres_account()
    found = binaries.find(folder=programs)
    if account.borrowed:
        found = binaries.within_reach(found, ground=ground)
    return Cluster(home=home, binaries=found, account=account)


@contextmanager
def running(*, home: Path | None = None, programs: Path | None = None) -> Iterator[Cluster]:
    """Use the server: start it unless it runs; on leaving, stop it unless somebody else uses it."""
    ours = cluster(home=home, programs=programs)
    with locks.deciding(ours.home):
        use = locks.Use(ours.home)
        try:
            _ensure(ours)
        except BaseException:
            use.release()
            raise
    try:
        yield ours
    finally:
        _leave(ours, use)


def start(*, home: Path | None = None, programs: Path | None = None) -> Cluster:
    """Start the server and leave it running until `stop`, whoever uses it meanwhile."""
    ours = cluster(home=home, programs=programs)
    with locks.deciding(ours.home):
        _ensure(ours)
        _kept(ours).touch()
    return ours


def ensure(ours: Cluster) -> bool:
    """Start the server if it died under its users; returns whether it had to be."""
    with locks.deciding(ours.home):
        return _ensure(ours)


def stop(*, home: Path | None = None, programs: Path | None = None, force: bool = False) -> bool:
    """Stop the server; refuses while processes use it unless forced. Returns whether it ran."""
    ours = cluster(home=home, programs=programs)
    with locks.deciding(ours.home):
        _kept(ours).unlink(missing_ok=True)
        if postmaster.alive(ours.data) is None:
            return False
        if not force and locks.in_use(ours.home):
            raise Trouble(
                "The database is in use; whoever stops last stops it.",
                remedy="End `helpdesk up` and its kin, or add --force.",
            )
        _stop(ours)
        return True


def status(*, home: Path | None = None, programs: Path | None = None) -> str:
    """One word: "ready", "starting", "stopping", "stopped" (made, not running) or "absent"."""
    ours = cluster(home=home, programs=programs)
    if not ours.data.exists():
        return "absent"
    found = postmaster.alive(ours.data)
    return found.status if found else "stopped"


def _leave(ours: Cluster, use: locks.Use) -> None:
    with locks.deciding(ours.home):
        use.release()
        if not _kept(ours).exists() and not locks.in_use(ours.home) and postmaster.alive(ours.data):
            _stop(ours)


def _ensure(ours: Cluster) -> bool:
    _await_stopping(ours)
    found = postmaster.alive(ours.data)
    if found and found.status == "ready":
        return False
    creation.ensure(home=ours.home, binaries=ours.binaries, account=ours.account)
    folders.make_private(ours.socket, account=ours.account)
    conf = configuration.write(home=ours.home, major=ours.binaries.major, account=ours.account)
    deadline = time.monotonic() + RETRY_SECONDS
    while not _start_once(ours, conf):
        if time.monotonic() > deadline:
            raise Trouble(f"PostgreSQL does not start; its log {ours.log} ends:\n{_tail(ours.log)}")
        time.sleep(0.2)
    return True


def _start_once(ours: Cluster, conf: Path) -> bool:
    orphans.bury_dead()
    postmaster.forget_dead(ours.data, socket=ours.socket)
    orphans.adopt()
    result = _control(ours, "start", "--options", f"-c config_file={_shell_quoted(conf)}")
    return result == 0


def _stop(ours: Cluster) -> None:
    found = postmaster.alive(ours.data)
    if _control(ours, "stop", "--mode", "fast"):
        if postmaster.alive(ours.data):
            raise Trouble(f"PostgreSQL does not stop; its log {ours.log} ends:\n{_tail(ours.log)}")
        postmaster.forget_dead(ours.data, socket=ours.socket)
    if found:
        orphans.bury(found.pid)
    orphans.bury_dead()


def _await_stopping(ours: Cluster) -> None:
    deadline = time.monotonic() + START_SECONDS
    while (found := postmaster.alive(ours.data)) and found.status == "stopping":
        if time.monotonic() > deadline:
            raise Trouble(f"PostgreSQL (process {found.pid}) has been stopping for {START_SECONDS} s.")
        time.sleep(0.05)


def _control(ours: Cluster, *arguments: str) -> int:
    """Run pg_ctl and wait. Its output, and from then on the server's, goes to the log."""
    ours.log.parent.mkdir(mode=0o700, exist_ok=True)
    if ours.log.exists() and ours.log.stat().st_size > LOG_BYTES:
        ours.log.replace(ours.log.with_suffix(".log.1"))
    descriptor = os.open(ours.log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    with os.fdopen(descriptor, "ab") as output:
        return ours.account.run(
            command=[
                *(ours.program("pg_ctl"), "--pgdata", ours.data),
                *("--wait", "--timeout", str(START_SECONDS), *arguments),
            ],
            folder=ours.data,
            output=output,
        ).returncode


def _kept(ours: Cluster) -> Path:
    """The mark that an operator started the server by hand, for good."""
    return ours.home / "locks" / "keep"


def _tail(log: Path, *, lines: int = 8) -> str:
    return "\n".join(log.read_text(errors="replace").splitlines()[-lines:]) if log.exists() else ""


def _shell_quoted(path: Path) -> str:
    """pg_ctl hands its options to a shell."""
    return "'" + str(path).replace("'", "'\\''") + "'"
