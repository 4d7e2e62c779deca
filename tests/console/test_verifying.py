"""`helpdesk archive verify` of a log's folder, a receipt, a conversation: what it prints, and exit codes."""

import json
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest
import typer
from django.conf import settings
from typer.testing import CliRunner, Result

from helpdesk.api.v1.shapes import stamp
from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Kept
from helpdesk.console import ground
from helpdesk.console.commands import archive as command
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import NotFound
from tests.archive.entries import append, chain, number
from tests.archive.owning import as_owner
from tests.archive.publishing import publish
from tests.cast import CLARA
from tests.shops import open_shops

MORE = 300


@pytest.fixture
def kept(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Kept:
    """A note in a signed log of its own."""
    monkeypatch.setattr(settings.HELPDESK, "log_folder", tmp_path / "log")
    monkeypatch.setattr(settings.HELPDESK, "guard_folder", tmp_path / "guard")
    monkeypatch.setattr(ground, "database", nullcontext)
    to = chain()
    first = append(to)
    for n in range(MORE):
        append(to, key=f"more {n}")
    number()
    publish()
    return first


def verify(*arguments: str | Path) -> Result:
    app = typer.Typer()
    command.register(app)
    return CliRunner().invoke(app, ["archive", "verify", *map(str, arguments)])


def folder() -> Path:
    [path] = settings.HELPDESK.log.iterdir()
    assert isinstance(path, Path)
    return path


def last(result: Result) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(result.stdout.splitlines()[-1])
    return said


def test_a_folder_is_verified_without_a_database(kept: Kept) -> None:
    [key] = archive.log_keys()
    result = verify("--log-only", folder(), "--key", key)
    assert result.exit_code == 0, result.output
    assert "leaves/s" in result.stdout
    said = last(verify("--log-only", folder(), "--key", key, "--json"))
    assert (said["findings"], said["leaves"] > MORE, said["leaves_a_second"] > 0) == (0, True, True)


def test_a_key_that_nobody_gave_is_not_trusted(kept: Kept) -> None:
    assert verify("--log-only", folder()).exit_code == 3
    other = "example.org+00000000+AAAA"
    assert verify("--log-only", folder(), "--key", other).exit_code == 2  # the command line makes no sense


def test_a_spoilt_folder_is_named(kept: Kept) -> None:
    [key] = archive.log_keys()
    (folder() / "tile/entries/000").unlink()
    result = verify("--log-only", folder(), "--key", key)
    assert (result.exit_code, "log.missing" in result.stdout) == (2, True)
    tile = folder() / "tile/0/000"
    tile.write_bytes(bytes(len(tile.read_bytes())))
    assert verify("--log-only", folder(), "--key", key).exit_code == 1
    (folder() / "checkpoint").unlink()
    assert verify("--log-only", folder(), "--key", key).exit_code == 2


def test_a_receipt_is_held_against_the_record(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "receipt.json"
    file.write_text(json.dumps(stamp(receipt=kept.receipt, seller_id=kept.seller_id), default=str))
    result = verify("--receipt", file)
    assert (result.exit_code, "signed checkpoint holds it" in result.stdout) == (0, True)
    assert last(verify("--receipt", file, "--json"))["standing"] == "in_log"
    as_owner("DELETE FROM archive_entry WHERE id = %s", kept.receipt.entry)
    assert verify("--receipt", file).exit_code == 2
    as_owner("DELETE FROM archive_entry WHERE kind = 'key'")
    assert verify("--receipt", file).exit_code == 3


def test_one_conversation_or_none(kept: Kept) -> None:
    open_shops()
    unknown = Ref(1001, CLARA.person)
    for odd in ("x", str(unknown)):
        assert isinstance(verify("--conversation", odd).exception, NotFound)


def test_one_thing_at_a_time(kept: Kept) -> None:
    assert verify("--conversation", "x", "--log-only", folder()).exit_code == 2
