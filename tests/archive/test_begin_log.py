"""Begin the log: once, in one mode, with a key that is published before it signs."""

import stat
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.db import connections

from helpdesk.archive import actions as archive
from helpdesk.archive import queries
from helpdesk.archive.database.backdating import backdating, is_backdating
from helpdesk.archive.database.scope import acting
from helpdesk.archive.models import Entry, Log
from helpdesk.archive.queries.logs import house
from helpdesk.archive.queries.receipt_key import RECEIPT_KEY_FILE, receipt_key
from helpdesk.archive.rules.checking import read_leaf, receipt_keys
from helpdesk.archive.rules.keys import facts_of, log_signer
from helpdesk.archive.terms import Audience, Chain, LogMode
from helpdesk.kernel import clock
from helpdesk.kernel.actor import SYSTEM
from helpdesk.kernel.ids import OPERATOR
from helpdesk.kernel.refusal import Busy, Conflict
from helpdesk.tlog.keys import Verifier
from tests.archive.entries import append, at_once, chain
from tests.archive.owning import as_owner
from tests.archive.tampering import findings
from tests.cast import ANNA, EDDA

pytestmark = pytest.mark.usefixtures("database")


def begin(mode: LogMode = LogMode.REAL) -> Log:
    return archive.begin_log(actor=SYSTEM, now=clock.now(), mode=mode)


def desk() -> Chain:
    """A chain of the operator's own: no Seller has to stand behind it."""
    return chain(seller_id=OPERATOR, audience=Audience.OPERATOR)


def note() -> None:
    append(desk(), actor=EDDA)


def published() -> list[str]:
    with acting(EDDA):
        entries = Entry.objects.filter(kind="key").order_by("n")
        leaves = [read_leaf(bytes(entry.leaf)) for entry in entries]
    return [key for leaf in leaves if leaf is not None for key, _ in receipt_keys(leaf)]


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Another home, still without keys: as of a second node, or after the folder was lost."""
    monkeypatch.setattr(settings.HELPDESK, "home", tmp_path)
    receipt_key.cache_clear()
    return tmp_path / "keys" / RECEIPT_KEY_FILE


def test_beginning_again_changes_nothing() -> None:
    first, again = begin(), begin()
    assert (first.log_id, first.guard_id, first.began_at) == (again.log_id, again.guard_id, again.began_at)
    assert first.log_id != first.guard_id
    assert published() == [receipt_key().id]


def test_a_real_log_never_becomes_a_demos() -> None:
    with pytest.raises(Conflict) as refusal:
        begin(LogMode.DEMO)
    assert (refusal.value.code, refusal.value.params) == ("archive.log_mode", {"mode": "real"})


def test_a_demos_log_never_becomes_real(home: Path) -> None:
    make_demo()
    assert begin(LogMode.DEMO).mode == "demo"
    with pytest.raises(Conflict):
        begin(LogMode.REAL)


def test_the_key_is_for_the_operators_user_only(home: Path) -> None:
    begin()
    assert stat.S_IMODE(home.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.parent.stat().st_mode) == 0o700
    assert len(bytes.fromhex(home.read_text())) == 32
    assert [file.name for file in home.parent.iterdir()] == [RECEIPT_KEY_FILE]


def test_a_second_homes_key_gets_an_entry_of_its_own(home: Path) -> None:
    before = published()
    begin()
    assert published() == [*before, receipt_key().id]
    begin()
    assert published() == [*before, receipt_key().id]
    note()
    assert findings() == []


def test_a_draft_that_a_crash_left_behind_is_in_nobodys_way(home: Path) -> None:
    home.parent.mkdir(mode=0o700)
    home.with_suffix(".1").write_text("half a k")
    begin()
    assert len(home.read_text()) == 64


def test_two_processes_at_once_agree_on_one_key(home: Path) -> None:
    at_once(4, lambda _: begin())
    assert published().count(receipt_key().id) == 1
    assert [file.name for file in home.parent.iterdir()] == [RECEIPT_KEY_FILE]


def test_a_receipt_of_a_key_that_was_never_published_is_found(home: Path) -> None:
    home.parent.mkdir(mode=0o700)
    home.write_text("11" * 32)
    note()
    assert [finding.code for finding in findings()] == ["receipt.key"]


def test_a_second_key_published_for_the_log_is_found() -> None:
    """Somebody swaps the key of the tree for their own, and lets an entry publish it."""
    assert findings() == []
    theirs = log_signer(origin=queries.trees()[0].origin, seed="11" * 32)
    with acting(SYSTEM):
        facts = facts_of(Verifier.parse(theirs.vkey))
        archive.append(chain=house(), kind="key", actor=SYSTEM, now=clock.now(), key="theirs", facts=facts)
    assert [finding.code for finding in findings()] == ["log.key"]
    as_owner("UPDATE archive_tree SET vkey = %s", theirs.vkey)
    assert [finding.code for finding in findings()] == ["log.key"]


def make_demo() -> None:
    with connections["owner"].cursor() as cursor:
        cursor.execute("ALTER TABLE archive_log DISABLE TRIGGER append_only")
        cursor.execute("UPDATE archive_log SET mode = 'demo'")


def backdated() -> None:
    with backdating(), acting(EDDA):
        archive.append(chain=desk(), kind="memo", actor=EDDA, now=clock.now() - timedelta(days=3), key="past")


def test_a_demo_log_accepts_past_instants() -> None:
    make_demo()
    backdated()
    with acting(EDDA):
        assert Entry.objects.filter(kind="memo", at__lt=clock.now() - timedelta(days=2)).count() == 1
    assert findings() == []


def test_a_real_log_refuses_them() -> None:
    with pytest.raises(psycopg.Error, match="only a demo log") as error:
        backdated()
    assert error.value.sqlstate == "P0H03"


def test_a_demo_log_refuses_them_too_unless_asked() -> None:
    make_demo()
    with pytest.raises(Busy), acting(ANNA):
        archive.append(
            chain=chain(), kind="memo", actor=ANNA, now=clock.now() - timedelta(days=3), key="past"
        )


def test_backdating_ends_with_its_block() -> None:
    assert not is_backdating()
    with backdating():
        assert is_backdating()
    with pytest.raises(RuntimeError), backdating():
        raise RuntimeError
    assert not is_backdating()


def test_the_logs_identity_and_clock_are_told() -> None:
    log = queries.current_log()
    assert log is not None
    assert log.mode == "real"
    assert abs(queries.clock_offset()) < timedelta(seconds=1)
    assert abs(queries.clock_offset(using="auditor")) < timedelta(seconds=1)
    waiting = queries.pending_count()
    note()
    assert queries.pending_count() == waiting + 1
