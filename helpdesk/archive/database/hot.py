"""Calls of the few hot SQL functions: one prepared statement, one round trip, in autocommit."""

from collections.abc import Sequence
from typing import Any

import psycopg
from django.db import connections
from psycopg import errors

from helpdesk.kernel.refusal import Busy

_BUSY = (errors.LockNotAvailable, errors.QueryCanceled, errors.DeadlockDetected, errors.ReadOnlySqlTransaction)


def rows(sql: str, params: Sequence[object], *, using: str = "default") -> list[tuple[Any, ...]]:
    """All rows of a prepared statement, through Django's own connection. Raises Busy when a wait ran out."""
    connection = connections[using]
    connection.ensure_connection()
    if connection.queries_logged:
        connection.queries_log.append({"sql": sql, "time": "0"})
    try:
        with psycopg.Cursor(connection.connection) as cursor:
            cursor.execute(sql, params, prepare=True)  # type: ignore[arg-type]
            return cursor.fetchall()
    except _BUSY as error:
        raise Busy("archive.busy") from error
