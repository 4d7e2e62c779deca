"""Our own small memory: records, orders, standings, events, in SQLite."""

import json
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

Record = dict[str, Any]

_TABLES = """
    CREATE TABLE IF NOT EXISTS record (type TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (type, id));
    CREATE TABLE IF NOT EXISTS standing (seller TEXT PRIMARY KEY, number INTEGER, body TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS event (id TEXT PRIMARY KEY, at TEXT, body TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS change (
        feed TEXT, number INTEGER, body TEXT NOT NULL, PRIMARY KEY (feed, number)
    );
    CREATE TABLE IF NOT EXISTS word (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Store:
    """Safe to share between threads: one connection, one lock."""

    def __init__(self, path: str) -> None:
        self._lock = threading.RLock()
        self._own = sqlite3.connect(path, check_same_thread=False)
        self._own.executescript(_TABLES)

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._lock, self._own:
            yield self._own

    def _rows(self, sql: str, *values: object) -> list[tuple[Any, ...]]:
        with self._lock:
            return self._own.execute(sql, values).fetchall()

    def keep(self, record: Record) -> None:
        """A record by its type and id, in place of the one before."""
        with self._writing() as own:
            own.execute(
                "INSERT OR REPLACE INTO record VALUES (?, ?, ?)",
                (record["type"], record["id"], json.dumps(record, ensure_ascii=False)),
            )

    def all(self, kind: str) -> list[Record]:
        """All records of a type, in the order in which they came."""
        return [
            json.loads(body)
            for (body,) in self._rows("SELECT body FROM record WHERE type = ? ORDER BY rowid", kind)
        ]

    def one(self, kind: str, id: str) -> Record | None:
        """A record, or None."""
        found = self._rows("SELECT body FROM record WHERE type = ? AND id = ?", kind, id)
        return json.loads(found[0][0]) if found else None

    def rank(self, row: Record) -> None:
        """A Seller's standing; an older number never takes the place of a newer one."""
        with self._writing() as own:
            own.execute(
                "INSERT INTO standing VALUES (?, ?, ?) ON CONFLICT (seller) DO UPDATE"
                " SET number = excluded.number, body = excluded.body WHERE excluded.number >= number",
                (row["seller"], row["number"], json.dumps(row)),
            )

    def standings(self) -> dict[str, Record]:
        """The latest of each Seller."""
        return {seller: json.loads(body) for seller, body in self._rows("SELECT seller, body FROM standing")}

    def note_event(self, *, id: str, at: str, body: Record) -> bool:
        """Whether it is new: webhooks may bring an event twice."""
        with self._writing() as own:
            done = own.execute("INSERT OR IGNORE INTO event VALUES (?, ?, ?)", (id, at, json.dumps(body)))
            return done.rowcount == 1

    def events(self, *, limit: int = 50) -> list[tuple[str, Record]]:
        """The latest first: when it came, and what it says."""
        rows = self._rows("SELECT at, body FROM event ORDER BY rowid DESC LIMIT ?", limit)
        return [(at, json.loads(body)) for at, body in rows]

    def note_change(self, *, feed: str, row: Record) -> None:
        """A row of a feed of what changed, by its number."""
        with self._writing() as own:
            own.execute(
                "INSERT OR REPLACE INTO change VALUES (?, ?, ?)", (feed, row["number"], json.dumps(row))
            )

    def changes(self, feed: str, *, limit: int = 20) -> list[Record]:
        """The latest first."""
        rows = self._rows("SELECT body FROM change WHERE feed = ? ORDER BY number DESC LIMIT ?", feed, limit)
        return [json.loads(body) for (body,) in rows]

    def get(self, name: str, otherwise: str = "") -> str:
        """A word that was kept: a cursor, a secret, a key."""
        found = self._rows("SELECT value FROM word WHERE name = ?", name)
        return str(found[0][0]) if found else otherwise

    def put(self, name: str, value: str) -> None:
        """Keep a word."""
        with self._writing() as own:
            own.execute("INSERT OR REPLACE INTO word VALUES (?, ?)", (name, value))
