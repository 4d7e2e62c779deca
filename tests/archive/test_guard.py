"""The guard: a database that is not the one that was signed is not signed, and posting goes on."""

from pathlib import Path
from uuid import UUID

import pytest
from django.conf import settings
from django.db import connections

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.actions.publish_log import PATIENCE
from helpdesk.archive.actions.publishing import guard, standing
from helpdesk.archive.models import State
from helpdesk.archive.queries.folder import read_guard
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.refusal import Conflict
from helpdesk.tlog import notes
from helpdesk.tlog.keys import Signer
from tests.archive.entries import at_once, number
from tests.archive.publishing import (
    elsewhere,
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

pytestmark = pytest.mark.usefixtures("database", "log_home")


def sequence() -> int:
    """A step of the worker: the guard is asked, then numbers are given."""
    if not archive.check_guard(actor=SYSTEM, now=clock.now()):
        return 0
    return number()


def set_back(to: State) -> None:
    """As a restored dump: numbers and state of an earlier time, entries after it gone."""
    mine = to.size + tree().first_number
    with connections["owner"].cursor() as cursor:
        for table in ("archive_entry", "archive_number", "archive_value"):
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER append_only")
        cursor.execute(
            "DELETE FROM archive_value v USING archive_number n"
            " WHERE n.number >= %s AND v.entry_id = n.entry_id",
            [mine],
        )
        cursor.execute(
            "DELETE FROM archive_entry e USING archive_number n WHERE n.number >= %s AND e.id = n.entry_id",
            [mine],
        )
        cursor.execute("DELETE FROM archive_number WHERE number >= %s", [mine])
    to.save(using="owner", force_update=True)


def later() -> None:
    """No other node signed for so long."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "UPDATE archive_state SET signed_at = signed_at - make_interval(secs => %s)",
            [PATIENCE.total_seconds()],
        )


def test_an_older_database_is_neither_numbered_nor_signed() -> None:
    grow(3)
    old = state()
    grow(4)
    before = guard_file().read_bytes(), files(folder().path)
    set_back(old)
    post(2)
    assert sequence() == 0
    assert publish() == 0
    refused = queries.log_refusal()
    assert refused is not None
    assert (refused.code, refused.guard_size, refused.size) == ("guard.ahead", 9, 5)
    assert before == (guard_file().read_bytes(), files(folder().path))
    assert queries.pending_count() == 2
    post(1)
    assert queries.pending_count() == 3, "posting goes on"
    assert number() == 0, "and nothing is numbered, whoever asks"


def test_an_older_database_that_grew_past_the_guard_is_not_signed() -> None:
    grow(3)
    old = state()
    grow(4)
    before = files(settings.HELPDESK.log)
    set_back(old)
    post(20)
    number()  # by a worker that knows no guard
    assert publish() == 0
    assert refusal() == "rows.differ"
    assert files(settings.HELPDESK.log) == before


def test_another_history_of_the_same_length_is_not_signed() -> None:
    grow(3)
    old = state()
    grow(4)
    set_back(old)
    post(4)
    number()
    assert publish() == 0
    assert refusal() == "guard.differs"


def test_the_newer_database_put_back_is_signed_again() -> None:
    grow(3)
    now = state()
    State.objects.using("owner").filter(tree=1).update(size=0, root=b"", frontier=b"")
    assert sequence() == 0
    assert refusal() == "guard.ahead"
    now.save(using="owner", force_update=True)
    post(2)
    publish()
    assert refusal() == ""
    assert sequence() == 2
    assert publish() == 2
    assert is_whole()


def test_a_lost_guard_stops_everything_until_it_is_back() -> None:
    grow(3)
    note = guard_file().read_bytes()
    guard_file().unlink()
    post(1)
    assert sequence() == 0
    assert refusal() == "", "another node may have it, and signed just now"
    later()
    assert sequence() == 0
    assert refusal() == "guard.absent"
    guard_file().write_bytes(note)
    publish()
    assert sequence() == 1
    assert publish() == 1


def test_a_lost_guard_is_missed_even_by_a_database_from_before_the_first_signature() -> None:
    grow(3)
    with connections["owner"].cursor() as cursor:
        cursor.execute("UPDATE archive_state SET guarded = false, signed_size = 0, signed_at = NULL")
    guard_file().unlink()
    post(1)
    assert sequence() == 0
    assert refusal() == "guard.absent"


def test_a_guard_that_another_process_begins_just_now_is_not_missed(monkeypatch: pytest.MonkeyPatch) -> None:
    post(1)
    number()

    def read_too_early(*, guard_id: UUID) -> bytes | None:
        note = read_guard(guard_id=guard_id)
        monkeypatch.undo()
        publish()  # the other process: guard, note and folder, after ours looked for the guard
        return note

    monkeypatch.setattr("helpdesk.archive.actions.publishing.standing.read_guard", read_too_early)
    found = standing.standing()
    assert found.guard is None, "as it was a moment ago; not refused"
    assert guard_file().exists()


@pytest.mark.parametrize("spoilt", [b"", b"rubbish", b"\xff\n\n\n"])
def test_a_damaged_guard_is_no_guard(spoilt: bytes) -> None:
    grow(3)
    guard_file().write_bytes(spoilt)
    post(1)
    later()
    assert sequence() == 0
    assert refusal() == "guard.unreadable"


def test_a_guard_whose_signature_is_wrong_is_no_guard() -> None:
    grow(3)
    guard_file().write_bytes(guard_file().read_bytes().replace(b"\n5\n", b"\n4\n"))
    post(1)
    later()
    assert sequence() == 0
    assert refusal() == "guard.unreadable"


def test_the_guard_of_another_log_is_refused() -> None:
    grow(3)
    other = Signer("other.example/archive/x", b"1" * 32)
    text = opened(guard_file().read_bytes()).text().replace(tree().origin, other.name)
    guard_file().write_text(notes.sign(text, other))
    assert sequence() == 0
    assert refusal() == "guard.other"


def test_a_guard_that_is_older_than_the_published_log_is_refused() -> None:
    grow(3)
    old = guard_file().read_bytes()
    grow(3)
    guard_file().write_bytes(old)
    assert sequence() == 0
    assert refusal() == "guard.behind"


def test_a_key_that_is_not_the_logs_signs_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    grow(3)
    post(1)
    later()
    seed = (settings.HELPDESK.keys / "log.key").read_text()
    monkeypatch.setattr(type(settings.HELPDESK), "keys", tmp_path / "keys")
    (tmp_path / "keys").mkdir()
    assert sequence() == 0
    assert refusal() == "key.absent"
    for text in ("22" * 32, "no key", "22"):
        (tmp_path / "keys/log.key").write_text(text)
        assert sequence() == 0
        assert refusal() == "key.differs"
    (tmp_path / "keys/log.key").write_text(seed)
    publish()
    assert refusal() == ""
    assert sequence() == 1


def test_a_second_machine_without_the_guard_does_not_sign_and_does_not_disturb(tmp_path: Path) -> None:
    grow(3)
    post(2)
    with elsewhere(tmp_path / "log2", tmp_path / "guard2"):
        assert sequence() == 0
        assert publish() == 0
        assert not [*(tmp_path / "log2").rglob("checkpoint")]
    assert refusal() == ""
    assert sequence() == 2
    assert publish() == 2


def test_a_guard_is_moved_to_another_machine(tmp_path: Path) -> None:
    grow(3)
    older, brought = opened(folder().read_checkpoint() or b""), guard_file().read_bytes()
    with elsewhere(tmp_path / "log2", tmp_path / "guard2"):
        assert archive.move_guard(actor=SYSTEM, now=clock.now(), brought=brought) == 5
        post(1)
        assert sequence() == 1
        assert publish() == 1
        assert is_whole()
        assert is_consistent(older)
    post(1)
    later()
    assert sequence() == 0, "the machine that had it before has none"
    assert refusal() == "guard.absent"


def test_a_lost_guard_is_made_again_from_the_published_checkpoint() -> None:
    grow(3)
    guard_file().unlink()
    assert archive.move_guard(actor=SYSTEM, now=clock.now()) == 5
    post(1)
    assert sequence() == 1
    assert publish() == 1


def test_a_guard_is_not_moved_behind_what_was_signed(tmp_path: Path) -> None:
    grow(3)
    early = guard_file().read_bytes()
    old = state()
    grow(3)
    late = guard_file().read_bytes()
    with elsewhere(tmp_path / "log2", tmp_path / "guard2"):
        for brought, code in ((None, "archive.no_checkpoint"), (b"x", "archive.no_checkpoint")):
            with pytest.raises(Conflict, match=code):
                archive.move_guard(actor=SYSTEM, now=clock.now(), brought=brought)
        with pytest.raises(Conflict, match=r"archive\.checkpoint_old"):
            archive.move_guard(actor=SYSTEM, now=clock.now(), brought=early)
        set_back(old)
        with pytest.raises(Conflict, match=r"archive\.guard_ahead"):
            archive.move_guard(actor=SYSTEM, now=clock.now(), brought=late)


def test_a_guard_is_not_moved_while_somebody_publishes() -> None:
    grow(3)
    with guard.held(guard_id=state().guard_id), pytest.raises(Conflict, match=r"archive\.publishing"):
        archive.move_guard(actor=SYSTEM, now=clock.now())


def test_of_two_publishers_one_publishes() -> None:
    grow(3)
    post(5)
    number()
    with guard.held(guard_id=state().guard_id) as ours:
        assert ours
        assert publish() == 0
    assert publish() == 5


def test_any_number_of_sequencers_make_one_log() -> None:
    grow(1)
    older = opened(folder().read_checkpoint() or b"")

    def work(who: int) -> int:
        signed = 0
        for _ in range(12):
            if who % 2:
                post(9)
            sequence()
            signed += publish()
        return signed

    signed = sum(at_once(4, work))
    number()
    signed += publish()
    assert signed == 12 * 2 * 9
    assert refusal() == ""
    assert is_whole()
    assert is_consistent(older)
