"""Tiles and bundles from the rows: checked in memory first, so that wrong rows never spoil a file."""

from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from shutil import rmtree

from django.db import connections

from helpdesk.archive.actions.publishing.files import Writer
from helpdesk.archive.actions.publishing.standing import Refusing, Standing
from helpdesk.archive.rules.sequencing import Standstill
from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.growing import grown_tiles
from helpdesk.tlog.hashing import leaf_hashes
from helpdesk.tlog.proofs import hashes_in_tiles, root_from
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import TILE_WIDTH, Bundle, Tile, encode_bundle

CHUNK = 32 * TILE_WIDTH  # leaves read, and files made durable, at a time

_LEAVES = """
    SELECT e.leaf FROM archive_number a
    JOIN archive_entry e ON e.seller_id = a.seller_id AND e.id = a.entry_id
    WHERE a.number >= %s::bigint AND a.number < %s::bigint ORDER BY a.number
"""


class Grower:
    """Lets the tree in the folder grow up to the database's, from the guard's size or from nothing."""

    def __init__(self, at: Standing, *, anew: bool = False) -> None:
        self.at = at
        self.signed = at.guard.size if at.guard else 0
        self.base = 0 if anew or not self._is_whole() else self.signed
        self._leaves = lru_cache(1)(self._read)  # one chunk is both checked and written

    def check(self) -> None:
        """The rows make the signed root at its size, and the database's at its own; else Refusing."""
        frontier, goal = self._start(), self.at.edge.frontier
        for size in sorted({self.signed, goal.size}):
            for start, end in chunks(frontier.size, size):
                frontier = frontier.extended(leaf_hashes(self._leaves(start, end)[start % TILE_WIDTH :]))
            if self.at.guard and size == self.signed and frontier.root() != self.at.guard.root:
                raise Refusing(Standstill.GUARD_DIFFERS, self.signed)
        if frontier != goal:
            raise Refusing(Standstill.ROWS_DIFFER, self.signed)

    def write(self) -> None:
        """Files of each chunk, durable, before those of the next."""
        writer = Writer(self.at.folder.path)
        for start, end in chunks(self.base, self.at.edge.frontier.size):
            leaves = self._leaves(start, end)
            hashes = leaf_hashes(leaves[start % TILE_WIDTH :])
            read = self.at.folder.read_tile
            for tile, data in grown_tiles(size=start, leaf_hashes=hashes, read_tile=read):
                writer.write(tile.path(), data)
            for path, data in _bundles(start, leaves):
                writer.write(path, data)
            writer.settle()

    def sweep(self) -> None:
        """Partial files go where the full one stands. What is left behind by a crash is in nobody's way."""
        for start, end in chunks(self.base, self.at.edge.frontier.size):
            for path in self._full(start, end):
                with suppress(FileNotFoundError):
                    rmtree(self.at.folder.path / f"{path}.p")

    def _full(self, start: int, end: int) -> Iterator[str]:
        index, last = start // TILE_WIDTH, end // TILE_WIDTH
        level = 0
        while index < last:
            for number in range(index, last):
                yield from _files(level, number)
            index, last, level = index // TILE_WIDTH, last // TILE_WIDTH, level + 1

    def _start(self) -> Frontier:
        if not self.base:
            return Frontier()
        read = hashes_in_tiles(self.at.folder.read_tile, self.base)
        bits = [bit for bit in reversed(range(self.base.bit_length())) if self.base >> bit & 1]
        return Frontier(self.base, tuple(read(bit, (self.base >> bit) - 1) for bit in bits))

    def _is_whole(self) -> bool:
        """Whether the folder's right edge makes the root that the guard holds."""
        if not self.at.guard or not self.signed:
            return True
        try:
            read = hashes_in_tiles(self.at.folder.read_tile, self.signed)
            return root_from(size=self.signed, read=read) == self.at.guard.root
        except (FileNotFoundError, Refused):
            return False

    def _read(self, start: int, end: int) -> list[bytes]:
        """The leaves from the beginning of the bundle in which `start` lies."""
        first = self.at.edge.first_number
        span = [first + start - start % TILE_WIDTH, first + end]
        with connections["sequencer"].cursor() as cursor:
            cursor.execute(_LEAVES, span)
            leaves = [bytes(leaf) for (leaf,) in cursor.fetchall()]
        if len(leaves) != span[1] - span[0]:
            raise Refusing(Standstill.ROWS_DIFFER, self.signed)
        return leaves


def chunks(start: int, end: int, /) -> Iterator[tuple[int, int]]:
    """Pieces of a growth that end where tiles do, but for the last."""
    while start < end:
        stop = min(end, (start // CHUNK + 1) * CHUNK)
        yield start, stop
        start = stop


def _bundles(start: int, leaves: list[bytes]) -> Iterator[tuple[str, bytes]]:
    for at in range(0, len(leaves), TILE_WIDTH):
        held = leaves[at : at + TILE_WIDTH]
        yield Bundle((start + at) // TILE_WIDTH, len(held)).path(), encode_bundle(held)


def _files(level: int, index: int) -> Iterator[str]:
    yield Tile(level, index).path()
    if level == 0:
        yield Bundle(index).path()
