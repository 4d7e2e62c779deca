"""Tampering with the signed log: files, checkpoint, guard, and everything made to fit but the guard."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connections, transaction
from django.test import override_settings

from helpdesk.archive import actions as archive
from helpdesk.archive.models import Tree
from helpdesk.archive.rules.keys import log_signer
from helpdesk.archive.terms import Audience, Finding
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.tlog import notes
from tests.archive import forging
from tests.archive.conftest import Record, kept_record
from tests.archive.entries import append, chain, number
from tests.archive.owning import as_owner
from tests.archive.tampering import findings, tamper
from tests.archive.tamperings_of_rows import ORDER
from tests.cast import EDDA
from tests.conftest import Template, clone

MORE = 300  # entries beside the record's, so that a full tile stands beside a partial one


@pytest.fixture(scope="module")
def published(template: Template, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record in a signed log, in a database and folders of this module."""
    home = tmp_path_factory.mktemp("log")
    folders = {"log_folder": home / "log", "guard_folder": home / "guard"}
    with override_settings(HELPDESK=settings.HELPDESK.model_copy(update=folders)), clone(template):
        kept = kept_record()
        publish()
        kept_notes(MORE)
        number()
        publish()
        yield kept


def kept_notes(count: int) -> None:
    """Notes on a chain of the operator's own."""
    own = chain(seller_id=OPERATOR, audience=Audience.OPERATOR)
    for n in range(count):
        append(own, key=str(n), actor=EDDA)


def publish() -> None:
    assert archive.publish_log(actor=SYSTEM, now=clock.now())


@pytest.fixture
def record(published: Record, tmp_path: Path) -> Iterator[Record]:
    """The published record; what a test does to database and files is taken back."""
    for folder in (settings.HELPDESK.log, settings.HELPDESK.guard):
        shutil.copytree(folder, tmp_path / folder.name)
    with transaction.atomic(using="owner"):
        with connections["owner"].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield published
        transaction.set_rollback(True, using="owner")
    for folder in (settings.HELPDESK.log, settings.HELPDESK.guard):
        shutil.rmtree(folder)
        shutil.copytree(tmp_path / folder.name, folder)


def found() -> list[Finding]:
    return findings(using="owner")


def log(path: str) -> Path:
    folder: Path = settings.HELPDESK.log / Tree.objects.using("owner").get().log_id.hex / path
    return folder


def guard() -> Path:
    folder: Path = settings.HELPDESK.guard / forging.guard_id().hex
    return folder


def flip(path: Path, at: int = 40) -> None:
    """One bit of one byte."""
    data = bytearray(path.read_bytes())
    data[at] ^= 1
    path.write_bytes(data)


def edge(folder: str) -> Path:
    """The partial file at the right edge."""
    [path] = log(f"tile/{folder}").rglob("*.p/*")
    return path


def test_a_signed_log_has_no_finding(record: Record) -> None:
    assert found() == findings() == []


def cut_short(path: Path) -> None:
    """Without its last byte."""
    path.write_bytes(path.read_bytes()[:-1])


FILES: dict[str, tuple[Callable[[], Path], Callable[[Path], None], str]] = {
    "a byte of a hash tile": (lambda: log("tile/0/000"), flip, "log.tile"),
    "a byte of the tile at the edge": (lambda: edge("0"), flip, "log.tile"),
    "a byte of the tile above": (lambda: edge("1"), lambda at: flip(at, 20), "log.tile"),
    "a byte of a bundle": (lambda: log("tile/entries/000"), flip, "log.entries"),
    "a byte of the bundle at the edge": (lambda: edge("entries"), flip, "log.entries"),
    "a length in a bundle": (lambda: log("tile/entries/000"), lambda at: flip(at, 1), "log.form"),
    "a hash tile gone": (lambda: log("tile/0/000"), Path.unlink, "log.missing"),
    "a bundle gone": (lambda: log("tile/entries/000"), Path.unlink, "log.missing"),
    "a bundle cut": (lambda: log("tile/entries/000"), cut_short, "log.form"),
    "a byte of the checkpoint": (lambda: log("checkpoint"), flip, "checkpoint.refused"),
    "the checkpoint gone": (lambda: log("checkpoint"), Path.unlink, "checkpoint.missing"),
    "a byte of the guard": (guard, flip, "guard.refused"),
    "the guard gone": (guard, Path.unlink, "guard.missing"),
}


@pytest.mark.parametrize("what", FILES)
def test_a_file_that_was_changed_is_named(record: Record, what: str) -> None:
    where, change, code = FILES[what]
    path = where()
    change(path)
    assert [(one.code, one.row) for one in found()] == [(code, _name(path))]


def _name(path: Path) -> str:
    """How a finding names a file: from `log` or `guard` on."""
    home = next(folder.parent for folder in path.parents if folder.name in ("log", "guard"))
    return str(path.relative_to(home))


def test_a_text_forged_in_the_database_alone_is_not_the_one_in_the_log(record: Record) -> None:
    forging.rewrite_text(record.hanias_entry, b"I never asked.")
    [finding] = found()
    assert (finding.code, str(record.hanias_entry) in finding.row) == ("log.leaf", True)
    forging.recompute_state()
    assert [one.code for one in found()] == ["log.leaf"]


def test_everything_made_to_fit_is_found_by_the_guard(record: Record) -> None:
    forging.rewrite_text(record.hanias_entry, b"I never asked.")
    forging.recompute_state()
    forging.rewrite_files()
    forging.sign_checkpoint()
    [finding] = found()
    assert (finding.code, guard().name in finding.row) == ("guard.root", True)


def test_a_checkpoint_over_another_tree_is_found(record: Record) -> None:
    forging.rewrite_text(record.hanias_entry, b"I never asked.")
    forging.sign_checkpoint()
    assert [one.code for one in found()] == ["log.root", "guard.root", "log.leaf"]


def test_an_old_checkpoint_put_back_is_found(record: Record) -> None:
    forging.sign_checkpoint(size=200)
    assert [one.code for one in found()] == ["checkpoint.behind"]


def test_an_old_guard_put_back_is_found(record: Record) -> None:
    now = log("checkpoint").read_bytes()
    forging.sign_checkpoint(size=200)
    guard().write_bytes(log("checkpoint").read_bytes())
    log("checkpoint").write_bytes(now)
    assert [one.code for one in found()] == ["guard.behind"]


def test_an_old_dump_restored_is_found(record: Record) -> None:
    cut_off(5)
    forging.recompute_state()
    assert [one.code for one in found()] == ["guard.ahead"]


def cut_off(count: int) -> None:
    """The last entries, as if the dump were of the time before them."""
    last = f"(SELECT entry_id FROM archive_number ORDER BY number DESC LIMIT {count})"
    as_owner(f"DELETE FROM archive_value WHERE entry_id IN {last}")
    as_owner(f"DELETE FROM archive_entry WHERE id IN {last}")
    as_owner("DELETE FROM archive_number WHERE NOT EXISTS (SELECT FROM archive_entry WHERE id = entry_id)")


def test_a_tail_cut_off_is_found_even_where_the_state_was_mended(record: Record) -> None:
    cut_off(1)
    assert [one.code for one in found()] == ["log.cut"]
    forging.recompute_state()
    assert [one.code for one in found()] == ["guard.ahead"]


def test_a_state_that_was_changed_is_found(record: Record) -> None:
    as_owner("UPDATE archive_state SET root = sha256(root)")
    assert {one.code for one in found()} == {"log.state"}


@pytest.mark.parametrize("what", ["two entries swapped", "two numbers swapped"])
def test_entries_in_each_others_place_are_named(record: Record, what: str) -> None:
    [swap] = [tampering for tampering in ORDER if tampering.what == what]
    tamper(swap.sql, record)
    rows = " ".join(one.row for one in found() if one.code == "log.leaf")
    assert str(record.entries[1]) in rows
    assert str(record.entries[3]) in rows


def test_a_key_of_somebodys_own_is_found(record: Record) -> None:
    """They swap the tree's key, and sign checkpoint and guard with theirs."""
    origin = Tree.objects.using("owner").get().origin
    theirs = log_signer(origin=origin, seed="11" * 32)
    as_owner("UPDATE archive_tree SET vkey = %s", theirs.vkey)
    text = notes.split(log("checkpoint").read_bytes())[0]
    for file in (log("checkpoint"), guard()):
        file.write_text(notes.sign(text, theirs))
    [finding] = found()
    assert (finding.code, finding.row) == ("log.key", "archive_tree number=1")


@pytest.mark.parametrize("origin", ["elsewhere.example/archive/{}", "localhost/archive/another"])
def test_another_name_of_the_log_is_found(record: Record, origin: str) -> None:
    log_id = Tree.objects.using("owner").get().log_id
    as_owner("UPDATE archive_tree SET origin = %s", origin.format(log_id.hex))
    assert "log.key" in {one.code for one in found()}


def test_one_conversation_is_proved_in_the_signed_log(record: Record) -> None:
    def of(chain: Ref) -> list[str]:
        return [one.code for one in findings(chain, using="owner")]

    assert of(record.clara) == of(record.hania) == []
    forging.rewrite_text(record.hanias_entry, b"I never asked.")
    assert (of(record.clara), of(record.hania)) == ([], ["log.leaf"])
    log("tile/0/000").unlink()
    assert set(of(record.clara)) == {"log.missing"}
    log("checkpoint").unlink()
    assert of(record.clara) == ["checkpoint.missing"]
