"""`helpdesk demo --tamper`: what an owner of the database could do behind everybody's back; and `--heal`.

One byte of one stored message becomes another. Nothing that runs refuses it, since an owner can take every
guard away; but whoever verifies finds it.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from django.db import connections, transaction
from django.db.backends.utils import CursorWrapper

from helpdesk.console.embedded import paths
from helpdesk.console.embedded.trouble import Trouble

_KEPT = "tampered.json"  # in the home: what to put back
# The latest answer of Anna's shop to Clara with a digit in it: a gasket of 8 mm becomes one of 9 mm.
_FIND = """
    SELECT v.seller_id, v.entry_id, v.value, o.number
    FROM archive_value v
    JOIN conversations_message m ON m.seller_id = v.seller_id AND m.id = v.entry_id AND m.side = 'seller'
    JOIN conversations_conversation c ON c.seller_id = m.seller_id AND c.id = m.conversation_id
    JOIN marketplace_order o ON o.seller_id = c.seller_id AND o.id = c.order_id
    JOIN marketplace_seller s ON s.seller_id = c.seller_id AND s.external_id = 'S-ANNA'
    LEFT JOIN marketplace_buyer b ON b.buyer_id = c.buyer_id AND b.external_id = 'B-DE-1'
    WHERE v.name = 'body' AND convert_from(v.value, 'UTF8') ~ '[0-9]'
    ORDER BY b.buyer_id IS NULL, m.at DESC LIMIT 1
"""
_SET = """
    UPDATE archive_value SET value = set_byte(value, %s, %s)
    WHERE seller_id = %s AND entry_id = %s AND name = 'body'
"""


@dataclass(frozen=True, kw_only=True)
class Tampered:
    """Which byte is no longer what it was; `offset` counts from 0."""

    seller_id: int
    entry: str
    order: str
    offset: int
    was: int
    now: int
    words: str


def tamper() -> Tampered:
    """Change one digit of a message. Raises Trouble where one is changed already, or there is no demo."""
    if _kept().exists():
        raise Trouble("A byte is spoilt already.", remedy="`bin/demo --heal` puts it back.")
    with _as_owner() as cursor:
        cursor.execute(_FIND)
        row = cursor.fetchone()
        if row is None:
            raise Trouble("Anna has not answered anybody yet.", remedy="Start the demo once: `bin/demo`.")
        seller_id, entry, value, order = row
        found = _digit(bytes(value))
        done = Tampered(
            seller_id=seller_id,
            entry=str(entry),
            order=order,
            offset=found,
            was=value[found],
            now=value[found] ^ 1,  # 8 becomes 9, and 9 becomes 8
            words=_around(bytes(value), found),
        )
        _kept().write_text(json.dumps(asdict(done)))
        cursor.execute(_SET, [done.offset, done.now, done.seller_id, done.entry])
    return done


def heal() -> Tampered:
    """Put it back. Raises Trouble where nothing is spoilt."""
    if not _kept().exists():
        raise Trouble("Nothing is spoilt that `--tamper` knows of.")
    done = Tampered(**json.loads(_kept().read_text()))
    with _as_owner() as cursor:
        cursor.execute(_SET, [done.offset, done.was, done.seller_id, done.entry])
    _kept().unlink()
    return done


def _digit(value: bytes) -> int:
    return next(place for place, byte in enumerate(value) if 0x30 <= byte <= 0x39)


def _around(value: bytes, place: int) -> str:
    """The words about it, for somebody who wants to find it again."""
    return " ".join(value[max(0, place - 30) : place + 30].decode(errors="ignore").split()[1:-1])


def _kept() -> Path:
    return paths.home() / _KEPT


@contextmanager
def _as_owner() -> Iterator[CursorWrapper]:
    """The owner's hands, with the guards of this one table out of the way; in a demo's log only."""
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        cursor.execute("SELECT mode FROM archive_log")
        if cursor.fetchone() != ("demo",):
            raise Trouble("The record in this database is not a demo's, and is not touched.")
        cursor.execute("SELECT set_config('helpdesk.scope', 'all', true)")
        cursor.execute("ALTER TABLE archive_value DISABLE TRIGGER USER")
        yield cursor
        cursor.execute("ALTER TABLE archive_value ENABLE TRIGGER USER")
