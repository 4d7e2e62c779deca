"""Proofs from tiles, many at a time: each tile is read once, and each hash in it is made once."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from helpdesk.archive.models import Tree
from helpdesk.archive.queries.folder import LogFolder
from helpdesk.tlog import tiles
from helpdesk.tlog.hashing import parents
from helpdesk.tlog.proofs import inclusion_proof, verify_inclusion
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import TILE_HEIGHT, TILE_WIDTH


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The newest signed checkpoint of a tree.

    `note`: the signed note as it is published, with the lines of those witnesses that have seen it;
    `own_note`: as the log itself signed it.
    """

    tree: int
    log_id: UUID
    origin: str
    vkey: str
    size: int
    root: bytes
    note: str
    own_note: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Inclusion:
    """That a leaf lies at `index` of the tree that `note` signs: verified, and for others to verify."""

    origin: str
    index: int
    size: int
    leaf_hash: bytes
    hashes: tuple[bytes, ...]
    note: str


@dataclass(kw_only=True)
class Prover:
    """One tree's folder, for one call; what it read is forgotten with it."""

    tree: Tree
    head: Published | None
    folder: LogFolder
    is_ended: bool
    _tiles: dict[tuple[int, int], bytes] = field(default_factory=dict)
    _nodes: dict[tuple[int, int], list[list[bytes]]] = field(default_factory=dict)

    @property
    def first_number(self) -> int:
        """The number of leaf 0."""
        return self.tree.first_number

    def prove(self, *, number: int, leaf_hash: bytes) -> Inclusion | None:
        """None for a leaf that is not under the checkpoint. Raises tlog.Refused, with the path of the tile.

        A tree that has ended may hold another entry in this place: one that the database has lost.
        """
        head, index = self.head, number - self.first_number
        if head is None or index >= head.size:
            return None
        path = self._tile(0, index >> TILE_HEIGHT)[0].path()
        if self.read(0, index) != leaf_hash:
            if self.is_ended:
                return None
            raise Refused("tile.entry", f"{path}: the entry is not the one that was signed")
        hashes = inclusion_proof(index=index, size=head.size, read=self.read)
        try:
            verify_inclusion(index=index, size=head.size, leaf_hash=leaf_hash, proof=hashes, root=head.root)
        except Refused as refused:
            raise Refused(refused.code, f"{path}: {refused.detail}") from None
        return Inclusion(
            origin=head.origin,
            index=index,
            size=head.size,
            leaf_hash=leaf_hash,
            hashes=tuple(hashes),
            note=head.note,
        )

    def read(self, height: int, index: int) -> bytes:
        """The hash of a perfect subtree, from the tile that holds it or its parts."""
        level, inner = divmod(height, TILE_HEIGHT)
        number, at = divmod(index, TILE_WIDTH >> inner)
        nodes = self._nodes.get((level, number))
        if nodes is None:
            _, data = self._tile(level, number)
            nodes = [tiles.split_tile(data)]
            for _ in range(TILE_HEIGHT - 1):
                nodes.append(parents(nodes[-1]))
            self._nodes[level, number] = nodes
        return nodes[inner][at]

    def _tile(self, level: int, index: int) -> tuple[tiles.Tile, bytes]:
        size = self.head.size if self.head else 0
        width = min(TILE_WIDTH, (size >> TILE_HEIGHT * level) - (index << TILE_HEIGHT))
        tile = tiles.Tile(level, index, width)
        data = self._tiles.get((level, index))
        if data is None:
            try:
                data = self.folder.read_tile(tile)
            except FileNotFoundError:
                raise Refused("file.missing", tile.path()) from None
            self._tiles[level, index] = data
        return tile, data
