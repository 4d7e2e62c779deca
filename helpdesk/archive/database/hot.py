"""Calls of the few hot SQL functions: one prepared statement, one round trip."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import psycopg
from django.db import OperationalError, connections

from helpdesk.archive.database.patience import ENDED
from helpdesk.kernel import spent
from helpdesk.kernel.refusal import Busy

# Our own SQLSTATEs are of class P0, which drivers take for an error of the program, not of the connection.
TOO_LATE = "P0H01"  # archive_entry_v1: judged more than five seconds ago
_OURS = "HD"  # what our own functions raise; to psycopg an unknown class is operational
# a wait that ran out, a deadlock, a full disk, a server that stops, restarts, is gone, or only reads; a
# transaction that took too long, which the server has ended
_BUSY = (psycopg.OperationalError, *ENDED)


def rows(
    sql: str, params: Sequence[object] | Mapping[str, object], *, using: str = "default"
) -> list[tuple[Any, ...]]:
    """All rows of a prepared statement, through Django's own connection.

    Raises Busy when a wait ran out, when the deed was judged too long before it came to be stored, and when
    the server went away: then the outcome is unknown, and the same request under the same key finds it out.
    """
    connection = connections[using]
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise Busy("archive.busy") from error
    spent.count()
    if connection.queries_logged:
        connection.queries_log.append({"sql": sql, "time": "0"})
    try:
        with psycopg.Cursor(connection.connection) as cursor:
            cursor.execute(sql, params, prepare=True, binary=True)
            return cursor.fetchall()
    except psycopg.Error as error:
        if connection.connection.broken:
            connection.close()  # the next request asks the pool for a fresh one
        if (code := _busy(error)) is None:
            raise
        raise Busy(code) from error


def _busy(error: psycopg.Error) -> str | None:
    state = error.sqlstate or ""
    if state == TOO_LATE:
        return "archive.too_late"
    return "archive.busy" if isinstance(error, _BUSY) and not state.startswith(_OURS) else None


def lock_chain(*, chain: UUID) -> None:
    """Wait for every deed under way on the chain, and keep others out until the transaction ends."""
    rows("SELECT pg_advisory_xact_lock(archive_chain_lock_v1(%s))", [chain])


def try_lock_chain(*, chain: UUID) -> bool:
    """Keep others out of the chain until the transaction ends; False at once where a deed is under way."""
    return bool(rows("SELECT pg_try_advisory_xact_lock(archive_chain_lock_v1(%s))", [chain])[0][0])
