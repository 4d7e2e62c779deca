"""Homes of their own for tests that start and break servers."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.console.embedded import cluster, creation, paths, postmaster


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty home with a short name that PostgreSQL's user can reach; nothing of it stays."""
    folder = new_home()
    monkeypatch.setenv("HELPDESK_HOME", str(folder))
    monkeypatch.delenv("HELPDESK_DATABASE_URL", raising=False)
    yield folder
    leave_nothing(folder)


def new_home() -> Path:
    """A folder that PostgreSQL's user can enter, even when we are root."""
    folder = Path(tempfile.mkdtemp(prefix="helpdesk-test-", dir="/tmp"))
    folder.chmod(0o755)
    return folder


def leave_nothing(folder: Path) -> None:
    """Stop the home's server, whatever state it is in, and delete the home."""
    if folder.exists():
        for data in paths.ground(folder).glob("pg[0-9][0-9]"):
            postmaster.kill(data)
        creation.remove(home=folder)
        ground = paths.ground(folder)
        shutil.rmtree(folder)
        if ground != folder:
            shutil.rmtree(ground, ignore_errors=True)


@pytest.fixture(scope="session")
def pattern() -> Iterator[Path]:
    """A home whose cluster has run once, made once: a copy takes a tenth of the time."""
    folder = new_home()
    with cluster.running(home=folder):
        pass
    yield folder
    leave_nothing(folder)


@pytest.fixture
def made(home: Path, pattern: Path) -> Path:
    """A home whose cluster has run once."""
    subprocess.run(["cp", "-a", f"{pattern}/.", str(home)], check=True)
    return home
