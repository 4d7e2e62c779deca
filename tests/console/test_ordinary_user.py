"""Two users, two ways: an ordinary one in a folder that is closed to all others, and root."""

import os
import pwd
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.console.embedded import binaries, cluster, paths
from helpdesk.console.embedded.trouble import Trouble
from tests.console.conftest import leave_nothing, new_home

ORDINARY = "daemon"  # a user that every system has
AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become somebody else")

START = """
from pathlib import Path
from helpdesk.console.embedded import cluster
with cluster.running(home=Path("home")) as ours:
    print(ours.account.name, ours.account.borrowed, cluster.status(home=Path("home")))
    print(ours.data)
"""


@pytest.fixture
def closed() -> Iterator[Path]:
    """A checkout of an ordinary user, 0700, with the supervisor and the programs in it."""
    folder, entry = new_home(), pwd.getpwnam(ORDINARY)
    package = paths.checkout() / "helpdesk"
    for name in ("__init__.py", "console/__init__.py"):
        (folder / "helpdesk" / name).parent.mkdir(exist_ok=True)
        shutil.copy(package / name, folder / "helpdesk" / name)
    shutil.copytree(package / "console/embedded", folder / "helpdesk/console/embedded")
    site = binaries.find().folder.parents[2]
    for name in (binaries.PACKAGE, binaries.LIBRARIES):
        if (site / name).exists():
            shutil.copytree(site / name, folder / name, symlinks=True)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, entry.pw_uid, entry.pw_gid, follow_symlinks=False)
    folder.chmod(0o700)
    yield folder
    shutil.rmtree(folder)


def reachable_python() -> str:
    for name in (sys.executable, "/usr/bin/python3", "/usr/local/bin/python3"):
        found = Path(name).resolve()
        if found.exists() and paths.others_may_enter(found.parent):
            return name
    pytest.skip("no Python that another user could run")


@AS_ROOT
def test_an_ordinary_user_runs_it_in_a_closed_folder(closed: Path) -> None:
    result = subprocess.run(
        [reachable_python(), "-c", START],
        cwd=closed,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(closed), "PYTHONDONTWRITEBYTECODE": "1"},
        user=ORDINARY,
        group=pwd.getpwnam(ORDINARY).pw_gid,
        extra_groups=[],
        capture_output=True,
        text=True,
    )
    assert result.stderr == ""
    assert result.stdout.splitlines() == [f"{ORDINARY} False ready", str(closed / "home/pg18")]
    assert stat.S_IMODE(closed.stat().st_mode) == 0o700
    assert stat.S_IMODE((closed / "home").stat().st_mode) == 0o700


@AS_ROOT
def test_root_in_a_closed_folder_keeps_data_and_programs_elsewhere(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    outer = tmp_path / "closed"
    outer.mkdir(mode=0o700)
    home = outer / "home"
    programs = outer / "site" / binaries.PACKAGE
    site = binaries.find().folder.parents[2]
    shutil.copytree(site / binaries.PACKAGE, programs, symlinks=True)
    shutil.copytree(site / binaries.LIBRARIES, outer / "site" / binaries.LIBRARIES)
    try:
        with cluster.running(home=home, programs=programs / "pginstall/bin") as ours:
            assert cluster.status(home=home) == "ready"
            assert ours.account.borrowed
            assert ours.data.is_relative_to(paths.SYSTEM_HOMES)
            assert ours.binaries.folder.is_relative_to(paths.SYSTEM_HOMES)
            assert ours.socket.is_relative_to(paths.SYSTEM_HOMES)
        assert stat.S_IMODE(outer.stat().st_mode) == 0o700
    finally:
        leave_nothing(home)


def test_a_home_with_a_long_path_keeps_its_socket_elsewhere(home: Path, pattern: Path) -> None:
    long = home / ("long-" * 20)
    shutil.copytree(pattern, long, ignore=shutil.ignore_patterns("pg18", "run"))
    socket = paths.socket_folder(long)
    assert socket.parent == paths.SHORT
    assert len(os.fsencode(socket / ".s.PGSQL.5432")) < 60
    subprocess.run(["cp", "-a", f"{pattern}/pg18", str(long)], check=True)
    try:
        with cluster.running(home=long):
            assert (socket / ".s.PGSQL.5432").exists()
            assert stat.S_IMODE(socket.stat().st_mode) == 0o700
    finally:
        leave_nothing(long)


@AS_ROOT
def test_a_short_socket_folder_of_somebody_else_is_refused(home: Path, pattern: Path) -> None:
    long = home / ("other-" * 18)
    shutil.copytree(pattern, long, ignore=shutil.ignore_patterns("pg18", "run"))
    subprocess.run(["cp", "-a", f"{pattern}/pg18", str(long)], check=True)
    socket = paths.socket_folder(long)
    socket.mkdir()
    os.chown(socket, pwd.getpwnam(ORDINARY).pw_uid, -1)
    try:
        with pytest.raises(Trouble, match="belongs to another user"), cluster.running(home=long):
            pass
    finally:
        leave_nothing(long)
