"""Numbered entries against the tree that they were folded into: roots of all sizes that were signed."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from django.db import connections

from helpdesk.archive.queries.verification.resumed import Told
from helpdesk.archive.queries.verification.signed import Head, Signed
from helpdesk.archive.terms import Finding, Progress
from helpdesk.kernel.ids import Ref
from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.hashing import HASH_SIZE, leaf_hash
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import TILE_HEIGHT, TILE_WIDTH, Tile

GONE = leaf_hash(b"")  # in the place of an entry that is gone: no leaf is empty
_ROWS = """
    SELECT a.number, a.seller_id, a.chain, a.entry_id, e.leaf_hash FROM archive_number a
    LEFT JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    WHERE a.number >= %s::bigint AND a.number < coalesce(%s::bigint, 9223372036854775807)
    ORDER BY a.number
"""


def leaves(
    *, using: str, signed: Signed, heads: Sequence[Head], damaged: frozenset[str], told: Told | None
) -> Iterator[Progress | Finding]:
    """One pass over the numbers of a tree. Tiles that are `damaged` (by path) say nothing of entries.

    `told`: what the next tree tells of one that has ended. Where entries were stranded, what was signed is
    of other leaves than the database has; only the state is of these.
    """
    frontier, differs = Frontier(), False
    heads = [head for head in heads if not (told and told.stranded) or head.code == "log.state"]
    waiting = sorted(heads, key=lambda head: head.size)
    with connections[using].chunked_cursor() as cursor:
        cursor.execute(_ROWS, [signed.first_number, signed.ends])
        for tile, group in groupby(cursor, key=lambda row: (row[0] - signed.first_number) // TILE_WIDTH):
            rows = [*group]
            for finding in _against_tile(signed, tile, rows, damaged, told):
                differs = True
                yield finding
            hashes = [_hash(row) for row in rows]
            while waiting and waiting[0].size <= frontier.size + len(hashes):
                head = waiting.pop(0)
                taken = head.size - frontier.size
                frontier, hashes = frontier.extended(hashes[:taken]), hashes[taken:]
                if not differs and frontier.root() != head.root:
                    yield _other_root(head)
            frontier = frontier.extended(hashes)
            yield Progress(stage="leaves", done=frontier.size, total=max(frontier.size, heads[0].size))
    yield from _left(waiting, frontier)


def _left(waiting: Sequence[Head], frontier: Frontier) -> Iterator[Finding]:
    """What is kept beyond the last number; of what was signed there, the sizes speak for themselves."""
    for head in waiting:
        if head.size == frontier.size == 0:
            if head.root != frontier.root():
                yield _other_root(head)
        elif head.code == "log.state":
            detail = f"{head.size} entries were numbered, {frontier.size} are left"
            yield Finding(code="log.cut", row=head.row, detail=detail)


def _other_root(head: Head) -> Finding:
    detail = f"the first {head.size} entries give another root now than the one that is kept here"
    return Finding(code=head.code, row=head.row, detail=detail)


def _hash(row: tuple[Any, ...]) -> bytes:
    return GONE if row[4] is None else bytes(row[4])


def _against_tile(
    signed: Signed,
    index: int,
    rows: Sequence[tuple[Any, ...]],
    damaged: frozenset[str],
    told: Told | None,
) -> Iterator[Finding]:
    """Entries that are not those which the signed tree has at their numbers, nor listed as stranded."""
    stored = _stored(signed, index, damaged)
    if stored is None:
        return  # has its finding, or was never signed
    for row in rows:
        at = row[0] - signed.first_number - (index << TILE_HEIGHT)
        theirs = stored[at * HASH_SIZE :][:HASH_SIZE]
        if row[4] is None or theirs == bytes(row[4]) or not (theirs or told):
            continue
        if not (told and told.has_stranded(number=row[0], entry=row[3], leaf_hash=bytes(row[4]))):
            name = f"archive_entry seller_id={row[1]} id={row[3]}"
            detail = f"number {row[0]} of the log is another entry"
            yield Finding(code="log.leaf", row=name, detail=detail, chain=Ref(row[1], row[2]))


def _stored(signed: Signed, index: int, damaged: frozenset[str]) -> bytes | None:
    """The signed leaf hashes of a tile, as many as there are; None where nothing can be said by them."""
    if signed.checkpoint is None:
        return None
    width = min(TILE_WIDTH, signed.checkpoint.size - (index << TILE_HEIGHT))
    if width <= 0:
        return b""
    tile = Tile(0, index, width)
    try:
        return None if tile.path() in damaged else signed.folder.read_tile(tile)
    except (FileNotFoundError, Refused):
        return None
