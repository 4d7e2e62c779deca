"""What a signed tree holds and this database does not, and the other way round, entry by entry."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest

import msgspec
from django.db import connections

from helpdesk.archive.queries.folder import LogFolder
from helpdesk.tlog.hashing import leaf_hash
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import TILE_WIDTH, Bundle, Tile, decode_bundle, split_tile

STEP = 32 * TILE_WIDTH  # leaves compared at a time

_ROWS = """
    SELECT a.number, a.entry_id, e.leaf_hash FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    WHERE a.number >= %s::bigint AND a.number < %s::bigint ORDER BY a.number
"""
_THERE = "SELECT leaf_hash FROM archive_entry WHERE leaf_hash = ANY(%s)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A leaf that was signed and is not in this database. `id` is empty where its bundle is gone as well."""

    index: int
    id: str
    leaf_hash: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Stranded:
    """An entry of this database that has a number under which something else, or nothing, was signed."""

    number: int
    id: str
    leaf_hash: bytes


def differences(
    *, first_number: int, folder: LogFolder, size: int, next_number: int, using: str
) -> Iterator[Lost | Stranded]:
    """The signed leaves up to `size` beside the numbered rows, in order. Streams through both."""
    for start in range(0, max(size, next_number - first_number), STEP):
        rows = _rows(first_number + start, using)
        signed = [*_signed(folder, start, min(size, start + STEP))]
        differing = [
            (start + at, theirs, row)
            for at, (theirs, row) in enumerate(zip_longest(signed, rows[:STEP]))
            if row is None or row[1] != theirs
        ]
        there = _there([theirs for _, theirs, _ in differing if theirs], using)
        for index, theirs, row in differing:
            if row is not None:
                yield Stranded(number=first_number + index, id=row[0], leaf_hash=row[1])
            if theirs is not None and theirs not in there:
                yield Lost(index=index, id=_id(folder, index, size, theirs), leaf_hash=theirs)


def _rows(first: int, using: str) -> list[tuple[str, bytes]]:
    with connections[using].cursor() as cursor:
        cursor.execute(_ROWS, [first, first + STEP])
        return [(str(id), bytes(digest)) for _, id, digest in cursor.fetchall()]


def _signed(folder: LogFolder, start: int, end: int) -> Iterator[bytes]:
    """Leaf hashes as the tiles have them; what cannot be read counts as unknown, and nothing is like it."""
    for first in range(start, end, TILE_WIDTH):
        width = min(TILE_WIDTH, end - first)
        try:
            yield from split_tile(folder.read_tile(Tile(0, first // TILE_WIDTH, width)))
        except (FileNotFoundError, Refused):
            yield from [b""] * width


def _there(hashes: list[bytes], using: str) -> set[bytes]:
    if not hashes:
        return set()
    with connections[using].cursor() as cursor:
        cursor.execute(_THERE, [hashes])
        return {bytes(digest) for (digest,) in cursor.fetchall()}


def _id(folder: LogFolder, index: int, size: int, expected: bytes) -> str:
    number, at = divmod(index, TILE_WIDTH)
    try:
        width = min(TILE_WIDTH, size - number * TILE_WIDTH)
        leaf = decode_bundle(folder.read_bundle(Bundle(number, width)))[at]
        return str(msgspec.json.decode(leaf)["id"]) if leaf_hash(leaf) == expected else ""
    except (FileNotFoundError, Refused, msgspec.DecodeError, IndexError, KeyError):
        return ""
