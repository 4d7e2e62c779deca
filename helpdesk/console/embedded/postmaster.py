"""The running server as its pid file and the process table tell it."""

import os
import signal
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from helpdesk.console.embedded import paths

PID, STATUS = 0, 7  # lines of postmaster.pid


@dataclass(frozen=True, slots=True, kw_only=True)
class Postmaster:
    """What postmaster.pid says: a process id, and "starting", "ready", "stopping" or "standby"."""

    pid: int
    status: str


def read(data: Path) -> Postmaster | None:
    """The pid file's content; None when there is no (readable) one."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        pid = int(lines[PID])
    except (OSError, ValueError, IndexError):
        return None
    return Postmaster(pid=pid, status=lines[STATUS].strip() if len(lines) > STATUS else "starting")


def alive(data: Path) -> Postmaster | None:
    """The server of this data folder, if it really runs: neither dead, nor a zombie, nor a stranger."""
    found = read(data)
    if found and _is_postgres(found.pid, data):
        return found
    return None


def forget_dead(data: Path, *, socket: Path) -> bool:
    """Remove the locks, of data and of socket, whose process is no server of ours; say if there were any.

    PostgreSQL refuses to start while that process id exists at all, and a killed postmaster can linger as a
    zombie of whoever started it, or its number may have gone to a stranger.
    """
    named = {lock: _pid(lock) for lock in (data / "postmaster.pid", socket / f".s.PGSQL.{paths.PORT}.lock")}
    dead = [lock for lock, pid in named.items() if pid is not None and not _is_postgres(pid, data)]
    for lock in dead:
        lock.unlink(missing_ok=True)
    return bool(dead)


def _pid(lock: Path) -> int | None:
    try:
        return int(lock.read_text().splitlines()[PID])
    except (OSError, ValueError, IndexError):
        return None


def kill(data: Path) -> None:
    """End the server without ceremony: the next start recovers. For tests of that and as a last resort."""
    while found := alive(data):
        os.kill(found.pid, signal.SIGKILL)
        time.sleep(0.01)  # the kernel takes a moment


def _is_postgres(pid: int, data: Path) -> bool:
    proc = Path("/proc") / str(pid)
    if not Path("/proc/self").exists():
        return _is_postgres_by_ps(pid)
    try:
        if (proc / "stat").read_text().rpartition(")")[2].split()[0] in "ZX":
            return False
        return (proc / "cwd").samefile(data)  # the postmaster works in its data folder
    except OSError:
        return False


def _is_postgres_by_ps(pid: int) -> bool:
    said = subprocess.run(
        ["ps", "-o", "stat=,comm=", "-p", str(pid)], capture_output=True, text=True, check=False
    ).stdout
    return "postgres" in said and not said.startswith("Z")
