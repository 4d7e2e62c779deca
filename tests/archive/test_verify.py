"""Verify: a whole record has no finding, and one conversation is verified alone."""

from uuid import uuid4

import pytest

from helpdesk.archive import queries as archive
from helpdesk.archive.database.scope import everything
from helpdesk.archive.models import Entry
from helpdesk.archive.terms import Audience, Kept, Progress
from helpdesk.config.wiring import MIRRORS
from helpdesk.kernel.ids import OPERATOR, Ref
from tests.archive.conftest import Record
from tests.archive.entries import append, chain
from tests.archive.tampering import findings, tamper
from tests.cast import EDDA


def waiting() -> Kept:
    """A note of the operator's own."""
    return append(chain(seller_id=OPERATOR, audience=Audience.OPERATOR), actor=EDDA)


def test_a_whole_record_has_no_finding(record: Record) -> None:
    assert findings() == []
    assert findings(record.clara) == findings(record.hania) == []


def test_entries_that_wait_for_their_number_are_no_finding(record: Record) -> None:
    waiting()
    assert findings() == []


def test_progress_comes_to_its_end(record: Record) -> None:
    said = [each for each in archive.verify(mirrors=MIRRORS) if isinstance(each, Progress)]
    last = {each.stage: each for each in said}
    assert all(each.done == each.total for each in last.values())
    with everything():
        assert last["entries"].total == Entry.objects.count()
    assert {mirror.table for mirror in MIRRORS} <= {stage.split(".")[0] for stage in last}


def test_an_empty_conversation_has_no_finding(record: Record) -> None:
    assert findings(Ref(record.clara.seller_id, uuid4())) == []


def test_a_waiting_entry_without_its_mark_is_named(record: Record) -> None:
    entry = waiting().receipt.entry
    tamper([f"DELETE FROM archive_pending WHERE entry_id = '{entry}'"], record)
    [finding] = findings()
    assert (finding.code, str(entry) in finding.row) == ("entry.unnumbered", True)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE archive_value SET salt = '\\x00' WHERE entry_id = %(e1)s AND name = 'body'",
        "UPDATE conversations_message SET at = at + interval '1 second' WHERE id = %(e1)s",
        "UPDATE deadlines_obligation SET deadline = deadline + interval '1 day' WHERE id = %(e0)s",
        "DELETE FROM archive_number WHERE entry_id = %(e1)s",
        "DELETE FROM archive_entry WHERE id = %(e4)s",
    ],
)
def test_one_conversation_is_verified_alone(record: Record, sql: str) -> None:
    tamper([sql], record)
    assert findings(record.clara)
    assert findings(record.hania) == []
