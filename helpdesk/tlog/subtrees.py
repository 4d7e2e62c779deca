"""Hashes of perfect subtrees, wherever they are kept: in a list of leaf hashes, or in tiles."""

from collections.abc import Callable, Sequence
from functools import lru_cache

from helpdesk.tlog.hashing import check_hashes, folded, root_of_joined
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import TILE_HEIGHT, TILE_WIDTH, Tile, split_tile

ReadHash = Callable[[int, int], bytes]
_HASHES_KEPT = 4096


def hashes_of(leaf_hashes: Sequence[bytes]) -> ReadHash:
    """Reads `(height, index)` from a list: the subtree over leaves `index * 2**height` and following."""

    @lru_cache(_HASHES_KEPT)
    def read(height: int, index: int) -> bytes:
        if min(height, index) < 0:
            raise Refused("tree.index", f"no subtree {index} of height {height}")
        held = leaf_hashes[index << height : (index + 1) << height]
        if len(held) != 1 << height:
            raise Refused("tree.index", f"no subtree {index} of height {height}")
        return root_of_joined(b"".join(held))

    return read


def hashes_in_tiles(read_tile: Callable[[Tile], bytes], size: int) -> ReadHash:
    """Reads `(height, index)` from the tiles of a tree of this size, each full or as wide as the size says.

    Reading raises Refused("tree.index") outside the tree, Refused("tile.length") if a tile is not whole.
    """
    tile_of = lru_cache(64)(read_tile)

    def read(height: int, index: int) -> bytes:
        if min(height, index) < 0 or index + 1 << height > size:
            raise Refused("tree.index", f"no subtree {index} of height {height} among {size} leaves")
        level, inner = divmod(height, TILE_HEIGHT)
        first = index << inner
        number = first >> TILE_HEIGHT
        width = min(TILE_WIDTH, (size >> TILE_HEIGHT * level) - (number << TILE_HEIGHT))
        held = split_tile(tile_of(Tile(level, number, width)), width=width)
        at = first % TILE_WIDTH
        return root_of_joined(b"".join(held[at : at + (1 << inner)]))

    return read


def root_between(*, start: int, end: int, read: ReadHash) -> bytes:
    """The root over leaves `start` to `end`; `start` is a multiple of a power of two >= `end - start`."""
    hashes = []
    while start < end:
        height = (end - start).bit_length() - 1
        hashes.append(read(height, start >> height))
        start += 1 << height
    check_hashes(hashes)
    return folded(hashes)
