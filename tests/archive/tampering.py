"""Tampering as the owner of the database, who can take every guard away; and asking `verify` about it."""

from collections.abc import Sequence

from django.db import connections

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Finding
from helpdesk.config.wiring import MIRRORS
from helpdesk.kernel.ids import Ref
from tests.archive.conftest import Record
from tests.archive.owning import open_every_guard


def tamper(sql: Sequence[str], record: Record) -> None:
    """Run the statements with the record's names, with the guards out of the way."""
    open_every_guard()
    with connections["owner"].cursor() as cursor:
        for statement in sql:
            cursor.execute(statement, record.parameters())
            assert cursor.rowcount, f"nothing was changed by: {statement}"


def findings(conversation: Ref | None = None, *, using: str = "auditor") -> list[Finding]:
    """What `verify` finds."""
    said = archive.verify(mirrors=MIRRORS, conversation=conversation, using=using)
    return [each for each in said if isinstance(each, Finding)]
