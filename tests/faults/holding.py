"""What must hold after every fault, whatever was killed."""

from tests.faults.clients import Acknowledged, Clients, post, said
from tests.faults.stand import Stand, until

_STORED = """
    SELECT e.key, e.id::text, encode(e.leaf_hash, 'hex'),
           (SELECT count(*) FROM conversations_message m WHERE m.seller_id = e.seller_id AND m.id = e.id)
    FROM archive_entry e WHERE e.key LIKE 'fault/%'
"""
_TEXTS = """
    SELECT convert_from(value, 'UTF8'), count(*) FROM archive_value
    WHERE name = 'body' AND convert_from(value, 'UTF8') LIKE '%fault/%' GROUP BY 1
"""
_NUMBERS = (
    "SELECT count(*), min(number), max(number), (SELECT count(*) FROM archive_entry) FROM archive_number"
)


def nothing_lost_nothing_doubled(stand: Stand, clients: Clients) -> None:
    """Acknowledged, so stored, and once: by key, by message, by text. May be asked while clients work."""
    known = dict(clients.acknowledged)
    with stand.connect() as connection:
        rows = connection.execute(_STORED).fetchall()
        texts: dict[str, int] = dict(connection.execute(_TEXTS).fetchall())
    stored = {key: (id, digest) for key, id, digest, _ in rows}
    assert len(stored) == len(rows), "a key is stored twice"
    assert {messages for *_, messages in rows} <= {1}, "an entry without its message"
    assert set(texts.values()) <= {1}, "a text is stored twice"
    for key, noted in known.items():
        assert key in stored, f"acknowledged and lost: {key}"
        assert stored[key] == (noted.receipt["receipt"]["entry"], noted.receipt["leaf_hash"]), key
        assert said(key) in texts, key


def the_record_is_whole(stand: Stand, clients: Clients) -> None:
    """To be asked when the clients are done: all of the above, the same answers again, numbers, `verify`."""
    assert not clients.wrong, sorted(set(clients.wrong))[:5]
    assert clients.acknowledged, "nobody got through"
    nothing_lost_nothing_doubled(stand, clients)
    for noted in clients.acknowledged.values():
        _says_the_same_again(stand, noted)
    until(lambda: _all_numbered(stand), what="all entries numbered")
    verified = stand.run("archive", "verify")
    assert verified.returncode == 0, verified.stdout + verified.stderr


def _says_the_same_again(stand: Stand, noted: Acknowledged) -> None:
    again = post(stand.port, noted.key, noted.thread)
    assert again is not None
    assert again.replayed, noted.key
    assert (again.status, again.body) == (201, noted.body), noted.key


def _all_numbered(stand: Stand) -> bool:
    with stand.connect() as connection:
        row = connection.execute(_NUMBERS).fetchone()
    assert row is not None
    count, lowest, highest, entries = row
    return count == entries and (lowest, highest) == (0, entries - 1)
