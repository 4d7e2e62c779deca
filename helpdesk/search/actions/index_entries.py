"""Index what was said: messages, notes, agreements, letters, and with messages their thread and
person as they are known by then.
"""

from collections.abc import Collection, Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor, Side
from helpdesk.search.actions.storing import store
from helpdesk.search.rules import language_of, vector
from helpdesk.search.terms import Kind

# What was erased has no row here, though its values may wait for the eraser.
_LOAD = """
    SELECT m.seller_id, m.id, m.conversation_id, m.buyer_id, m.audience, c.market, m.side, m.at, m.language,
           b.value, c.title, p.display_name,
           ARRAY(SELECT f.value FROM archive_value f
                 WHERE f.seller_id = m.seller_id AND f.entry_id = m.id AND f.name LIKE 'file-%%'
                 ORDER BY f.name),
           ARRAY(SELECT s.tracking::text FROM marketplace_shipment s
                 WHERE s.seller_id = m.seller_id AND s.order_id = c.order_id AND s.tracking <> '')
    FROM archive_number a
    JOIN conversations_message m ON m.seller_id = a.seller_id AND m.id = a.entry_id
    JOIN conversations_conversation c ON c.seller_id = m.seller_id AND c.id = m.conversation_id
    LEFT JOIN archive_value b ON b.seller_id = m.seller_id AND b.entry_id = m.id AND b.name = 'body'
    LEFT JOIN marketplace_pair p ON p.seller_id = m.seller_id AND p.buyer_id = m.buyer_id
    WHERE a.number = ANY(%s)
      AND NOT EXISTS (SELECT FROM archive_erasure e WHERE e.seller_id = m.seller_id AND e.id = m.id)
    ORDER BY a.number
"""
# Notes lie behind the thread that they name; what is agreed lies in its own.
_LOAD_FURTHER = """
    SELECT a.seller_id, a.id, c.id, c.buyer_id, a.audience, c.market, a.leaf->'by'->>'role', a.at,
           coalesce(a.leaf->'f'->>'language', ''), b.value, c.title, NULL, ARRAY[]::bytea[], ARRAY[]::text[]
    FROM (
        SELECT e.seller_id, e.id, e.audience, e.at, e.chain, convert_from(e.leaf, 'UTF8')::json AS leaf
        FROM archive_number n JOIN archive_entry e ON e.seller_id = n.seller_id AND e.id = n.entry_id
        WHERE n.number = ANY(%s)
    ) a
    JOIN conversations_conversation c
      ON c.seller_id = a.seller_id AND c.id = coalesce((a.leaf->'f'->>'conversation')::uuid, a.chain)
    JOIN archive_value b ON b.seller_id = a.seller_id AND b.entry_id = a.id AND b.name IN ('body', 'words')
    WHERE NOT EXISTS (SELECT FROM archive_erasure e WHERE e.seller_id = a.seller_id AND e.id = a.id)
"""
# A letter may lie beside no thread, and concern no buyer or no market.
_LOAD_LETTERS = """
    SELECT l.seller_id, l.id, l.chain, l.buyer_id, l.audience, coalesce(l.market, ''), l.side, l.at,
           l.language, b.value, '', NULL, ARRAY[]::bytea[], ARRAY[]::text[]
    FROM archive_number a
    JOIN letters_letter l ON l.seller_id = a.seller_id AND l.id = a.entry_id
    JOIN archive_value b ON b.seller_id = l.seller_id AND b.entry_id = l.id AND b.name = 'body'
    WHERE a.number = ANY(%s)
      AND NOT EXISTS (SELECT FROM archive_erasure e WHERE e.seller_id = l.seller_id AND e.id = l.id)
"""
FURTHER = {
    "note": Kind.NOTE,
    "agreement.proposed": Kind.AGREEMENT,
    "confirmation.asked": Kind.AGREEMENT,
}
"""Entry kinds beside messages that hold words, and what their rows are."""

_SELLERS_ONLY = 1  # the audience of a name by which a seller knows a buyer


class _Said(NamedTuple):
    seller_id: int
    id: UUID
    conversation_id: UUID
    buyer_id: UUID | None
    audience: int
    market: str
    side: str
    at: datetime
    language: str
    body: bytes | None
    title: str
    person: str | None
    files: Sequence[bytes]
    parcels: Sequence[str]


def index_entries(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Make these entries' words findable; two SQL statements for messages, one for letters, one for each
    other kind, and one to store them all; safe to repeat.

    Runs in the reaction's transaction and scope (`actor` is the system, which sees all rows).
    """
    said = _loaded(_LOAD, entries, ("message", "thread.imported"))
    latest = {(one.seller_id, one.conversation_id): one for one in said}.values()
    rows = [_row(one, Kind.MESSAGE) for one in said if one.body is not None]
    rows += [row for one in latest for row in _around(one)]
    rows += [_row(one, Kind.LETTER) for one in _loaded(_LOAD_LETTERS, entries, ("letter",))]
    for kind in Kind:
        names = [name for name, of in FURTHER.items() if of is kind]
        rows += [_row(one, kind) for one in _loaded(_LOAD_FURTHER, entries, names)]
    store(rows)


def _loaded(sql: str, entries: Sequence[Numbered], kinds: Collection[str]) -> list[_Said]:
    numbers = [entry.number for entry in entries if entry.kind in kinds]
    if not numbers:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, [numbers])
        return [_Said(*row) for row in cursor.fetchall()]


def _row(said: _Said, kind: Kind) -> tuple[Any, ...]:
    texts = [(said.body or b"").decode(), *(_file_name(file) for file in said.files)]
    words = vector(texts, language=language_of(said.language))
    place = (said.seller_id, said.id, kind.value, said.conversation_id, said.buyer_id, said.audience)
    return (*place, said.market, said.side, bool(said.files), said.at, words)


def _around(said: _Said) -> Iterator[tuple[Any, ...]]:
    """The thread, and the buyer where the seller knows a name."""
    titles = vector([said.title, *said.parcels], language=None, weight="A")
    yield _row_of(said, said.conversation_id, Kind.THREAD, said.audience, titles)
    if said.person and said.buyer_id:
        name = vector([said.person], language=None, weight="A")
        yield _row_of(said, said.buyer_id, Kind.PERSON, _SELLERS_ONLY, name)


def _row_of(said: _Said, id: UUID, kind: Kind, audience: int, words: str) -> tuple[Any, ...]:
    place = (said.seller_id, id, kind.value, said.conversation_id, said.buyer_id, audience)
    return (*place, said.market, Side.BUYER.value, False, said.at, words)


def _file_name(file: bytes) -> str:
    return str(msgspec.json.decode(file)["name"])
