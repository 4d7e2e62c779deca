"""Tampering: whatever an owner changes behind our back is found, and its row is named."""

from collections.abc import Iterator

import pytest
from django.db import connections, transaction

from tests.archive.conftest import Record
from tests.archive.tampering import findings, tamper
from tests.archive.tamperings import ENTRIES, VALUES, Tampering
from tests.archive.tamperings_of_clocks import CLOCKS
from tests.archive.tamperings_of_parties import PARTIES
from tests.archive.tamperings_of_rows import ORDER, ROWS


@pytest.fixture
def owner(shared_record: Record) -> Iterator[str]:
    """The owner's connection, in a transaction that is taken back; of the kind that `verify` reads in."""
    with transaction.atomic(using="owner"):
        with connections["owner"].cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield "owner"
        transaction.set_rollback(True, using="owner")


def test_nothing_is_found_before(shared_record: Record, owner: str) -> None:
    assert findings(using=owner) == findings() == []


@pytest.mark.parametrize(
    "tampering",
    [*ENTRIES, *VALUES, *ORDER, *ROWS, *CLOCKS, *PARTIES],
    ids=lambda tampering: tampering.what,
)
def test_what_was_changed_is_named(shared_record: Record, owner: str, tampering: Tampering) -> None:
    tamper(tampering.sql, shared_record)
    found = findings(using=owner)
    assert {finding.code for finding in found} == tampering.codes
    rows = " ".join(finding.row for finding in found)
    for name in tampering.names:
        assert str(shared_record.parameters()[name]) in rows
    assert all(finding.detail for finding in found)
