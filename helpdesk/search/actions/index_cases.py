"""Index cases: their numbers and kinds, and what was said and given with their steps and beside them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

import msgspec
from django.db import connection

from helpdesk.archive.terms import Numbered
from helpdesk.kernel.actor import Actor
from helpdesk.search.actions.storing import store
from helpdesk.search.rules import given_in, language_of, vector, words_of_kind
from helpdesk.search.terms import Kind

_LOAD_SAID = """
    SELECT e.seller_id, e.id, e.chain, e.buyer_id, e.audience, c.market, e.leaf, e.at, w.value, g.value,
           ARRAY(SELECT f.value FROM archive_value f
                 WHERE f.seller_id = e.seller_id AND f.entry_id = e.id AND f.name LIKE 'file-%%'
                 ORDER BY f.name)
    FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    JOIN conversations_conversation c ON c.seller_id = e.seller_id AND c.id = e.chain
    LEFT JOIN archive_value w ON w.seller_id = e.seller_id AND w.entry_id = e.id AND w.name = 'words'
    LEFT JOIN archive_value g ON g.seller_id = e.seller_id AND g.entry_id = e.id AND g.name = 'said'
    WHERE a.number = ANY(%s)
      AND NOT EXISTS (SELECT FROM archive_erasure x WHERE x.seller_id = e.seller_id AND x.id = e.id)
    ORDER BY a.number
"""
_LOAD_CASES = """
    SELECT DISTINCT s.seller_id, s.id, s.chain, s.buyer_id, s.audience, s.market, s.side, s.last_at,
           s.number, s.kind, coalesce(s.state #>> '{facts,tracking}', '')
    FROM archive_number a
    JOIN cases_step t ON t.seller_id = a.seller_id AND t.id = a.entry_id
    JOIN cases_case s ON s.seller_id = t.seller_id AND s.id = t.case_id
    WHERE a.number = ANY(%s)
      AND NOT EXISTS (SELECT FROM archive_erasure x WHERE x.seller_id = s.seller_id AND x.id IN (s.id, t.id))
"""


class _Said(NamedTuple):
    seller_id: int
    id: UUID
    conversation_id: UUID
    buyer_id: UUID | None
    audience: int
    market: str
    leaf: bytes
    at: datetime
    words: bytes | None
    given: bytes | None
    files: Sequence[bytes]


def index_cases(*, actor: Actor, now: datetime, entries: Sequence[Numbered]) -> None:
    """Make these entries' words, and the cases that they moved, findable; three SQL statements, repeatable.

    Entries of cases, of contacts outside and of news of orders. Runs in the reaction's transaction and scope
    (`actor` is the system, which sees all rows).
    """
    numbers = [entry.number for entry in entries]
    if numbers:
        said = (_said(_Said(*row)) for row in _loaded(_LOAD_SAID, numbers))
        cases = (_case(row) for row in _loaded(_LOAD_CASES, numbers))
        store([*(row for row in said if row is not None), *cases])


def _loaded(sql: str, numbers: Sequence[int]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, [[*numbers]])
        return list(cursor.fetchall())


def _said(said: _Said) -> tuple[Any, ...] | None:
    """None where nothing was said."""
    leaf = msgspec.json.decode(bytes(said.leaf))
    texts = [*_texts(said)]
    if not texts:
        return None
    words = vector(texts, language=language_of(leaf["f"].get("language", "")))
    place = (said.seller_id, said.id, Kind.STEP.value, said.conversation_id, said.buyer_id, said.audience)
    return (*place, said.market, leaf["by"]["role"], bool(said.files), said.at, words)


def _texts(said: _Said) -> Iterator[str]:
    if said.words:
        yield bytes(said.words).decode()
    yield from given_in(bytes(said.given or b""))
    yield from (str(msgspec.json.decode(bytes(file))["name"]) for file in said.files)


def _case(row: tuple[Any, ...]) -> tuple[Any, ...]:
    seller_id, id, chain, buyer_id, audience, market, side, at, number, kind, parcel = row
    words = [vector([number, parcel], language=None, weight="A")]
    words += [vector([name], language=language) for language, name in words_of_kind(kind)]
    place = (seller_id, id, Kind.CASE.value, chain, buyer_id, audience)
    return (*place, market, side, False, at, " ".join(words))
