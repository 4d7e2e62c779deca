"""Locks on files of the home. They belong to open descriptors: they die with the process."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpdesk.console.embedded.trouble import Trouble


def open_lock(path: Path) -> int:
    """An open descriptor to lock on. Python keeps it from programs we start."""
    try:
        path.parent.mkdir(mode=0o700, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise Trouble(
            f"Cannot write in {path.parent}: {error.strerror}.",
            remedy="Run as the folder's owner, or name another home with HELPDESK_HOME.",
        ) from None


@contextmanager
def deciding(home: Path) -> Iterator[None]:
    """One process at a time looks at the server and starts or stops it."""
    descriptor = open_lock(home / "locks" / "decide")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


class Use:
    """This process uses the server: a shared lock, held until `release` or death."""

    def __init__(self, home: Path) -> None:
        self._descriptor = open_lock(home / "locks" / "users")
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)

    def release(self) -> None:
        """Use it no more."""
        os.close(self._descriptor)


def in_use(home: Path) -> bool:
    """Does any process use the server? The answer holds only while `deciding`: nobody can join meanwhile."""
    descriptor = open_lock(home / "locks" / "users")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(descriptor)
    return False
