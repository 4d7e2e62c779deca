"""A process that dies at a step of the sequencer, and a disk that keeps only what was fsynced.

The worker's code names its steps (`publishing/steps.py`) and does nothing there; here a child process puts a
function of its own in place, which ends the process as kill -9 would. No setting can make a real worker die.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from django.db import connections

from helpdesk.archive.actions.publishing import files, steps
from helpdesk.archive.actions.publishing.steps import Step

KILLED = 137


class Disk:
    """What a power cut would leave of a folder: names that were fsynced in it, bytes that were fsynced."""

    def __init__(self, folder: Path, shadow: Path) -> None:
        self.folder, self.shadow = folder, shadow
        self._durable: set[int] = set()
        shutil.rmtree(shadow, ignore_errors=True)
        if folder.exists():
            shutil.copytree(folder, shadow)
            self._durable = {path.stat().st_ino for path in folder.rglob("*") if path.is_file()}

    def fsync(self, descriptor: int) -> None:
        """In place of the system's."""
        path = Path(f"/proc/self/fd/{descriptor}").readlink()
        if not path.is_relative_to(self.folder):
            return
        if path.is_dir():
            self._keep_names(path)
        else:
            self._durable.add(path.stat().st_ino)

    def _keep_names(self, path: Path) -> None:
        kept = self.shadow / path.relative_to(self.folder)
        kept.mkdir(parents=True, exist_ok=True)
        there = {entry.name: entry for entry in path.iterdir()}
        for entry in kept.iterdir():
            if entry.name not in there:
                shutil.rmtree(entry) if entry.is_dir() else entry.unlink()
        for name, entry in there.items():
            if entry.is_dir():
                (kept / name).mkdir(exist_ok=True)
            else:
                whole = entry.stat().st_ino in self._durable
                (kept / name).write_bytes(entry.read_bytes() if whole else b"")

    def lose_power(self) -> None:
        """The folder is what the disk has."""
        shutil.rmtree(self.folder, ignore_errors=True)
        if self.shadow.exists():
            shutil.copytree(self.shadow, self.folder)


def die_at(step: Step, *, time: int, work: Callable[[], object], disk: Disk) -> bool:
    """Work in a process that dies when it reaches the step for the nth time; whether it came to that."""
    hang_up()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            _install(step, time, disk)
            work()
            code = 0
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, KILLED), "the child failed in another way"
    return code == KILLED


def _install(step: Step, time: int, disk: Disk) -> None:
    left = [time]

    def reached(found: Step, /) -> None:
        if found is step:
            left[0] -= 1
            if not left[0]:
                os._exit(KILLED)

    vars(steps)["reached"] = reached
    vars(files)["os"] = _System(disk)


class _System:
    """The module `os` with another fsync."""

    def __init__(self, disk: Disk) -> None:
        self.fsync = disk.fsync

    def __getattr__(self, name: str) -> object:
        return getattr(os, name)


def hang_up() -> None:
    """A child must not share our connections."""
    connections.close_all()
    connections["default"].close_pool()  # type: ignore[attr-defined]
