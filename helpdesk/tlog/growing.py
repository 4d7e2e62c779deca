"""The tiles to write when leaves are appended, from the new leaves and the old partial tiles alone."""

from collections.abc import Callable, Iterator, Sequence

from helpdesk.tlog.hashing import root_of_joined
from helpdesk.tlog.tiles import TILE_HEIGHT, TILE_WIDTH, Tile, split_tile

ReadTile = Callable[[Tile], bytes]


def grown_tiles(
    *, size: int, leaf_hashes: Sequence[bytes], read_tile: ReadTile
) -> Iterator[tuple[Tile, bytes]]:
    """Each tile of `new_tiles(old_size=size, new_size=size + len(leaf_hashes))` with its bytes, leaves first.

    `read_tile` is asked for the old tree's partial tiles. Raises Refused("tile.length") if one is not whole.
    """
    nodes = [*leaf_hashes]
    level = 0
    while nodes:
        before = size >> TILE_HEIGHT * level
        upward = []
        for tile, data in _tiles(level, before, nodes, read_tile):
            yield tile, data
            if tile.width == TILE_WIDTH:
                upward.append(root_of_joined(data))
        nodes, level = upward, level + 1


def _tiles(level: int, before: int, nodes: list[bytes], read_tile: ReadTile) -> Iterator[tuple[Tile, bytes]]:
    first, begun = before >> TILE_HEIGHT, before % TILE_WIDTH
    if begun:
        nodes = split_tile(read_tile(Tile(level, first, begun)), width=begun) + nodes
    for at in range(0, len(nodes), TILE_WIDTH):
        held = nodes[at : at + TILE_WIDTH]
        yield Tile(level, first + (at >> TILE_HEIGHT), len(held)), b"".join(held)
