"""A backup stands up elsewhere; one that is older than the guard is put back, but signs nothing by itself."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.console import exits
from helpdesk.console.embedded import cluster
from tests.console.conftest import leave_nothing, new_home
from tests.marketplace import samples

RECORDS = b"".join(samples.ndjson(*samples.everything()))


def helpdesk(*arguments: str, home: Path, stdin: bytes = b"") -> str:
    """A command that ends well; what it said."""
    done = tried(*arguments, home=home, stdin=stdin)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def tried(*arguments: str, home: Path, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    """A command, however it ends."""
    command = [sys.executable, "-m", "helpdesk.console", *arguments]
    environment = {name: value for name, value in os.environ.items() if name != "HELPDESK_DATABASE_URL"}
    environment |= {"HELPDESK_HOME": str(home)}
    done = subprocess.run(command, env=environment, input=stdin, capture_output=True, check=False)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture(scope="module")
def kept(pattern: Path) -> Iterator[Path]:
    """A home with a log that is published, and its backup; whoever spoils the backup spoils a copy."""
    home = new_home()
    subprocess.run(["cp", "-a", f"{pattern}/.", str(home)], check=True)
    with cluster.running(home=home):
        helpdesk("migrate", home=home)
        helpdesk("archive", "publish", home=home)
        helpdesk("backup", str(home / "backup"), "--keys", home=home)
    yield home
    leave_nothing(home)


@pytest.fixture
def elsewhere() -> Iterator[Path]:
    """Another machine's home."""
    folder = new_home()
    yield folder
    leave_nothing(folder)


def spoilt(kept: Path, folder: Path) -> Path:
    """A copy of the backup."""
    return Path(shutil.copytree(kept / "backup", folder / "backup"))


def test_a_backup_stands_up_in_a_drill(kept: Path) -> None:
    said = helpdesk("drill", str(kept / "backup"), home=kept)
    assert "as it was sealed" in said
    assert "stands up" in said


def test_the_backup_of_a_demo_stands_up_as_well(elsewhere: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with cluster.running(home=elsewhere):
        with monkeypatch.context() as demo:
            demo.setenv("HELPDESK_DEMO", "true")
            helpdesk("migrate", home=elsewhere)
        helpdesk("archive", "publish", home=elsewhere)
        helpdesk("backup", str(elsewhere / "backup"), home=elsewhere)
    assert "stands up" in helpdesk("drill", str(elsewhere / "backup"), home=elsewhere)


def test_a_backup_with_a_changed_byte_is_refused_by_name(kept: Path, tmp_path: Path) -> None:
    backup = spoilt(kept, tmp_path)
    dump = backup / "database.dump"
    content = bytearray(dump.read_bytes())
    content[len(content) // 2] ^= 1
    dump.write_bytes(content)
    refused = tried("drill", str(backup), home=kept)
    assert refused.returncode == exits.ENVIRONMENT
    assert "database.dump: not the bytes" in refused.stderr


def test_a_folder_without_its_table_of_contents_is_no_backup(kept: Path, tmp_path: Path) -> None:
    backup = spoilt(kept, tmp_path)
    (backup / "backup.json").unlink()
    assert "no whole backup" in tried("drill", str(backup), home=kept).stderr


def test_a_path_that_leads_out_of_the_backup_is_refused(kept: Path, tmp_path: Path) -> None:
    backup = spoilt(kept, tmp_path)
    contents = (backup / "backup.json").read_text().replace("database.dump", "../database.dump")
    (backup / "backup.json").write_text(contents)
    assert tried("drill", str(backup), home=kept).returncode == exits.ENVIRONMENT


def test_neither_a_backup_nor_a_restore_overwrites(kept: Path) -> None:
    assert "exists" in tried("backup", str(kept / "backup"), home=kept).stderr
    refused = tried("restore", str(kept / "backup"), home=kept)
    assert refused.returncode == exits.ENVIRONMENT
    assert "not empty" in refused.stderr


def test_a_machine_without_the_guard_signs_nothing(kept: Path, elsewhere: Path) -> None:
    with cluster.running(home=elsewhere):
        tried("restore", str(kept / "backup"), home=elsewhere)
        assert not (elsewhere / "guard").exists()
        [checkpoint] = (elsewhere / "log").glob("*/checkpoint")
        before = checkpoint.read_bytes()
        helpdesk("import", "-", home=elsewhere, stdin=RECORDS)
        tried("archive", "publish", home=elsewhere)
        assert checkpoint.read_bytes() == before


def test_an_older_dump_is_put_back_and_signs_nothing_until_a_person_says_so(
    kept: Path, elsewhere: Path
) -> None:
    with cluster.running(home=kept):
        helpdesk("import", "-", home=kept, stdin=RECORDS)
        helpdesk("archive", "publish", home=kept)
    for folder in ("guard", "log"):  # they survived; the database did not
        shutil.copytree(kept / folder, elsewhere / folder)
    with cluster.running(home=elsewhere):
        restored = tried("restore", str(kept / "backup"), home=elsewhere)
        assert restored.returncode == exits.FOUND, restored.stdout + restored.stderr
        assert "None of the orders to erase" in restored.stdout
        assert tried("archive", "publish", home=elsewhere).returncode == exits.FOUND
        assert tried("archive", "resume", home=elsewhere).returncode == exits.FOUND
        helpdesk("archive", "resume", "--yes", home=elsewhere)
        helpdesk("archive", "publish", home=elsewhere)
        assert "as it was sealed" in helpdesk("archive", "verify", home=elsewhere)
