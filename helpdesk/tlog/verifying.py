"""A whole log gone through, from its entries to its root, naming what was altered.

Tiles are trusted from the root downward: the right edge must make the signed root, each tile the hash that
stands for it in the tile above, each entry the hash in its tile. So a finding names the file that differs and
not those above it, and one tile per level is in memory at a time.
"""

from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass

from helpdesk.tlog.hashing import HASH_SIZE, leaf_hashes, root_of_joined
from helpdesk.tlog.proofs import root_from
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.subtrees import hashes_in_tiles
from helpdesk.tlog.tiles import TILE_HEIGHT, Bundle, Tile, decode_bundle, edge_of, split_tile


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A file that is not what the root says. `index`: the first leaf concerned, where it is known.

    `entry.altered`: the tile is right, its entries are not. `tile.altered`: all that lies below is right.
    `leaves.altered`: neither is. `tile.entries`: they differ, and what lies above is too damaged to say which
    is right. `root.altered`: the entries make another root. `file.missing`, or the code of a file that cannot
    be read.
    """

    code: str
    path: str
    index: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """So many leaves are gone through."""

    leaves: int


Step = Found | Progress
_Walk = Generator[Step, None, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Where files are read. Both raise FileNotFoundError for a file that is not there."""

    read_tile: Callable[[Tile], bytes]
    read_bundle: Callable[[Bundle], bytes]


def check_bundle(data: bytes, *, width: int | None = None) -> list[bytes]:
    """The leaf hashes of a bundle. Raises Refused("bundle.length", "bundle.width")."""
    return leaf_hashes(decode_bundle(data, width=width))


def check_log(*, size: int, root: bytes, folder: Folder) -> Iterator[Step]:
    """Every file of this checkpoint's log, with progress after each bundle; without findings it is whole."""
    edge = edge_of(size=size)
    sound = _edge_root(size, folder.read_tile) == root
    computed: dict[Tile, bytes] = {}
    for tile in reversed(edge):  # the tallest stands over the first leaves
        computed[tile] = yield from _tile(tile, None, folder, sound=sound)
    if not sound and _edge_root(size, computed.__getitem__) != root:
        yield Found(code="root.altered", path="checkpoint")


def _edge_root(size: int, read_tile: Callable[[Tile], bytes]) -> bytes | None:
    try:
        return root_from(size=size, read=hashes_in_tiles(read_tile, size))
    except (FileNotFoundError, Refused):
        return None  # what is wrong with it is found on the way


def _tile(tile: Tile, expected: bytes | None, folder: Folder, *, sound: bool = False) -> _Walk:
    """Check a tile and all below it; the hashes that it should hold, as far as they are known."""
    stored = yield from _stored(tile, folder)
    sound = sound or (expected is not None and root_of_joined(stored) == expected)
    if tile.level == 0:
        made = yield from _entries(tile, stored, folder, sound=sound)
    else:
        made = yield from _below(tile, stored, folder, sound=sound)
    if sound or (stored and expected is None and made == stored):
        return stored
    yield from _judged(tile, stored, made, expected)
    return made


def _stored(tile: Tile, folder: Folder) -> _Walk:
    try:
        data = folder.read_tile(tile)
        split_tile(data, width=tile.width)
    except FileNotFoundError:
        yield Found(code="file.missing", path=tile.path(), index=_first_leaf(tile))
    except Refused as refused:
        yield Found(code=refused.code, path=tile.path(), index=_first_leaf(tile))
    else:
        return data
    return b""


def _below(tile: Tile, stored: bytes, folder: Folder, *, sound: bool) -> _Walk:
    made = []
    for position in range(tile.width):
        expected = stored[position * HASH_SIZE : (position + 1) * HASH_SIZE] if sound else None
        child = Tile(tile.level - 1, (tile.index << TILE_HEIGHT) + position)
        data = yield from _tile(child, expected, folder)
        made.append(expected or root_of_joined(data))
    return b"".join(made)


def _entries(tile: Tile, stored: bytes, folder: Folder, *, sound: bool) -> _Walk:
    bundle = Bundle(tile.index, tile.width)
    made = stored
    try:
        made = b"".join(check_bundle(folder.read_bundle(bundle), width=tile.width))
    except FileNotFoundError:
        yield Found(code="file.missing", path=bundle.path(), index=_first_leaf(tile))
    except Refused as refused:
        yield Found(code=refused.code, path=bundle.path(), index=_first_leaf(tile))
    if sound and made != stored:
        index = _first_leaf(tile) + _differs(stored, made)
        yield Found(code="entry.altered", path=bundle.path(), index=index)
    yield Progress(leaves=_first_leaf(tile) + tile.width)
    return made


def _judged(tile: Tile, stored: bytes, made: bytes, expected: bytes | None) -> Iterator[Found]:
    """What to say of a tile that the tile above does not confirm."""
    reach = 1 << TILE_HEIGHT * tile.level
    index = _first_leaf(tile) + _differs(stored, made) * reach
    if expected is not None and root_of_joined(made) != expected:
        yield Found(code="leaves.altered", path=tile.path(), index=index if made != stored else None)
    elif made != stored and stored:
        code = "tile.entries" if expected is None and tile.level == 0 else "tile.altered"
        yield Found(code=code, path=tile.path(), index=index)


def _first_leaf(tile: Tile) -> int:
    return tile.index << TILE_HEIGHT * (tile.level + 1)


def _differs(stored: bytes, made: bytes) -> int:
    """The position of the first hash that is not the same."""
    starts = range(0, len(made), HASH_SIZE)
    different = (at for at in starts if stored[at : at + HASH_SIZE] != made[at : at + HASH_SIZE])
    return next(different, 0) // HASH_SIZE
