"""C2SP tlog-tiles: which hashes lie in which file, and the files that hold the entries themselves.

A tile of level l holds up to 256 hashes, each of a perfect subtree of 256**l leaves. The last one of a level
may be partial: its width is part of its name, so a file never changes.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from helpdesk.tlog.encoding import LARGEST
from helpdesk.tlog.hashing import HASH_SIZE
from helpdesk.tlog.refusals import Refused

TILE_HEIGHT = 8
TILE_WIDTH = 1 << TILE_HEIGHT
LAST_LEVEL = 63
LONGEST_ENTRY = (1 << 16) - 1  # bytes: its length stands in two
_FOLDER = 1000
_PATH = re.compile(
    r"tile/(?P<level>entries|0|[1-9][0-9]?)/(?P<index>(?:x[0-9]{3}/)*[0-9]{3})(?:\.p/(?P<width>[1-9][0-9]{0,2}))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Tile:
    """The hashes of `width` neighbouring subtrees. Raises Refused("tile.*") where there is no such tile."""

    level: int
    index: int
    width: int = TILE_WIDTH

    def __post_init__(self) -> None:
        if not 0 <= self.level <= LAST_LEVEL:
            raise Refused("tile.level", str(self.level))
        _check(self.index, self.width)

    def path(self) -> str:
        """Where it lies below the log's folder: `tile/0/x001/234.p/7`."""
        return f"tile/{self.level}/{_place(self.index, self.width)}"


@dataclass(frozen=True, slots=True)
class Bundle:
    """The entries under a tile of level 0. Raises Refused("tile.*") where there is no such bundle."""

    index: int
    width: int = TILE_WIDTH

    def __post_init__(self) -> None:
        _check(self.index, self.width)

    def path(self) -> str:
        """Where it lies below the log's folder: `tile/entries/x001/234.p/7`."""
        return f"tile/entries/{_place(self.index, self.width)}"


def _check(index: int, width: int) -> None:
    if not 0 <= index <= LARGEST:
        raise Refused("tile.index", str(index))
    if not 1 <= width <= TILE_WIDTH:
        raise Refused("tile.width", str(width))


def _place(index: int, width: int) -> str:
    path = f"{index % _FOLDER:03}"
    while index := index // _FOLDER:
        path = f"x{index % _FOLDER:03}/{path}"
    return path if width == TILE_WIDTH else f"{path}.p/{width}"


def parse_path(path: str) -> Tile | Bundle:
    """The tile or bundle of this path. Raises Refused("tile.path") for any other way to write it."""
    found = _PATH.fullmatch(path)
    if found is None:
        raise Refused("tile.path", path[:120])
    index = int(re.sub("[x/]", "", found["index"]))
    width = int(found["width"] or TILE_WIDTH)
    place = Bundle(index, width) if found["level"] == "entries" else Tile(int(found["level"]), index, width)
    if place.path() != path:  # folders of zeros before the index, or `.p/256`
        raise Refused("tile.path", path[:120])
    return place


def new_tiles(*, old_size: int, new_size: int) -> Iterator[Tile]:
    """The tiles that a tree of `new_size` has and one of `old_size` had not, from the leaves upward."""
    level, old, new = 0, old_size, new_size
    while old < new:
        for index, width in _grown(old, new):
            yield Tile(level, index, width)
        level, old, new = level + 1, old >> TILE_HEIGHT, new >> TILE_HEIGHT


def new_bundles(*, old_size: int, new_size: int) -> Iterator[Bundle]:
    """The bundles that a tree of `new_size` has and one of `old_size` had not."""
    for index, width in _grown(old_size, new_size):
        yield Bundle(index, width)


def _grown(old: int, new: int) -> Iterator[tuple[int, int]]:
    if old < new:
        for index in range(old >> TILE_HEIGHT, (new - 1 >> TILE_HEIGHT) + 1):
            yield index, min(TILE_WIDTH, new - (index << TILE_HEIGHT))


def edge_of(*, size: int) -> list[Tile]:
    """The partial tiles of a tree, from the leaves upward: together they say its root."""
    levels = range((size.bit_length() + TILE_HEIGHT - 1) // TILE_HEIGHT)
    counts = [(level, size >> TILE_HEIGHT * level) for level in levels]
    return [Tile(level, n >> TILE_HEIGHT, n % TILE_WIDTH) for level, n in counts if n % TILE_WIDTH]


def tile_data(*, tile: Tile, read: Callable[[int, int], bytes]) -> bytes:
    """A tile's bytes. `read(height, index)` gives the hash of a perfect subtree (height 0: a leaf's)."""
    first = tile.index << TILE_HEIGHT
    height = TILE_HEIGHT * tile.level
    return b"".join([read(height, index) for index in range(first, first + tile.width)])


def split_tile(data: bytes, *, width: int | None = None) -> list[bytes]:
    """The hashes of a tile. Raises Refused("tile.length") unless it holds `width`, or 1 to 256 whole ones."""
    if width is not None and len(data) != width * HASH_SIZE:
        raise Refused("tile.length", f"{len(data)} bytes for {width} hashes")
    if not 0 < len(data) <= TILE_WIDTH * HASH_SIZE or len(data) % HASH_SIZE:
        raise Refused("tile.length", f"{len(data)} bytes")
    return [data[at : at + HASH_SIZE] for at in range(0, len(data), HASH_SIZE)]


def encode_bundle(entries: Iterable[bytes]) -> bytes:
    """Entries, each after its length in two bytes, big-endian. Raises Refused("bundle.entry") if too long."""
    parts = [*entries]
    if any(len(entry) > LONGEST_ENTRY for entry in parts):
        raise Refused("bundle.entry", "too long for a length of two bytes")
    return b"".join([len(entry).to_bytes(2, "big") + entry for entry in parts])


def decode_bundle(data: bytes, *, width: int | None = None) -> list[bytes]:
    """The entries. Raises Refused("bundle.length") if bytes are missing, "bundle.width" if entries are."""
    entries: list[bytes] = []
    at, end = 0, len(data)
    while at + 1 < end:
        start = at + 2
        at = start + (data[at] << 8 | data[at + 1])
        entries.append(data[start:at])
    if at != end:
        raise Refused("bundle.length", f"entry {len(entries) - 1} ends at byte {at} of {end}")
    if not 1 <= len(entries) <= TILE_WIDTH or (width is not None and len(entries) != width):
        raise Refused("bundle.width", f"{len(entries)} entries, expected {width or '1 to 256'}")
    return entries
