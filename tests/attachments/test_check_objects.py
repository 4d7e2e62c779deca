"""Check objects: a changed byte and a lost file are named; and so is a row that says something else."""

from pathlib import Path
from typing import NoReturn

import pytest
from django.db import connections

from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.attachments import storage
from helpdesk.attachments.queries import check_objects
from helpdesk.config.wiring import MIRRORS
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy
from tests.archive.owning import as_owner, open_every_guard
from tests.attachments.conftest import Upload
from tests.attachments.files import examined, posted
from tests.attachments.made import pdf
from tests.attachments.test_upload import stored


@pytest.fixture
def kept(asked: Ref, upload: Upload) -> Ref:
    """Two files of one message, one of them examined."""
    files = [upload().ref.id, upload(content=pdf(), name="a.pdf", key="v").ref.id]
    entry = posted(asked, *files)
    examined()
    return entry


def original(folder: Path) -> Path:
    return next(path for path in stored(folder) if path.read_bytes() == pdf())


def codes(conversation: Ref | None = None) -> list[tuple[str, str]]:
    return [
        (f.code, f.row.split("=")[0])
        for f in check_objects(conversation=conversation)
        if isinstance(f, Finding)
    ]


def test_what_is_as_it_was_sealed_passes(kept: Ref, asked: Ref) -> None:
    assert codes() == codes(conversation=asked) == []


def test_a_changed_byte_is_named(kept: Ref, asked: Ref, folder: Path) -> None:
    file = original(folder)
    file.write_bytes(pdf().replace(b"invoice", b"Invoice"))
    assert codes() == codes(conversation=asked) == [("file.altered", "attachments_file id")]


def test_a_lost_file_is_named_with_its_conversation(kept: Ref, asked: Ref, folder: Path) -> None:
    original(folder).unlink()
    (finding,) = (found for found in check_objects() if isinstance(found, Finding))
    assert (finding.code, finding.chain) == ("file.missing", asked)


def test_another_picture_shown_than_was_checked_is_named(kept: Ref, asked: Ref, folder: Path) -> None:
    (copy,) = (path for path in stored(folder) if path.name.endswith("-copy"))
    copy.write_bytes(copy.read_bytes() + b"x")
    assert codes() == codes(conversation=asked) == [("file.copy", "attachments_file id")]
    copy.unlink()
    assert codes() == [("file.copy", "attachments_file id")]


def test_what_says_that_it_was_erased_is_looked_at_all_the_same(kept: Ref, folder: Path) -> None:
    original(folder).unlink()
    as_owner("UPDATE attachments_file SET erased_at = now(), dropped_at = now(), has_copy = false")
    assert ("file.missing", "attachments_file id") in codes()


@pytest.mark.parametrize("value", [b"{", b"[]", b"{}", b"\xff"])
def test_an_altered_value_is_not_for_this_look(kept: Ref, value: bytes) -> None:
    as_owner("UPDATE archive_value SET value = %s WHERE name IN ('file-1', 'file-2', 'copy')", value)
    assert codes() == []


def test_what_the_storage_does_not_give_out_is_said_and_not_waited_for(
    kept: Ref, upload: Upload, asked: Ref, monkeypatch: pytest.MonkeyPatch
) -> None:
    posted(asked, *(upload(key=f"more {n}").ref.id for n in range(3)), key="more")
    tried = []

    def broken(*, key: str) -> NoReturn:
        tried.append(key)
        raise Busy("file.storage")

    monkeypatch.setattr(storage, "opened", broken)
    assert codes() == [("file.unread", "attachments_file id")] * 3
    assert len(tried) == 3


TAMPERINGS = {
    "another side": "UPDATE attachments_file SET side = 'seller' WHERE position = 1",
    "another author": "UPDATE attachments_file SET author = gen_random_uuid() WHERE position = 2",
    "a better verdict": "UPDATE attachments_file SET state = 'clean' WHERE position = 1",
    "another order": "UPDATE attachments_file SET position = 3 WHERE position = 2",
    "a row gone": "DELETE FROM attachments_file WHERE position = 2",
    "another time": "UPDATE attachments_file SET at = at + interval '1 second' WHERE position = 1",
    "shown to others": "UPDATE attachments_file SET audience = 1 WHERE position = 1",
    "another name": "UPDATE archive_value SET value = value || 'x'::bytea WHERE name = 'file-2'",
}


@pytest.mark.parametrize("name", TAMPERINGS)
def test_rows_that_are_not_what_was_sealed_are_named(kept: Ref, name: str) -> None:
    open_every_guard()
    with connections["owner"].cursor() as cursor:
        cursor.execute(TAMPERINGS[name])
        assert cursor.rowcount > 0
    assert [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)]
