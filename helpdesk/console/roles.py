"""The roles on a server that the operator names by DSN. (The embedded one has them from its creation.)

The DSN's login owns the database and has CREATEROLE; it makes a role without login for each job and may then
become it: each process connects with `options=-c role=...`.
"""

from collections.abc import Mapping, Sequence

import psycopg
from psycopg import sql

JOBS = ("app", "sequencer", "eraser", "auditor")
MAKING_ROLES = 7_365_101  # an advisory lock, so that two `migrate` at once do not both create


def names(suffix: str = "") -> Sequence[str]:
    """The roles' names; a suffix tells installations on a shared server apart."""
    return [f"helpdesk_{job}{suffix}" for job in JOBS]


def ensure(*, parameters: Mapping[str, str], suffix: str = "") -> Sequence[str]:
    """Make the missing roles and let the login become them; returns the names of the new ones."""
    with psycopg.connect(**dict(parameters)) as connection:
        connection.execute("select pg_advisory_xact_lock(%s::bigint)", [MAKING_ROLES])
        missing = [name for name in names(suffix) if not _exists(connection, name)]
        for name in missing:
            connection.execute(sql.SQL("create role {} nologin").format(sql.Identifier(name)))
        for name in names(suffix):
            if not _may_become(connection, name):
                connection.execute(sql.SQL("grant {} to current_user").format(sql.Identifier(name)))
        return missing


def _exists(connection: psycopg.Connection, name: str) -> bool:
    return connection.execute("select from pg_roles where rolname = %s", [name]).fetchone() is not None


def _may_become(connection: psycopg.Connection, name: str) -> bool:
    """`SET` since PostgreSQL 16, `MEMBER` before: the right to `set role`."""
    kind = "SET" if connection.info.server_version >= 160_000 else "MEMBER"
    row = connection.execute("select pg_has_role(current_user, %s, %s)", [name, kind]).fetchone()
    return bool(row and row[0])
