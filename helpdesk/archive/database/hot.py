"""Calls of the few hot SQL functions: one prepared statement, one round trip, in autocommit."""

from collections.abc import Sequence
from typing import Any

import psycopg
from django.db import OperationalError, connections
from psycopg import errors

from helpdesk.kernel.refusal import Busy

_BUSY = (errors.LockNotAvailable, errors.QueryCanceled, errors.DeadlockDetected, errors.ReadOnlySqlTransaction)


def rows(sql: str, params: Sequence[object], *, using: str = "default") -> list[tuple[Any, ...]]:
    """All rows of a prepared statement, through Django's own connection.

    Raises Busy when a wait ran out or the server went away: then the outcome is unknown, and the same
    request under the same key finds it out.
    """
    connection = connections[using]
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise Busy("archive.busy") from error
    if connection.queries_logged:
        connection.queries_log.append({"sql": sql, "time": "0"})
    try:
        with psycopg.Cursor(connection.connection) as cursor:
            cursor.execute(sql, params, prepare=True)  # type: ignore[arg-type]
            return cursor.fetchall()
    except _BUSY as error:
        raise Busy("archive.busy") from error
    except psycopg.OperationalError as error:
        if error.sqlstate is not None:
            raise
        connection.close()  # the server went away; the next request asks the pool for a fresh connection
        raise Busy("archive.busy") from error
