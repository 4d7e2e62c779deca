"""What a backup holds, and whether it still does."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from helpdesk.console.embedded.trouble import Trouble

FORMAT = "helpdesk-backup/v1"
NAME = "backup.json"
CHUNK = 1 << 20  # bytes read at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One file: how many bytes, and their SHA-256 in hex."""

    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """The backup's table of contents; `files` by path within it, `made_at` in ISO 8601, UTC."""

    made_at: str
    release: str
    files: Mapping[str, Kept]
    format: str = FORMAT


def write(folder: Path, manifest: Manifest) -> None:
    """Last of all: a folder without it is no backup."""
    with (folder / NAME).open("w") as file:
        json.dump(asdict(manifest), file, indent=1, sort_keys=True)
        file.flush()
        os.fsync(file.fileno())


def read(folder: Path) -> Manifest:
    """Raises Trouble where there is none, or none that this release reads."""
    try:
        found = json.loads((folder / NAME).read_text())
        files = {path: Kept(**kept) for path, kept in found.pop("files").items()}
        manifest = Manifest(files=files, **found)
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Trouble(f"{folder} is no whole backup: {error}.") from None
    if manifest.format != FORMAT or any(not _inside(path) for path in manifest.files):
        raise Trouble(f"{folder} is a backup of another kind: {manifest.format}.")
    return manifest


def faults(folder: Path, manifest: Manifest) -> Iterator[str]:
    """What is missing or was changed since, a sentence each."""
    for path, kept in manifest.files.items():
        try:
            found = digest(folder / path)
        except OSError as error:
            yield f"{path}: {error.strerror}"
            continue
        if found != kept:
            yield f"{path}: not the bytes that were backed up"


def digest(path: Path, *, also: Callable[[bytes], object] = len) -> Kept:
    """Of a file's content; `also` is given each piece."""
    sha256, size = hashlib.sha256(), 0
    with path.open("rb") as file:
        while piece := file.read(CHUNK):
            sha256.update(piece)
            size += len(piece)
            also(piece)
    return Kept(size=size, sha256=sha256.hexdigest())


def _inside(path: str) -> bool:
    parts = Path(path).parts
    return bool(parts) and not Path(path).is_absolute() and ".." not in parts
