"""Files that are there whole or not at all, and still there after a power cut.

Written aside, fsynced, renamed, the folder fsynced: in another order a crash leaves a name without bytes.
"""

import os
import shutil
from pathlib import Path

from helpdesk.archive.actions.publishing import steps
from helpdesk.archive.actions.publishing.steps import Step

ASIDE = "aside"


class Writer:
    """Writes below one folder; nothing is to be seen before `settle`. One at a time: see `lock.py`.

    What a crash left aside is thrown away first. Raises OSError where the disk does not take it.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._aside = folder / ASIDE
        self._waiting: list[tuple[Path, Path]] = []
        shutil.rmtree(self._aside, ignore_errors=True)
        make_folder(self._aside)

    def write(self, path: str, data: bytes) -> None:
        """The bytes, durable, but not under their name yet."""
        draft = self._aside / f"{len(self._waiting)}"
        write_durably(draft, data)
        steps.reached(Step.FILE_WRITTEN)
        self._waiting.append((draft, self.folder / path))

    def settle(self) -> None:
        """All that was written gets its name, for good."""
        for draft, path in self._waiting:
            make_folder(path.parent)
            draft.replace(path)
            steps.reached(Step.FILE_RENAMED)
        for parent in sorted({path.parent for _, path in self._waiting}):
            sync_folder(parent)
        self._waiting.clear()


def put(path: Path, data: bytes, *, written: Step, moved: Step, durable: Step) -> None:
    """One file in place of the one before it, by one rename."""
    make_folder(path.parent)
    draft = path.with_name(f"{path.name}.new")
    write_durably(draft, data)
    steps.reached(written)
    draft.replace(path)
    steps.reached(moved)
    sync_folder(path.parent)
    steps.reached(durable)


def write_durably(path: Path, data: bytes) -> None:
    """A new file with these bytes, on the disk itself."""
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def make_folder(path: Path) -> None:
    """With all that lead to it, each durable in its parent; for the operator's own user."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    sync_folder(path.parent)


def sync_folder(path: Path) -> None:
    """The names in a folder, on the disk itself."""
    descriptor = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
