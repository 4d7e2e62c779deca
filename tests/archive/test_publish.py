"""Publish the log: what is numbered is signed, in files that others can read."""

import shutil
from datetime import timedelta
from importlib import import_module
from pathlib import Path
from uuid import uuid4

import pytest
from django.conf import settings
from django.db import connections

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.actions.publishing import tiles
from helpdesk.archive.models import Entry, Number
from helpdesk.archive.rules.keys import origin_of
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Forbidden
from helpdesk.tlog.hashing import leaf_hash, root_of
from helpdesk.tlog.proofs import verify_inclusion
from helpdesk.tlog.refusals import Refused
from tests.archive.entries import number
from tests.archive.publishing import (
    files,
    folder,
    grow,
    guard_file,
    is_consistent,
    is_whole,
    opened,
    post,
    publish,
    refusal,
    state,
    tree,
)
from tests.cast import ANNA, ANNAS_SHOP, CLARA, EDDA, PLATFORM

pytestmark = pytest.mark.usefixtures("database", "log_home")


def leaves() -> list[bytes]:
    """All leaves in the order of their numbers, as the rows have them."""
    order = Number.objects.using("auditor").order_by("number").values_list("entry_id", flat=True)
    found = {entry.id: bytes(entry.leaf) for entry in Entry.objects.using("auditor")}
    return [found[id] for id in order]


def test_the_checkpoint_signs_what_is_numbered() -> None:
    grow(5)
    head = queries.published()
    assert head is not None
    assert (head.size, head.origin, head.vkey) == (7, tree().origin, tree().vkey)
    assert head.root == root_of([leaf_hash(leaf) for leaf in leaves()])
    assert opened(head.note).root == head.root
    assert abs(head.at - clock.now()) < timedelta(minutes=1)
    assert guard_file().read_text() == head.note
    assert is_whole()


def test_nothing_is_published_before_the_first_step() -> None:
    (entry,) = post(1)
    assert queries.published() is None
    assert queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=entry) is None


def test_what_waits_for_its_number_or_its_signature_has_no_proof() -> None:
    grow(1)
    (entry,) = post(1)
    assert queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=entry) is None
    number()
    assert queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=entry) is None
    assert publish() == 1
    assert queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=entry) is not None


def test_a_step_without_news_touches_nothing() -> None:
    grow(3)
    before = {path: path.stat().st_mtime_ns for path in settings.HELPDESK.log.rglob("*")}
    assert publish() == 0
    assert before == {path: path.stat().st_mtime_ns for path in settings.HELPDESK.log.rglob("*")}


def test_each_entry_is_proved() -> None:
    entries = [*grow(300), *grow(250)]
    found = queries.inclusions_of(refs=[Ref(ANNAS_SHOP, id) for id in entries])
    assert len(found) == 550
    head = queries.published()
    assert head is not None
    for proof in found.values():
        assert (proof.size, proof.note, proof.origin) == (head.size, head.note, head.origin)
        assert leaf_hash(leaves_by_index()[proof.index]) == proof.leaf_hash
        verify_inclusion(
            index=proof.index, size=head.size, leaf_hash=proof.leaf_hash, proof=proof.hashes, root=head.root
        )
    assert queries.inclusions_of(refs=[Ref(ANNAS_SHOP, uuid4())]) == {}


_leaves: list[bytes] = []


def leaves_by_index() -> list[bytes]:
    """Read once a test."""
    if not _leaves:
        _leaves.extend(leaves())
    return _leaves


@pytest.fixture(autouse=True)
def forgotten() -> None:
    """Leaves of another test's log."""
    _leaves.clear()


def test_steps_of_any_size_end_in_the_same_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tiles, "CHUNK", 256)
    for count in (1, 252, 1, 1, 3, 700):
        grow(count)
    stepwise = files(folder().path)
    shutil.rmtree(folder().path)
    assert publish() == 0  # the guard has seen it all; the files are missing
    again = files(folder().path)
    assert again.items() <= stepwise.items(), "byte for byte, without the partial files of the way"
    assert is_whole()


def test_all_files_are_written_anew_from_the_rows() -> None:
    grow(600)
    before = files(folder().path)
    spoilt = folder().path / "tile/0/000"
    spoilt.write_bytes(b"x" * len(spoilt.read_bytes()))
    (folder().path / "tile/entries/001").unlink()
    assert not is_whole()
    assert publish() == 0
    assert publish(anew=True) == 0
    assert files(folder().path) == before
    assert is_whole()


def test_partial_files_go_when_the_full_one_stands() -> None:
    grow(10)
    assert (folder().path / "tile/0/000.p/12").exists()
    older = opened(folder().read_checkpoint() or b"")
    grow(250)
    assert not (folder().path / "tile/0/000.p").exists()
    assert not (folder().path / "tile/entries/000.p").exists()
    assert (folder().path / "tile/0/001.p/6").exists()
    assert is_consistent(older)


def test_what_was_numbered_before_trees_is_taken_in_and_signed(monkeypatch: pytest.MonkeyPatch) -> None:
    numbering = import_module("helpdesk.archive.actions.number_entries")
    monkeypatch.setattr(numbering, "CATCH_UP", 7)
    post(20)
    with connections["sequencer"].cursor() as cursor:
        cursor.execute("SELECT archive_number_v1(100)")
    assert state().size == 0
    assert number() == 0
    assert state().size == 22
    post(2)
    with connections["sequencer"].cursor() as cursor:  # a worker of the release before, beside this one
        cursor.execute("SELECT archive_number_v1(100)")
    grow(3)
    assert (state().size, state().signed_size) == (27, 27)
    assert is_whole()


@pytest.mark.parametrize("actor", [ANNA, CLARA, EDDA, PLATFORM])
def test_nobody_else_publishes(actor: Actor) -> None:
    for act in (archive.publish_log, archive.check_guard, archive.move_guard, archive.resume_log):
        with pytest.raises(Forbidden):
            act(actor=actor, now=clock.now())


def test_a_spoilt_tile_is_refused_with_its_path() -> None:
    (entry,) = grow(1)
    for path in (folder().path / "tile/0/000.p").iterdir():
        path.write_bytes(b"x" * path.stat().st_size)
    with pytest.raises(Refused, match=r"tile/0/000\.p/3"):
        queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=entry)
    shutil.rmtree(folder().path / "tile")
    with pytest.raises(Refused, match=r"file\.missing: tile/0/000\.p/3"):
        queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=entry)


def test_a_spoilt_checkpoint_is_refused_and_written_again() -> None:
    grow(1)
    checkpoint = folder().path / "checkpoint"
    note = checkpoint.read_bytes()
    checkpoint.write_bytes(note.replace(b"\n3\n", b"\n4\n"))
    with pytest.raises(Refused):
        queries.published()
    publish()
    assert checkpoint.read_bytes() == note


def test_altered_rows_are_not_signed_and_no_file_is_touched() -> None:
    grow(3)
    before = files(settings.HELPDESK.log)
    (entry,) = post(1)
    number()
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE archive_entry DISABLE TRIGGER append_only")
        cursor.execute("UPDATE archive_entry SET leaf = leaf || ' '::bytea WHERE id = %s", [entry])
    assert publish() == 0
    assert refusal() == "rows.differ"
    assert files(settings.HELPDESK.log) == before


def test_a_full_disk_stops_publishing_only(monkeypatch: pytest.MonkeyPatch) -> None:
    grow(1)
    post(2)
    number()
    with monkeypatch.context() as patch:
        patch.setattr("helpdesk.archive.actions.publishing.files.write_durably", _no_space)
        with pytest.raises(OSError, match="No space"):
            publish()
        post(1)
        assert number() == 1
    assert refusal() == ""
    assert publish() == 3
    assert is_whole()


def _no_space(path: Path, data: bytes) -> None:
    raise OSError(28, "No space left on device")


def test_the_origin_is_the_host_and_the_log() -> None:
    id = uuid4()
    origin = origin_of(public_url="https://help.example.com:8443/x", log_id=id)
    assert origin == f"help.example.com/archive/{id.hex}"


def test_keys_are_told_to_verifiers() -> None:
    assert queries.log_keys() == [tree().vkey]
    (receipts,) = queries.receipt_vkeys()
    assert receipts.startswith(f"{tree().origin}/receipts+")
