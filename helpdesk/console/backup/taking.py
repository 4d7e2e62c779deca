"""Take a backup: the log, the database, the attachments, each with its digest; in place by one rename."""

import importlib.metadata
import shutil
from pathlib import Path

from helpdesk.console import ground, programs, say
from helpdesk.console.backup import manifest, places
from helpdesk.console.backup.copying import copied
from helpdesk.console.backup.manifest import Kept, Manifest
from helpdesk.console.embedded.cluster import Cluster
from helpdesk.console.embedded.trouble import Trouble
from helpdesk.kernel import clock

_FIRST = (places.GUARD, places.LOG)


def take(*, target: Path, keys: bool) -> Manifest:
    """A backup in the new folder `target`. Raises Trouble where it exists, or when the database refuses."""
    if target.exists():
        raise Trouble(f"{target} exists; a backup is a new folder.", remedy="Name another one.")
    made_at = clock.now().isoformat(timespec="seconds")
    draft = target.with_name(f"{target.name}.partial")
    shutil.rmtree(draft, ignore_errors=True)  # of a backup that was stopped
    draft.mkdir(mode=0o700, parents=True)
    files: dict[str, Kept] = {}
    for name, folder in places.folders(keys=keys).items():
        if name in _FIRST:
            files |= _copy(name, folder, draft)
    with ground.database() as ours:
        files[places.DATABASE] = _dump(ours, draft / places.DATABASE)
    for name, folder in places.folders(keys=keys).items():
        if name not in _FIRST:
            files |= _copy(name, folder, draft)
    made = Manifest(made_at=made_at, release=importlib.metadata.version("marketplace-helpdesk"), files=files)
    manifest.write(draft, made)
    draft.rename(target)
    return made


def _copy(name: str, folder: Path, draft: Path) -> dict[str, Kept]:
    with say.step(f"Copied: {name}"):
        return {f"{name}/{path}": kept for path, kept in copied(folder, draft / name)}


def _dump(ours: Cluster | None, file: Path) -> Kept:
    with say.step("Dumped: the database"):
        if programs.run(ours, "pg_dump", ["--format=custom", f"--file={file}"]):
            raise Trouble("pg_dump did not finish; no backup was made.")
        return manifest.digest(file)
