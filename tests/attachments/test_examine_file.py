"""Examine a file: nobody but its author opens it before, and what is shown afterwards is our own picture."""

import hashlib
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry, Value
from helpdesk.archive.queries import verify
from helpdesk.archive.terms import Finding
from helpdesk.attachments import actions as attachments
from helpdesk.attachments.actions import apart
from helpdesk.attachments.models import File
from helpdesk.attachments.queries import open_copy, open_original
from helpdesk.attachments.terms import COPY_SIDE, MAX_TRIES, THUMB_SIDE, Due, Reason, State, Type
from helpdesk.config.wiring import MIRRORS
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM, Actor
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Busy, Forbidden, NotFound
from tests.attachments.conftest import Upload
from tests.attachments.files import examined, passing, posted, shown
from tests.attachments.made import glass, pdf, photo, picture
from tests.cast import ANNA, CLARA, DMITRI, EDDA, HANIA


def copy_of(entry: Ref, *, actor: Actor = ANNA, thumb: bool = False) -> bytes:
    with open_copy(actor=actor, file=shown(entry).ref, thumb=thumb) as opened:
        return opened.content.read()


def original_of(entry: Ref, actor: Actor) -> bytes:
    with open_original(actor=actor, file=shown(entry).ref) as opened:
        return opened.content.read()


def test_before_it_only_the_author_opens_a_file(asked: Ref, upload: Upload) -> None:
    entry = posted(asked, upload().ref.id)
    assert original_of(entry, CLARA) == picture()
    for other in (ANNA, EDDA):
        with pytest.raises(Forbidden) as refusal:
            original_of(entry, other)
        assert refusal.value.code == "file.pending"
    with pytest.raises(NotFound):
        copy_of(entry, actor=CLARA)


def test_after_it_both_sides_do(asked: Ref, upload: Upload) -> None:
    entry = posted(asked, upload().ref.id)
    examined()
    assert {original_of(entry, actor) for actor in (ANNA, CLARA, EDDA)} == {picture()}
    assert shown(entry, to=ANNA).state is State.UNEXAMINED


@pytest.mark.parametrize("stranger", [DMITRI, HANIA])
def test_strangers_find_nothing(asked: Ref, upload: Upload, stranger: Actor) -> None:
    entry = posted(asked, upload().ref.id)
    examined()
    with pytest.raises(NotFound):
        original_of(entry, stranger)
    with pytest.raises(NotFound):
        copy_of(entry, actor=stranger)


def test_the_copy_says_nothing_of_place_or_camera(asked: Ref, upload: Upload) -> None:
    entry = posted(asked, upload(content=photo(), name="a.jpg").ref.id)
    assert b"Kamera" in original_of(entry, CLARA)
    examined()
    for thumb in (False, True):
        data = copy_of(entry, thumb=thumb)
        assert not Image.open(BytesIO(data)).getexif()
        assert not [word for word in (b"Kamera", b"kitchen", b"Exif") if word in data]


def test_the_copy_stands_upright_and_is_bounded(asked: Ref, upload: Upload) -> None:
    """Turned by a quarter, as telephones do."""
    entry = posted(asked, upload(content=photo(size=(4000, 1000), turned=6), name="a.jpg").ref.id)
    examined()
    assert Image.open(BytesIO(copy_of(entry))).size == (COPY_SIDE // 4, COPY_SIDE)
    assert Image.open(BytesIO(copy_of(entry, thumb=True))).size == (THUMB_SIDE // 4, THUMB_SIDE)
    assert (shown(entry).width, shown(entry).height) == (COPY_SIDE // 4, COPY_SIDE)


@pytest.mark.parametrize(
    ("content", "name", "becomes"),
    [
        (picture("PNG", mode="RGBA"), "a.png", "PNG"),
        (picture("PNG", mode="I;16"), "a.png", "JPEG"),
        (picture("PNG", mode="1"), "a.png", "JPEG"),
        (picture("JPEG", mode="CMYK"), "a.jpg", "JPEG"),
        (picture("GIF"), "a.gif", "JPEG"),
        (picture("WEBP"), "a.webp", "JPEG"),
        (glass(), "a.webp", "PNG"),
    ],
)
def test_every_kind_of_picture_can_be_shown(
    asked: Ref, upload: Upload, content: bytes, name: str, becomes: str
) -> None:
    entry = posted(asked, upload(content=content, name=name).ref.id)
    examined()
    assert Image.open(BytesIO(copy_of(entry))).format == becomes


def test_a_paper_has_no_copy(asked: Ref, upload: Upload) -> None:
    entry = posted(asked, upload(content=pdf(), name="a.pdf").ref.id)
    examined()
    assert not shown(entry).has_copy
    with pytest.raises(NotFound):
        copy_of(entry)


def test_the_entry_says_what_was_found_and_commits_the_copy(asked: Ref, upload: Upload) -> None:
    entry = posted(asked, upload().ref.id)
    examined()
    with everything():
        row = Entry.objects.get(kind="attachment.examined")
        value = Value.objects.get(entry_id=row.id, name="copy").value
    leaf = msgspec.json.decode(row.leaf)
    assert leaf["f"] == {"file": 1, "verdict": "unexamined"}
    assert leaf["ref"] == [["examines", str(entry.id)]]
    assert (leaf["by"]["role"], row.chain, row.audience) == ("system", asked.id, 0)
    assert msgspec.json.decode(value)["digest"] == hashlib.sha256(copy_of(entry)).hexdigest()


def test_the_record_stays_whole(asked: Ref, upload: Upload) -> None:
    first, second = upload(), upload(content=pdf(), name="a.pdf", key="v")
    posted(asked, first.ref.id, second.ref.id)
    examined()
    assert [found for found in verify(mirrors=MIRRORS) if isinstance(found, Finding)] == []


def test_what_is_no_picture_after_all_is_opened_by_nobody(asked: Ref, upload: Upload) -> None:
    """Its chunks are in order, but what they hold cannot be drawn."""
    broken = bytearray(picture("PNG", size=(400, 400)))
    place = broken.index(b"IDAT") + 4
    broken[place : place + 40] = bytes(40)
    entry = posted(asked, upload(content=bytes(broken)).ref.id)
    found = examined()
    assert found is not None
    assert (found.state, found.reason) == (State.REFUSED, Reason.UNREADABLE)
    for actor in (ANNA, CLARA, EDDA):
        with pytest.raises(Forbidden):
            original_of(entry, actor)


def test_a_file_that_is_not_what_was_sealed_is_opened_by_nobody(
    asked: Ref, upload: Upload, folder: Path
) -> None:
    posted(asked, upload().ref.id)
    (stored,) = (path for path in folder.rglob("*") if path.is_file())
    stored.write_bytes(picture(size=(61, 41)))
    found = examined()
    assert found is not None
    assert (found.state, found.reason) == (State.REFUSED, Reason.ALTERED)


def test_a_picture_that_bursts_takes_only_itself_along(tmp_path: Path) -> None:
    """The program's own limits stop it; the caller gets an answer."""
    program = (
        "import resource; from helpdesk.attachments.rules import copying;"
        "copying.MEMORY = 200 << 20; copying._limit(); bytearray(400 << 20)"
    )
    import subprocess
    import sys

    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert done.returncode == 1
    assert "MemoryError" in done.stderr


def test_after_three_bursts_it_is_refused(
    asked: Ref, upload: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bursts(**_: object) -> None:
        raise apart.Burst

    entry = posted(asked, upload().ref.id)
    monkeypatch.setattr(apart, "draw", bursts)
    (due,) = attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
    with pytest.raises(Busy):
        attachments.examine_file(actor=SYSTEM, now=clock.now(), due=due, scanner="", judge=passing)
    last = Due(ref=due.ref, entry=entry.id, position=1, tries=MAX_TRIES)
    found = attachments.examine_file(actor=SYSTEM, now=clock.now(), due=last, scanner="", judge=passing)
    assert found is not None
    assert (found.state, found.reason) == (State.REFUSED, Reason.BURST)


def test_what_another_process_makes_of_nonsense(tmp_path: Path) -> None:
    source = tmp_path / "a"
    source.write_bytes(b"\x89PNG nonsense")
    with pytest.raises(apart.Unreadable):
        apart.draw(source=source, media=Type.PNG, copy=tmp_path / "b", thumb=tmp_path / "c")


def test_one_worker_at_a_time_has_a_file(asked: Ref, upload: Upload) -> None:
    posted(asked, upload().ref.id)
    assert len(attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=9)) == 1
    assert attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=9) == []


def test_postponed_it_waits_longer_each_time(asked: Ref, upload: Upload) -> None:
    posted(asked, upload().ref.id)
    (due,) = attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
    pauses = []
    for tries in (1, 2, 30):
        now = clock.now()
        again = Due(ref=due.ref, entry=due.entry, position=1, tries=tries)
        attachments.postpone_examination(actor=SYSTEM, now=now, due=again)
        with everything():
            look_at = File.objects.get().look_at
        assert look_at is not None
        pauses.append((look_at - now).total_seconds())
    assert pauses == [30, 60, 900]


def test_booked_twice_it_is_one_entry(asked: Ref, upload: Upload) -> None:
    posted(asked, upload().ref.id)
    (due,) = attachments.take_up_files(actor=SYSTEM, now=clock.now(), limit=1)
    found = attachments.examine_file(actor=SYSTEM, now=clock.now(), due=due, scanner="", judge=passing)
    assert found is not None
    assert attachments.book_examination(actor=SYSTEM, now=clock.now(), due=due, found=found)
    assert attachments.book_examination(actor=SYSTEM, now=clock.now(), due=due, found=found) is None
    with everything():
        assert Entry.objects.filter(kind="attachment.examined").count() == 1
