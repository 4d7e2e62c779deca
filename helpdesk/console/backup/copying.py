"""Copies of folders, each file with its digest; what is acknowledged is on disk."""

import os
from collections.abc import Iterator
from pathlib import Path

from helpdesk.console.backup.manifest import Kept, digest

_PASSING = ".partial"  # a file that is being written has this in its name, wherever we write one


def copied(source: Path, target: Path, *, only_missing: bool = False) -> Iterator[tuple[str, Kept]]:
    """Copy a folder; yields the path of each file copied and what it holds.

    `only_missing`: what is there already stays as it is. A file that goes away meanwhile is left out: it was
    a part that something whole has replaced.
    """
    for path in sorted(_files(source)):
        within = path.relative_to(source)
        if only_missing and (target / within).exists():
            continue
        try:
            yield within.as_posix(), _copied(path, target / within)
        except FileNotFoundError:
            continue


def _files(source: Path) -> Iterator[Path]:
    for folder, _, names in os.walk(source):
        for name in names:
            path = Path(folder, name)
            if _PASSING not in name and not path.is_symlink():
                yield path


def _copied(source: Path, target: Path) -> Kept:
    descriptor = os.open(source, os.O_RDONLY)  # first: nothing is made for what is gone
    os.close(descriptor)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = target.with_name(f"{target.name}{_PASSING}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        kept = digest(source, also=file.write)
        file.flush()
        os.fsync(file.fileno())
    draft.rename(target)
    return kept
