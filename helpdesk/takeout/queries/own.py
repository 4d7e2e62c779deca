"""What a party may read, a batch at a time: entries in the order of the log, rows as they are now, threads.

All under row security of the party's own scope; what a row may tell each side is said column by column.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple
from uuid import UUID

from helpdesk.archive.database import hot
from helpdesk.archive.database.patience import unhurried
from helpdesk.archive.database.scope import acting
from helpdesk.archive.terms import Audience
from helpdesk.kernel.actor import Actor, Side
from helpdesk.takeout.queries.rows import ROWS, in_threads
from helpdesk.takeout.terms.exports import BATCH

# Row security decides; the seller's number, the buyer's id and the audience only find the index.
_NUMBERS = """
    (SELECT number, seller_id, entry_id FROM archive_number
     WHERE {own} AND number > %(after)s AND number <= %(until)s ORDER BY number LIMIT %(limit)s)
"""
_OWN = {
    Side.SELLER: ("seller_id = %(mine)s::bigint",),
    Side.BUYER: (
        f"buyer_id = %(mine)s::uuid AND audience = {Audience.BOTH.value}",
        f"buyer_id = %(mine)s::uuid AND audience = {Audience.BUYER.value}",
    ),
}
_ENTRIES = """
    SELECT n.number, e.seller_id, e.id, e.chain, e.n, e.at, e.kind, e.leaf, e.leaf_hash,
           v.names, v.opened, v.salts
    FROM ({numbers}) n
    JOIN archive_entry e ON e.seller_id = n.seller_id AND e.id = n.entry_id
    LEFT JOIN LATERAL (
        SELECT array_agg(name) AS names, array_agg(value) AS opened, array_agg(salt) AS salts
        FROM archive_value WHERE seller_id = e.seller_id AND entry_id = e.id
    ) v ON true
    ORDER BY n.number LIMIT %(limit)s
"""
_COUNT = "SELECT count(*), coalesce(max(number), -1) FROM archive_number WHERE {own}"
_THREADS = """
    SELECT t.seller_id, t.id, t.title, coalesce(p.display_name, s.name, ''), t.started_at
    FROM conversations_conversation t
    LEFT JOIN marketplace_seller s ON s.seller_id = t.seller_id
    LEFT JOIN marketplace_pair p ON p.seller_id = t.seller_id AND p.buyer_id = t.buyer_id
    WHERE {own}{found} AND (t.started_at, t.id) > (%s::timestamptz, %s::uuid)
    ORDER BY t.started_at, t.id LIMIT %s
"""
_SAID = """
    SELECT m.id, m.side, m.at, f.said_at, m.language, v.names, v.opened
    FROM conversations_message m
    LEFT JOIN conversations_imported f ON f.seller_id = m.seller_id AND f.id = m.id
    LEFT JOIN LATERAL (
        SELECT array_agg(name) AS names, array_agg(value) AS opened
        FROM archive_value WHERE seller_id = m.seller_id AND entry_id = m.id
          AND (name = 'body' OR name LIKE 'file-%%')
    ) v ON true
    WHERE m.seller_id = %s AND m.conversation_id = %s ORDER BY m.n
"""
_FIRST = ("-infinity", UUID(int=0))


class OwnEntry(NamedTuple):
    """An entry with its place in the log and its values; `values` are (value, salt) by name."""

    number: int
    seller_id: int
    id: UUID
    chain: UUID
    n: int
    at: Any
    kind: str
    leaf: bytes
    leaf_hash: bytes
    values: dict[str, tuple[bytes, bytes]]


def counted(*, actor: Actor) -> tuple[int, int]:
    """How many numbered entries the party may read, and the number of the last; -1 where there is none."""
    counts, lasts = 0, -1
    with acting(actor):
        unhurried()  # a shop's may be millions, and no clock is stopped by it
        for own in _OWN[actor.side]:
            [(count, last)] = hot.rows(_COUNT.format(own=own), {"mine": _mine(actor)})
            counts, lasts = counts + int(count), max(lasts, int(last))
    return counts, lasts


def entries(*, actor: Actor, until: int) -> Iterator[list[OwnEntry]]:
    """All that the party may read up to the number, in batches, each a transaction of its own."""
    sql = _ENTRIES.format(numbers=" UNION ALL ".join(_NUMBERS.format(own=own) for own in _OWN[actor.side]))
    place = {"after": -1, "until": until, "mine": _mine(actor), "limit": BATCH}
    while True:
        with acting(actor):
            rows = hot.rows(sql, place)
        if not rows:
            return
        yield [_entry(row) for row in rows]
        place["after"] = rows[-1][0]


def _entry(row: Sequence[Any]) -> OwnEntry:
    *head, names, opened, salts = row
    values = {
        name: (bytes(value), bytes(salt))
        for name, value, salt in zip(names or (), opened or (), salts or (), strict=True)
    }
    return OwnEntry._make([*head, values])


def rows(*, actor: Actor, person: UUID | None) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each kind of row under its name, in batches; what is a person's own only where there is one."""
    for name, source in ROWS.items():
        if actor.side not in source.sides or (source.of_person and person is None):
            continue
        yield name, []
        after = UUID(int=0)
        while True:
            own, mine = ("t.person_id = %s", person) if source.of_person else _own(actor)
            with acting(actor):
                found = hot.rows(source.sql(side=actor.side, own=own), [mine, after, BATCH])
            if not found:
                break
            yield name, [row for _, row in found]
            after = found[-1][0]


def threads(*, actor: Actor) -> Iterator[list[tuple[Any, ...]]]:
    """(seller, id, title, with whom, since when) of each conversation, the oldest first, in batches."""
    own, mine = _own(actor)
    found = f" AND {in_threads(column='t.id')}" if actor.side is Side.BUYER else ""
    sql = _THREADS.format(own=own, found=found)
    place: tuple[Any, UUID] = _FIRST
    while True:
        with acting(actor):
            rows = hot.rows(sql, [mine, *place, BATCH])
        if not rows:
            return
        yield rows
        place = (rows[-1][4], rows[-1][1])


def said(*, actor: Actor, seller_id: int, conversation: UUID) -> list[tuple[Any, ...]]:
    """(entry, side, at, said_at, language, names, values) of a thread's messages. One SQL statement."""
    with acting(actor):
        return hot.rows(_SAID, [seller_id, conversation])


def _own(actor: Actor) -> tuple[str, object]:
    return "t.seller_id = %s::bigint" if actor.side is Side.SELLER else "t.buyer_id = %s::uuid", _mine(actor)


def _mine(actor: Actor) -> int | UUID | None:
    return actor.seller_id if actor.side is Side.SELLER else actor.buyer_id
