"""`helpdesk import`: files, packed files and standard input; what it says, and how it stops."""

import gzip
import io
import os
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.console.embedded.trouble import Trouble
from helpdesk.console.intake import source
from helpdesk.console.main import application
from helpdesk.marketplace.models import Buyer, Order
from helpdesk.marketplace.rules.reading import MAX_LINE
from tests.marketplace import samples

pytestmark = pytest.mark.usefixtures("database", "no_cluster")
importing = import_module("helpdesk.marketplace.actions.import_records")  # the package names its function
RECORDS = b"".join(samples.ndjson(*samples.everything()))


@pytest.fixture
def no_cluster(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own database is there already."""
    monkeypatch.setenv("HELPDESK_DATABASE_URL", "postgresql:///unused")


def run(file: Path | str, *options: str, stdin: bytes = b"") -> Any:
    return CliRunner().invoke(application("import"), ["import", str(file), *options], input=stdin)


def written(folder: Path, content: bytes) -> Path:
    file = folder / "records.ndjson"
    file.write_bytes(content)
    return file


def test_a_file_is_taken_in_and_counted(tmp_path: Path) -> None:
    result = run(written(tmp_path, RECORDS))
    assert result.exit_code == 0, result.output
    assert "1 order" in result.output
    assert "8 taken in, 0 unchanged, 0 older than ours, 0 waiting, 0 refused." in result.output
    again = run(tmp_path / "records.ndjson")
    assert "Created: nothing. Updated: nothing." in again.output
    assert "8 unchanged" in again.output


def test_what_gzip_packed_is_unpacked(tmp_path: Path) -> None:
    assert "8 taken in" in run(written(tmp_path, gzip.compress(RECORDS))).output


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    for content in (RECORDS, gzip.compress(RECORDS)):
        stdin = io.TextIOWrapper(io.BufferedReader(io.BytesIO(content)))
        monkeypatch.setattr(sys, "stdin", stdin)
        with source.opened(Path("-")) as found:
            assert found.lines.read() == RECORDS


def test_a_torn_gzip_file_is_named_and_nothing_is_taken_in(tmp_path: Path) -> None:
    result = run(written(tmp_path, gzip.compress(RECORDS)[:-20]))
    assert isinstance(result.exception, Trouble)
    assert "is not whole" in str(result.exception)
    with everything():
        assert not Order.objects.exists()


def test_bad_lines_are_named_with_their_numbers_and_reasons(tmp_path: Path) -> None:
    bad = samples.ndjson(samples.buyer(id="x", language="??"), samples.buyer(id="hania", market="mars"))
    result = run(written(tmp_path, RECORDS + b"{broken\n" + b"".join(bad)))
    assert result.exit_code == 1
    assert "✗ line 9: This is not valid JSON" in result.output
    assert "✗ line 10 /language: " in result.output
    assert "1 things have been named and have not arrived" in result.output
    with everything():
        assert Buyer.objects.count() == 1


def test_strict_takes_in_all_or_nothing(tmp_path: Path) -> None:
    early = samples.ndjson(samples.buyer(id="hania", market="mars"))[0]
    result = run(written(tmp_path, RECORDS + early), "--strict")
    assert result.exit_code == 1
    assert "✗ line 9 /market: The market “mars” is not known here." in result.output
    assert "Rolled back" in result.output
    with everything():
        assert not Order.objects.exists()


def test_an_endless_line_is_refused_and_the_next_one_is_read(tmp_path: Path) -> None:
    result = run(written(tmp_path, b" " * (3 * MAX_LINE) + b"\n" + RECORDS))
    assert "✗ line 1: This is too large" in result.output
    assert "8 taken in" in result.output


def test_ctrl_c_leaves_whole_batches_with_their_entry_and_says_where_to_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "BATCH", 3)
    monkeypatch.setattr(importing, "record_in", _interrupting(importing.record_in, at=5))
    file = written(tmp_path, RECORDS)
    result = run(file)
    assert result.exit_code == 130
    assert f"Stopped after line 6. `helpdesk import {file}` goes on there" in result.output
    assert "6 taken in" in result.output
    assert "2 taken in, 6 unchanged" in run(file).output
    with everything():
        assert Entry.objects.filter(kind="import").count() == 2


def test_ctrl_c_twice_undoes_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importing, "BATCH", 3)
    monkeypatch.setattr(importing, "record_in", _interrupting(importing.record_in, at=5, times=2))
    assert run(written(tmp_path, RECORDS)).exit_code == 130
    with everything():
        assert not Entry.objects.filter(kind="import").exists()
        assert not Buyer.objects.exists()


def _interrupting(read: Any, *, at: int, times: int = 1) -> Any:
    """Reading that presses Ctrl+C at the so-many-th record."""
    count = 0

    def reading(line: bytes) -> Any:
        nonlocal count
        count += 1
        for _ in range(times if count == at else 0):
            os.kill(os.getpid(), signal.SIGINT)
        return read(line)

    return reading
