"""Rows of the index as they are written."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

_STORE = """
    INSERT INTO search_entry (seller_id, id, kind, conversation_id, buyer_id, audience, market, side,
                              has_file, at, words)
    VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s, %s::tsvector)
    ON CONFLICT (seller_id, id, kind)
    DO UPDATE SET at = excluded.at, words = excluded.words, conversation_id = excluded.conversation_id
"""


def store(rows: Sequence[tuple[Any, ...]]) -> None:
    """Add them, or put their newest words in place of those before. One SQL statement."""
    if rows:
        with connection.cursor() as cursor:
            cursor.executemany(_STORE, rows)
