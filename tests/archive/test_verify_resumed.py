"""Verify after a resumption: what its sealed entry lists is accounted for, and nothing else is."""

from uuid import UUID

import msgspec
import pytest
from django.db import connections

from helpdesk.archive.actions import Resumed
from helpdesk.archive.rules.commitments import commit
from helpdesk.kernel.canonical import canonical
from helpdesk.kernel.ids import Ref
from tests.archive.entries import number
from tests.archive.owning import as_owner
from tests.archive.publishing import grow, post, publish, state
from tests.archive.tampering import findings
from tests.archive.test_guard import set_back
from tests.archive.test_resume import restored, resume
from tests.cast import ANNAS_SHOP

pytestmark = pytest.mark.usefixtures("database", "log_home")

LOG = "log."


def codes(conversation: Ref | None = None) -> list[str]:
    return [one.code for one in findings(conversation) if one.code.startswith(LOG)]


def stranded() -> tuple[list[UUID], Resumed]:
    """Two entries that a worker without a guard numbered in place of one that was signed; then resumed."""
    grow(3)
    old = state()
    grow(1)
    set_back(old)
    entries = post(2)
    number()
    publish()
    resumed = resume()
    publish()
    grow(2)
    return entries, resumed


def chain_of(entry: UUID) -> Ref:
    with connections["auditor"].cursor() as cursor:
        cursor.execute("SELECT chain FROM archive_entry WHERE id = %s", [entry])
        return Ref(ANNAS_SHOP, cursor.fetchone()[0])


def retell(resumed: Resumed, name: str, listed: list[object]) -> None:
    """Another list in the sealed entry, committed as if it had been told so; its hash is left as it was."""
    value = canonical(listed)
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT e.leaf, v.salt FROM archive_entry e JOIN archive_value v ON v.entry_id = e.id"
            " WHERE e.id = %s AND v.name = %s",
            [resumed.entry, name],
        )
        leaf, salt = cursor.fetchone()
    said = msgspec.json.decode(leaf)
    said["c"][name] = commit(kind=said["t"], name=name, value=value, salt=bytes(salt)).hex()
    as_owner("UPDATE archive_entry SET leaf = %s WHERE id = %s", canonical(said), resumed.entry)
    as_owner(
        "UPDATE archive_value SET value = %s WHERE entry_id = %s AND name = %s", value, resumed.entry, name
    )


def test_what_the_resumption_lists_is_no_finding() -> None:
    entries, resumed = stranded()
    assert len(resumed.stranded) == 2
    assert len(resumed.lost) == 1
    assert codes() == []
    assert [codes(chain_of(entry)) for entry in entries] == [[], []]


def test_entries_that_were_signed_and_lost_are_listed_too() -> None:
    restored()
    resume()
    grow(2)
    assert codes() == []


@pytest.mark.parametrize("left_out", [0, 1])
def test_a_stranded_entry_that_is_not_listed_is_named(left_out: int) -> None:
    entries, resumed = stranded()
    left = [
        [each.number, each.id, each.leaf_hash.hex()]
        for n, each in enumerate(resumed.stranded)
        if n != left_out
    ]
    retell(resumed, "stranded", [*left])
    [finding] = [one for one in findings() if one.code.startswith(LOG)]
    assert (finding.code, str(entries[left_out]) in finding.row) == ("log.leaf", True)
    [finding] = [one for one in findings(chain_of(entries[left_out])) if one.code.startswith(LOG)]
    assert (finding.code, str(entries[left_out]) in finding.row) == ("log.leaf", True)


def test_a_list_that_does_not_fit_its_seal_tells_nothing() -> None:
    _, resumed = stranded()
    as_owner(
        "UPDATE archive_value SET value = value || ' '::bytea WHERE entry_id = %s AND name = 'stranded'",
        resumed.entry,
    )
    assert codes() == ["log.leaf", "log.leaf"]


def test_an_entry_that_was_stranded_may_not_be_another_one() -> None:
    entries, _ = stranded()
    as_owner("UPDATE archive_entry SET leaf_hash = sha256(leaf_hash) WHERE id = %s", entries[0])
    assert "log.leaf" in codes()


def test_a_loss_that_the_resumption_does_not_list_is_named() -> None:
    _, resumed = stranded()
    retell(resumed, "lost", [])
    [finding] = [one for one in findings() if one.code.startswith(LOG)]
    assert (finding.code, finding.row) == ("log.lost", resumed.lost[0].id)


def test_an_entry_taken_out_of_the_old_tree_is_lost_without_a_word() -> None:
    kept, _ = restored()
    resume()
    grow(1)
    for sql in (
        "DELETE FROM archive_value WHERE entry_id = %s",
        "DELETE FROM archive_number WHERE entry_id = %s",
        "DELETE FROM archive_entry WHERE id = %s",
    ):
        as_owner(sql, kept[-1])
    assert (str(kept[-1]), "log.lost") in {(one.row, one.code) for one in findings()}
