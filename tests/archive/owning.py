"""What the owner of the database can do, who takes every guard away."""

from typing import Any

from django.db import connections

_GUARDED = """
    SELECT DISTINCT c.relname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_proc f ON f.oid = t.tgfoid WHERE f.proname = 'archive_refuse_change'
"""


def open_every_guard() -> None:
    """No trigger refuses a change any more."""
    with connections["owner"].cursor() as cursor:
        cursor.execute(_GUARDED)
        for (table,) in cursor.fetchall():
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER USER")


def as_owner(sql: str, *parameters: Any) -> None:
    """A statement that changes something."""
    open_every_guard()
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, [*parameters] or None)
        assert cursor.rowcount, f"nothing was changed by: {sql}"
