"""Resume the log: where an older database was restored, a new tree begins, and tells what was lost."""

import shutil
from uuid import UUID

import msgspec
import pytest
from django.conf import settings
from django.db import connections

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.actions import Resumed
from helpdesk.archive.models import Entry, Number, Value
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import OPERATOR, Ref
from helpdesk.kernel.refusal import Conflict
from tests.archive.entries import number
from tests.archive.publishing import (
    folder,
    grow,
    guard_file,
    is_whole,
    opened,
    post,
    publish,
    refusal,
    state,
    tree,
)
from tests.archive.tampering import findings
from tests.archive.test_guard import later, sequence, set_back
from tests.cast import ANNAS_SHOP

pytestmark = pytest.mark.usefixtures("database", "log_home")


def resume() -> Resumed:
    return archive.resume_log(actor=SYSTEM, now=clock.now())


def proved(id: UUID) -> bool:
    return queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=id) is not None


def restored(*, before: int = 3, after: int = 4) -> tuple[list[UUID], list[UUID]]:
    """The database after `before` entries, whose log went on for `after` more: what is kept, what is lost."""
    kept = grow(before)
    old = state()
    lost = grow(after)
    set_back(old)
    assert sequence() == 0
    return kept, lost


def test_a_new_tree_begins_with_the_last_checkpoint_of_the_old_one() -> None:
    _, lost = restored()
    old, note = tree(), guard_file().read_bytes()
    resumed = resume()
    assert refusal() == ""
    assert (resumed.tree.number, resumed.tree.first_number) == (2, 5)
    assert resumed.tree.log_id != old.log_id
    assert resumed.tree.guard_id != old.guard_id
    first = Number.objects.using("auditor").get(number=5)
    assert (first.entry_id, first.kind, first.chain) == (resumed.entry, "log.resumed", resumed.tree.log_id)
    values = {v.name: bytes(v.value) for v in Value.objects.using("auditor").filter(entry_id=resumed.entry)}
    assert values["checkpoint"] == note
    listed = msgspec.json.decode(values["lost"])
    assert [(index, id) for index, id, _ in listed] == [(5 + n, str(id)) for n, id in enumerate(lost)]
    leaf = msgspec.json.decode(Entry.objects.using("auditor").get(id=resumed.entry).leaf)
    facts = {name: leaf["f"][name] for name in ("lost", "size", "stranded", "tree", "why", "origin")}
    assert facts == {
        "lost": 4,
        "size": 9,
        "stranded": 0,
        "tree": 2,
        "why": "guard.ahead",
        "origin": old.origin,
    }


def test_the_log_goes_on_and_both_trees_prove_their_entries() -> None:
    kept, _ = restored()
    resume()
    new = grow(300)
    assert refusal() == ""
    assert is_whole()
    assert state().size == 1 + 1 + 300  # the resumption, the new log's key, the entries
    assert all(proved(id) for id in [*kept, *new])
    old_proof = queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=kept[0])
    new_proof = queries.inclusion_of(seller_id=ANNAS_SHOP, entry_id=new[0])
    assert old_proof is not None
    assert new_proof is not None
    assert [old_proof.origin, new_proof.origin] == [each.origin for each in queries.trees()]
    assert old_proof.size == 9
    assert len(queries.log_keys()) == 2
    found = queries.inclusions_of(refs=[Ref(ANNAS_SHOP, id) for id in [*kept, *new]])
    assert len(found) == 303


def test_the_resumption_itself_is_leaf_0() -> None:
    restored()
    resumed = resume()
    number()
    publish()
    proof = queries.inclusion_of(seller_id=OPERATOR, entry_id=resumed.entry)
    assert proof is not None
    assert (proof.index, proof.origin) == (0, resumed.tree.origin)


def test_the_record_is_whole_afterwards() -> None:
    grow(3)
    guard_file().unlink()
    shutil.rmtree(folder().path)
    later()
    assert sequence() == 0
    post(1)
    assert sequence() == 0
    assert refusal() == "guard.absent"
    resumed = resume()
    assert (resumed.lost, resumed.stranded) == ((), ())
    number()
    publish()
    assert is_whole()
    assert "number.order" not in {finding.code for finding in findings()}


def test_what_waited_when_the_dump_was_made_is_not_lost() -> None:
    """It was numbered and signed afterwards, and is in the dump: only unnumbered."""
    grow(3)
    old = state()
    entries = post(2)
    number()
    publish()
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE archive_number DISABLE TRIGGER append_only")
        cursor.execute("DELETE FROM archive_number WHERE number >= 5")
        for id in entries:
            cursor.execute("INSERT INTO archive_pending VALUES (%s, %s)", [ANNAS_SHOP, id])
    old.save(using="owner", force_update=True)
    assert sequence() == 0
    assert resume().lost == ()
    number()
    publish()
    assert all(proved(id) for id in entries)


def test_entries_that_were_numbered_and_never_signed_are_listed() -> None:
    kept = grow(3)
    old = state()
    lost = grow(1)
    set_back(old)
    stranded = post(2)
    number()  # by a worker that knows no guard
    publish()
    resumed = resume()
    assert [each.id for each in resumed.lost] == [str(id) for id in lost]
    assert [each.id for each in resumed.stranded] == [str(id) for id in stranded]
    publish()
    assert [proved(id) for id in [*kept, *stranded]] == [True, True, True, False, False]


def test_without_bundles_the_lost_are_listed_by_their_hashes() -> None:
    restored()
    shutil.rmtree(folder().path / "tile/entries")
    assert [(each.index, each.id) for each in resume().lost] == [(n, "") for n in range(5, 9)]


def test_a_log_that_may_be_signed_is_not_resumed() -> None:
    grow(3)
    with pytest.raises(Conflict, match=r"archive\.nothing_to_resume"):
        resume()
    assert len(queries.trees()) == 1


def test_a_log_is_resumed_once() -> None:
    restored()
    resume()
    with pytest.raises(Conflict, match=r"archive\.nothing_to_resume"):
        resume()


def test_a_lost_key_is_replaced_in_the_new_tree(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    grow(3)
    keys = tmp_path_factory.mktemp("keys")
    shutil.copy(settings.HELPDESK.keys / "receipt.key", keys)
    monkeypatch.setattr(type(settings.HELPDESK), "keys", keys)
    older = opened(folder().read_checkpoint() or b"")
    resumed = resume()
    assert (keys / "log.key").exists()
    assert resumed.tree.vkey.split("+")[2] != older.note.signatures[0].name
    number()
    publish()
    assert refusal() == ""
    assert is_whole()
