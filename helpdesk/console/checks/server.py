"""The database server as the application meets it: version, durability, rights, clock."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, LiteralString

import psycopg
from django.db import connections

from helpdesk.archive.database import patience
from helpdesk.console.checks.finding import Finding, fine, warning, wrong
from helpdesk.deadlines.terms import GRACE
from helpdesk.kernel import clock

OLDEST, NEWEST = 15, 18
LARGEST_OFFSET = timedelta(seconds=1)
DURABLE = ("fsync", "full_page_writes", "synchronous_commit")


def findings(*, alias: str = "default") -> Iterator[Finding]:
    """What one connection shows. It is made aside from the pool, which must not exist before a fork."""
    try:
        connection = psycopg.connect(**connections[alias].get_connection_params())
    except psycopg.OperationalError as error:
        yield wrong(
            f"The database does not answer: {str(error).strip()}",
            remedy="Start it: `helpdesk db start`, or correct HELPDESK_DATABASE_URL. "
            "`helpdesk migrate` makes the roles.",
        )
        return
    with connection:
        yield _version(connection)
        yield from _durability(connection)
        yield from _rights(connection)
        yield _clock(connection)
        if alias == "default":
            yield _patience(connection)


def _version(connection: psycopg.Connection) -> Finding:
    major = connection.info.server_version // 10_000
    if not OLDEST <= major <= NEWEST:
        return wrong(f"PostgreSQL {major} is not supported.", remedy=f"Use PostgreSQL {OLDEST} to {NEWEST}.")
    return fine(f"PostgreSQL {major} answers")


def _durability(connection: psycopg.Connection) -> Iterator[Finding]:
    for name in DURABLE:
        (value,) = _row(connection, "select current_setting(%s)", name)
        if value == "off":
            yield wrong(
                f"The server runs with {name} = off: what it acknowledges may be lost.",
                remedy=f"Set {name} = on in postgresql.conf and reload.",
            )
    yield fine("What the server acknowledges is on disk")


def _rights(connection: psycopg.Connection) -> Iterator[Finding]:
    user, above = _row(
        connection,
        "select rolname, rolsuper or rolbypassrls from pg_roles where rolname = current_user",
    )
    (owned,) = _row(
        connection,
        "select count(*) from pg_class where relowner = current_user::regrole and relkind in ('r', 'p')",
    )
    if above or owned:
        yield wrong(
            f"The application connects as {user}, who is above row-level security.",
            remedy="Let `helpdesk migrate` make the roles, and leave it to HELPDESK_DATABASE_URL to connect.",
        )
        return
    yield fine(f"The application is {user}: row-level security holds")
    (login,) = _row(connection, "select session_user::text")
    if login != user:
        yield warning(
            f"Its login {login} owns the tables and could leave the role.",
            remedy="For a hard separation give each role a login of its own.",
        )


def _clock(connection: psycopg.Connection) -> Finding:
    before = clock.now()
    (theirs,) = _row(connection, "select clock_timestamp()")
    after = clock.now()
    offset = before + (after - before) / 2 - theirs
    if abs(offset) > LARGEST_OFFSET:
        return wrong(
            f"This machine's clock is {offset.total_seconds():+.1f} s off the database's.",
            remedy="Set both by NTP; deadlines are decided by these clocks.",
        )
    return fine(f"Clock within {abs(offset).total_seconds() * 1000:.0f} ms of the database's")


def _patience(connection: psycopg.Connection) -> Finding:
    """An answer that was judged in time must be stored before its deadline can be booked as missed."""
    patience.hurry(connection)
    limit = patience.limit_of(connection)
    if limit is None or limit > patience.LONGEST:
        takes = "for ever" if limit is None else f"{limit.total_seconds():.0f} s"
        return wrong(
            f"A transaction may take {takes}: an answer in time could be stored after its miss was booked.",
            remedy="Let no proxy between here and the server undo `SET transaction_timeout` "
            "(before PostgreSQL 17: statement_timeout and idle_in_transaction_session_timeout).",
        )
    if limit + patience.SKEW >= GRACE:
        return wrong(
            f"A deadline is booked as missed {GRACE.total_seconds():.0f} s after it, and a transaction may "
            f"take {limit.total_seconds():.0f} s.",
            remedy="Use an unchanged release of Helpdesk.",
        )
    return fine(f"Transactions end within {limit.total_seconds():.0f} s, misses are booked after more")


def _row(connection: psycopg.Connection, query: LiteralString, *parameters: object) -> tuple[Any, ...]:
    row = connection.execute(query, parameters or None).fetchone()
    assert row is not None
    return row
