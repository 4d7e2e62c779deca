"""Drop files: an erasure takes originals and copies, and the record stays whole."""

from pathlib import Path

import pytest

from helpdesk.archive.database.scope import everything
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.models import File
from helpdesk.attachments.queries import open_original
from helpdesk.attachments.terms import State
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, Forbidden
from tests.attachments.conftest import Upload
from tests.attachments.files import examined, passing, posted, shown
from tests.attachments.made import pdf
from tests.attachments.test_upload import stored
from tests.cast import ANNA, CLARA


def drop(*entries: Ref) -> int:
    return attachments.drop_files(actor=SYSTEM, now=clock.now(), entries=entries)


def test_original_and_copies_are_gone_and_others_stay(asked: Ref, upload: Upload, folder: Path) -> None:
    entry = posted(asked, upload().ref.id)
    examined()
    posted(asked, upload(content=pdf(), name="a.pdf", key="v").ref.id, key="k2")
    assert len(stored(folder)) == 4
    assert drop(entry) == 1
    assert [path.read_bytes() for path in stored(folder)] == [pdf()]
    for actor in (ANNA, CLARA):
        file = shown(entry, to=actor)
        assert (file.state, file.name, file.may_open, file.has_copy) == (State.ERASED, "", False, False)
        with pytest.raises(Forbidden) as refusal, open_original(actor=actor, file=file.ref):
            pass
        assert refusal.value.code == "file.erased"


def test_again_nothing_is_left_to_do(asked: Ref, upload: Upload) -> None:
    entry = posted(asked, upload().ref.id)
    assert (drop(entry), drop(entry)) == (1, 0)


def test_broken_off_it_goes_on(
    asked: Ref, upload: Upload, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The storage is away: nobody opens the file any more, and the next attempt deletes it."""
    entry = posted(asked, upload().ref.id)

    def gone(**_: object) -> None:
        raise Busy("file.storage")

    with monkeypatch.context() as patched:
        patched.setattr("helpdesk.attachments.storage.delete", gone)
        with pytest.raises(Busy):
            drop(entry)
    assert shown(entry).state is State.ERASED
    assert drop(entry) == 1
    assert stored(folder) == []


def test_copies_of_an_examination_under_way_go_too(asked: Ref, upload: Upload, folder: Path) -> None:
    """A worker has the file in hand while it is erased; what it made is not booked, and is deleted."""
    entry = posted(asked, upload().ref.id)
    (due,) = attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
    found = attachments.examine_file(actor=SYSTEM, now=clock.now(), due=due, scanner="", judge=passing)
    with everything():
        File.objects.update(erased_at=clock.now())  # the erasure has begun
    assert found is not None
    assert attachments.book_examination(actor=SYSTEM, now=clock.now(), due=due, found=found) is None
    assert len(stored(folder)) == 1
    drop(entry)
    assert stored(folder) == []


def test_what_waits_to_be_examined_is_not_examined_any_more(asked: Ref, upload: Upload) -> None:
    drop(posted(asked, upload().ref.id))
    assert attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=9) == []
