"""Upload: a file is stored as a whole and durably, or not at all, and the same request twice is one file."""

import errno
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.models import Upload
from helpdesk.attachments.queries import uploads_of
from helpdesk.attachments.terms import KEPT_UNPOSTED, MAX_FILE, MAX_OPEN
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref, uuid7
from helpdesk.kernel.refusal import Busy, Forbidden, KeyReused, NotFound, Refused, TooLarge
from tests.attachments.conftest import Upload as Uploading
from tests.attachments.files import posted
from tests.attachments.made import pdf, picture
from tests.cast import ANNA, ANNAS_SHOP, BRUNO, CLARA, DMITRI, DMITRIS_SHOP, EDDA, PLATFORM, READER
from tests.shops import Shops


def stored(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def rows() -> int:
    with everything():
        return Upload.objects.count()


def test_it_is_stored_byte_for_byte_for_the_operator_only(upload: Uploading, folder: Path) -> None:
    taken = upload(content=pdf(), name="invoice.pdf")
    (file,) = stored(folder)
    assert file.read_bytes() == pdf()
    assert taken.digest == hashlib.sha256(pdf()).digest()
    assert taken.digest.hex() not in file.name
    assert file.stat().st_mode & 0o777 == 0o600
    assert {path.stat().st_mode & 0o777 for path in (file.parent, folder)} == {0o700}


def test_it_is_on_the_disk_before_it_is_acknowledged(
    upload: Uploading, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file's bytes and the folder that names it."""
    synced: list[str] = []
    fsync = os.fsync

    def noting(handle: int) -> None:
        synced.append(Path(f"/proc/self/fd/{handle}").readlink().as_posix())
        fsync(handle)

    monkeypatch.setattr(os, "fsync", noting)
    upload()
    (file,) = stored(folder)
    names = [Path(path).name for path in synced]
    assert any(name.startswith(f".{file.name}.") for name in names)
    assert names[-1] == file.parent.name


@pytest.mark.parametrize("where", ["fsync", "replace"])
def test_a_full_disk_is_a_clear_no_and_leaves_nothing(
    upload: Uploading, folder: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patched:
        patched.setattr(*((os, "fsync", full) if where == "fsync" else (Path, "replace", full)))
        with pytest.raises(Busy) as refusal:
            upload()
    assert refusal.value.code == "file.storage"
    assert stored(folder) == []
    assert uploads_of(actor=CLARA, uploads=[Ref(ANNAS_SHOP, uuid7())]) == []
    assert upload().size == len(picture())  # the same request again, with room


def test_the_same_request_again_is_the_same_file(upload: Uploading, folder: Path) -> None:
    first, again = upload(), upload()
    assert again.replayed
    assert again.ref == first.ref
    assert len(stored(folder)) == 1


def test_the_key_with_another_file_is_refused(upload: Uploading) -> None:
    upload()
    with pytest.raises(KeyReused):
        upload(content=picture(size=(61, 41)))
    with pytest.raises(KeyReused):
        upload(name="other.png")
    assert rows() == 1


def test_everybody_has_keys_of_their_own(upload: Uploading) -> None:
    assert len({upload(actor).ref for actor in (ANNA, BRUNO, CLARA)}) == 3


@pytest.mark.parametrize("actor", [READER, DMITRI, EDDA, PLATFORM, SYSTEM])
def test_who_does_not_write_here_does_not_upload(upload: Uploading, actor: Actor) -> None:
    with pytest.raises(Forbidden):
        upload(actor)


def test_a_shop_that_is_not_there_takes_none(shops: Shops, folder: Path) -> None:
    with pytest.raises(NotFound):
        attachments.upload(
            actor=CLARA, now=clock.now(), seller_id=404, name="a.png", chunks=[picture()], key="k"
        )


def test_too_large_it_is_not_even_read_to_the_end(shops: Shops, folder: Path) -> None:
    read = []

    def endless() -> Iterator[bytes]:
        while True:
            read.append(1)
            yield bytes(1 << 20)

    with pytest.raises(TooLarge):
        attachments.upload(
            actor=CLARA, now=clock.now(), seller_id=ANNAS_SHOP, name="a.txt", chunks=endless(), key="k"
        )
    assert len(read) == MAX_FILE // (1 << 20) + 1
    assert (rows(), stored(folder)) == (0, [])


def test_a_refused_file_leaves_nothing(upload: Uploading, folder: Path) -> None:
    with pytest.raises(Refused):
        upload(content=b"MZ" + bytes(100), name="a.exe")
    assert (rows(), stored(folder)) == (0, [])


def test_who_hoards_is_stopped_and_nobody_else(upload: Uploading, shops: Shops) -> None:
    for n in range(MAX_OPEN):
        upload(content=b"%d" % n, name="a.txt", key=str(n))
    with pytest.raises(Refused) as refusal:
        upload(key="more")
    assert refusal.value.code == "upload.too_many"
    upload(ANNA)
    attachments.upload(
        actor=CLARA, now=clock.now(), seller_id=DMITRIS_SHOP, name="a.png", chunks=[picture()], key="k"
    )


def test_what_was_posted_counts_for_the_day(
    asked: Ref, upload: Uploading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(attachments.upload.__globals__, "MAX_A_DAY", 3 * len(picture()))
    posted(asked, upload().ref.id)
    upload(key="2")
    upload(key="3")
    with pytest.raises(TooLarge) as refusal:
        upload(key="4")
    assert refusal.value.code == "upload.quota"


def test_a_crash_before_the_object_is_healed_by_the_same_request(
    upload: Uploading, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The row was written, the process died; nobody can post such an upload."""

    class Died(BaseException):
        pass

    def dies(**_: object) -> None:
        raise Died

    with monkeypatch.context() as patched:
        patched.setattr("helpdesk.attachments.storage.keep", dies)
        with pytest.raises(Died):
            upload()
    with everything():
        row = Upload.objects.get()
    assert row.stored_at is None
    assert uploads_of(actor=CLARA, uploads=[Ref(ANNAS_SHOP, row.id)]) == []
    assert upload().ref.id == row.id
    assert len(stored(folder)) == 1


def test_it_can_be_looked_up_by_its_author_only(upload: Uploading) -> None:
    ref = upload().ref
    assert [shown.name for shown in uploads_of(actor=CLARA, uploads=[ref])] == ["gasket.png"]
    assert uploads_of(actor=ANNA, uploads=[ref]) == []


def test_withdrawn_it_is_gone(upload: Uploading, folder: Path) -> None:
    ref = upload().ref
    with pytest.raises(NotFound):
        attachments.withdraw_upload(actor=ANNA, now=clock.now(), upload=ref)  # not hers
    assert rows() == 1
    attachments.withdraw_upload(actor=CLARA, now=clock.now(), upload=ref)
    with pytest.raises(NotFound):
        attachments.withdraw_upload(actor=CLARA, now=clock.now(), upload=ref)
    assert (rows(), stored(folder)) == (0, [])


def test_after_a_day_what_nobody_posted_is_gone(asked: Ref, upload: Uploading, folder: Path) -> None:
    posted(asked, upload().ref.id)
    upload(key="2")
    now = clock.now()
    assert attachments.sweep_uploads(actor=SYSTEM, now=now, limit=9) == 0
    assert attachments.sweep_uploads(actor=SYSTEM, now=now + KEPT_UNPOSTED, limit=9) == 1
    assert rows() == 0
    assert len(stored(folder)) == 1  # the posted one


def test_a_sweep_that_broke_off_goes_on(
    upload: Uploading, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The object could not be deleted: its upload can no longer be posted, and the next sweep tries again."""
    ref, later = upload().ref, clock.now() + KEPT_UNPOSTED

    def gone(**_: object) -> None:
        raise Busy("file.storage")

    with monkeypatch.context() as patched:
        patched.setattr("helpdesk.attachments.storage.delete", gone)
        with pytest.raises(Busy):
            attachments.sweep_uploads(actor=SYSTEM, now=later, limit=9)
    assert uploads_of(actor=CLARA, uploads=[ref]) == []
    assert attachments.sweep_uploads(actor=SYSTEM, now=later, limit=9) == 1
    assert (rows(), stored(folder)) == (0, [])
