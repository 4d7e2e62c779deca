"""How long a transaction of the application may take: less than the grace after which a miss is booked.

An answer that was judged in time is stored within that grace, or not at all.
"""

from datetime import timedelta
from typing import Any, Final, LiteralString
from weakref import WeakSet

import psycopg
from django.db import connections
from psycopg import errors

LONGEST: Final = timedelta(seconds=20)
SKEW: Final = timedelta(seconds=2)
"""How far the clocks of two machines may lie apart, with room to spare: a second each is refused already."""

_WHOLE: LiteralString = "SET transaction_timeout = '20s'"  # PostgreSQL 17 and newer
_PARTS: LiteralString = "SET statement_timeout = '10s'; SET idle_in_transaction_session_timeout = '10s'"
_LIMITS = ("transaction_timeout", "statement_timeout", "idle_in_transaction_session_timeout")
_SPARE = "SELECT set_config(name, '0', true) FROM pg_settings WHERE name = ANY(%s)"
_ENDS: LiteralString = "SELECT name, setting::int FROM pg_settings WHERE name = ANY(%s)"

ENDED: Final = (
    errors.ReadOnlySqlTransaction,
    errors.TransactionTimeout,
    errors.IdleInTransactionSessionTimeout,
)
"""A server that only reads, a transaction that took too long: psycopg calls them internal errors."""

_hurried: "WeakSet[psycopg.Connection[Any]]" = WeakSet()


def hurry(connection: psycopg.Connection[Any]) -> bool:
    """Let the server end what takes too long on this connection; False where it does so already."""
    if connection in _hurried:
        return False
    connection.execute(_WHOLE if is_whole(connection) else _PARTS)
    _hurried.add(connection)
    return True


def is_whole(connection: psycopg.Connection[Any]) -> bool:
    """Whether this server can limit a transaction as a whole."""
    return connection.info.server_version >= 17_00_00


def limit_of(connection: psycopg.Connection[Any]) -> timedelta | None:
    """How long a transaction, or each statement and each pause of one, may take here; None: for ever."""
    found = dict(connection.execute(_ENDS, [list(_LIMITS)]).fetchall())
    names = _LIMITS[:1] if is_whole(connection) else _LIMITS[1:]
    limits = [found[name] for name in names]
    return timedelta(milliseconds=max(limits)) if all(limits) else None


def unhurried(*, using: str = "default") -> None:
    """The present transaction may take as long as it needs: no clock is stopped by it.

    For imports and for publishing, which may touch as many rows as there are. One SQL statement.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(_SPARE, [list(_LIMITS)])
