"""Rights: what a role could do with more of them, and what the eraser's own are for."""

import pytest
from django.conf import settings
from django.db import DatabaseError, ProgrammingError, connections

from helpdesk.archive.models import Value
from tests.archive.conftest import Record
from tests.archive.test_guards import TABLES, attempt


def test_a_role_that_is_given_the_right_is_stopped_by_the_trigger(record: Record) -> None:
    role = settings.HELPDESK_ROLES["app"]
    with connections["owner"].cursor() as cursor:
        cursor.execute(f'GRANT DELETE ON archive_value, archive_entry TO "{role}"')
    for table in ("archive_value", "archive_entry"):
        with pytest.raises(DatabaseError, match="the record is append-only"):
            attempt("default", f"DELETE FROM {table}")


def test_the_eraser_deletes_committed_values_and_nothing_else(record: Record) -> None:
    values = Value.objects.using("auditor").filter(entry_id=record.entries[0])
    before = values.count()
    with connections["eraser"].cursor() as cursor:
        cursor.execute("DELETE FROM archive_value WHERE entry_id = %s AND name = 'body'", [record.entries[0]])
        assert cursor.rowcount == 1
    assert values.count() == before - 1
    for table in sorted(TABLES.keys() - {"archive_value"}):
        with pytest.raises(ProgrammingError, match="permission denied"):
            attempt("eraser", f"DELETE FROM {table}")
