"""One clone of the template serves many tests: what one wrote is taken out, and what else it did is noticed.

A clone is some thousand files, and takes longer than most tests. So a test's rows are deleted with the
triggers off, the few rows of the template laid back, the sequences set back. A test that changed a table, a
function, a policy, a right or a setting leaves a database that nobody else gets.
"""

import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.conninfo import make_conninfo

MOST = 50  # tests on one database: what was deleted still takes its place
_GONE = 20.0  # seconds: a journey's server finishes what it has begun

_TABLES = """
    SELECT c.oid::regclass::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind = 'r' AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
    ORDER BY 1
"""
_SEQUENCES = "SELECT format('%I.%I', schemaname, sequencename), last_value FROM pg_sequences ORDER BY 1"
_OTHERS = """
    SELECT count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
"""
_CATALOGS = (
    *(
        "pg_class",
        "pg_attribute",
        "pg_attrdef",
        "pg_constraint",
        "pg_index",
        "pg_proc",
        "pg_trigger",
        "pg_policy",
    ),
    *(
        "pg_rewrite",
        "pg_namespace",
        "pg_type",
        "pg_extension",
        "pg_default_acl",
        "pg_statistic",
        "pg_db_role_setting",
    ),
    *("pg_event_trigger", "pg_publication", "pg_largeobject_metadata"),
)
_SHAPE = " UNION ALL ".join(
    f"SELECT '{name}', count(*), coalesce(sum(hashint8(xmin::text::bigint)::bigint), 0) FROM {name}"
    for name in _CATALOGS
)


@dataclass(frozen=True)
class Pristine:
    """What a clone is before anybody wrote into it: its shape, its rows, its sequences."""

    shape: list[tuple[Any, ...]]
    empty: tuple[str, ...]
    rows: dict[str, bytes]
    sequences: list[tuple[Any, ...]]


class Recycled:
    """A clone, seen by the server's superuser, whom neither policies nor triggers stop."""

    def __init__(self, *, name: str, parameters: dict[str, str]) -> None:
        self.name, self.served = name, 0
        self._way = make_conninfo(**{**parameters, "dbname": name})
        with self._opened():
            self._pristine = self._look()
            self._marks = self._mark()

    def clean(self) -> bool:
        """As new again; False where only a new one would be."""
        self.served += 1
        with self._opened():
            if self.served >= MOST or self._still_used() or self._shape() != self._pristine.shape:
                return False
            with self._to_it.transaction():
                self._empty()
                self._lay_back()
        return True

    @contextmanager
    def _opened(self) -> Iterator[None]:
        """A connection no longer than needed: a test may clone its database, which nobody else uses then."""
        with psycopg.connect(self._way, autocommit=True) as self._to_it:
            self._to_it.execute("SET session_replication_role = replica")
            yield

    def _look(self) -> Pristine:
        tables = [name for (name,) in self._all(_TABLES)]
        rows = {name: self._copied(name) for name in tables if self._filled([name])}
        empty = tuple(name for name in tables if name not in rows)
        return Pristine(self._shape(), empty, rows, self._all(_SEQUENCES))

    def _shape(self) -> list[tuple[Any, ...]]:
        return self._all(_SHAPE)

    def _empty(self) -> None:
        for name in self._filled(self._pristine.empty):
            self._to_it.execute(f"DELETE FROM {name}".encode())

    def _lay_back(self) -> None:
        marks = self._mark()
        for name in [name for name, mark in marks.items() if mark != self._marks[name]]:
            self._to_it.execute(f"DELETE FROM {name}".encode())
            with self._to_it.cursor().copy(f"COPY {name} FROM STDIN (FORMAT binary)".encode()) as copy:
                copy.write(self._pristine.rows[name])
            self._marks[name] = self._mark()[name]
        for name, last in self._pristine.sequences:
            self._to_it.execute("SELECT setval(%s, %s, %s)", [name, last or 1, last is not None])

    def _mark(self) -> dict[str, tuple[Any, ...]]:
        """Of each table that has rows in the template, what changes with any of them."""
        return {
            name: self._all(
                f"SELECT count(*), sum(hashtextextended(xmin::text || ctid::text, 0)) FROM {name}"
            )[0]
            for name in self._pristine.rows
        }

    def _filled(self, tables: Iterable[str]) -> list[str]:
        """Those that hold a row."""
        asked = " UNION ALL ".join(f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in tables)
        return [name for (name,) in self._all(asked)] if asked else []

    def _copied(self, name: str) -> bytes:
        with self._to_it.cursor().copy(f"COPY {name} TO STDOUT (FORMAT binary)".encode()) as copy:
            return b"".join(bytes(piece) for piece in copy)

    def _still_used(self) -> bool:
        until = time.monotonic() + _GONE
        while self._all(_OTHERS) != [(0,)]:
            if time.monotonic() > until:
                return True
            time.sleep(0.002)
        return False

    def _all(self, asked: str) -> list[tuple[Any, ...]]:
        return self._to_it.execute(asked.encode()).fetchall()
