"""`helpdesk import-threads`: a file or standard input, tried first, said with lines."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.console.main import application
from tests.conversations.bringing import known, thread
from tests.shops import open_shops

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture(autouse=True)
def no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own database is there already."""
    monkeypatch.setenv("HELPDESK_DATABASE_URL", "postgresql:///unused")


def run(file: Path | str, *options: str) -> Any:
    return CliRunner().invoke(application("import-threads"), ["import-threads", str(file), *options])


def test_it_is_tried_taken_in_and_passed_over_the_second_time(database: str, tmp_path: Path) -> None:
    known(open_shops())
    file = tmp_path / "threads.json.gz"
    file.write_bytes(
        gzip.compress(json.dumps([thread(), thread(id="t2", buyer="nobody")], indent=1).encode())
    )
    tried = run(file, "--format", "json", "--dry-run")
    assert tried.exit_code == 1, tried.output
    assert "Would begin: 1 conversations." in tried.output
    assert "Nothing was kept." in tried.output
    done = run(file, "--format", "json")
    assert "Begun: 1 conversations. Made longer: 0. New: 2 messages." in done.output
    assert "thread t2 /buyer: The buyer “nobody” is not known here." in done.output
    assert "New: 0 messages. Known already: 2 messages." in run(file, "--format", "json").output
    with everything():
        assert Entry.objects.filter(kind="import").count() == 1


def test_without_a_format_nothing_is_guessed(tmp_path: Path) -> None:
    assert run(tmp_path / "threads.csv").exit_code == 2
