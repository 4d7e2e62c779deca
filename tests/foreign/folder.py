"""A log's folder as the standard lays it out, written with nothing but the room of transparency logs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from helpdesk.tlog.checkpoints import Checkpoint, cosign
from helpdesk.tlog.growing import grown_tiles
from helpdesk.tlog.hashing import leaf_hashes
from helpdesk.tlog.keys import CosignatureSigner, Signer
from helpdesk.tlog.notes import sign
from helpdesk.tlog.proofs import ReadHash, hashes_in_tiles, root_from
from helpdesk.tlog.tiles import TILE_WIDTH, Tile, encode_bundle, new_bundles


@dataclass(frozen=True)
class LogFolder:
    """A folder, the key that signs its checkpoints, and a witness that adds its line."""

    path: Path
    signer: Signer
    witness: CosignatureSigner

    @property
    def checkpoint(self) -> str:
        """The newest signed note."""
        return (self.path / "checkpoint").read_text()

    def read_tile(self, tile: Tile) -> bytes:
        """Its bytes."""
        return (self.path / tile.path()).read_bytes()

    def hashes(self, size: int) -> ReadHash:
        """The hashes of a tree of this size, from the tiles."""
        return hashes_in_tiles(self.read_tile, size)

    def grow(self, *, entries: Sequence[bytes], old_size: int, at: int) -> str:
        """Append what is new in `entries`; the new checkpoint, cosigned `at` seconds since 1970 UTC."""
        size, added = len(entries), leaf_hashes(entries[old_size:])
        for tile, data in grown_tiles(size=old_size, leaf_hashes=added, read_tile=self.read_tile):
            self._write(tile.path(), data)
        for bundle in new_bundles(old_size=old_size, new_size=size):
            first = bundle.index * TILE_WIDTH
            self._write(bundle.path(), encode_bundle(entries[first : first + bundle.width]))
        head = Checkpoint(self.signer.name, size, root_from(size=size, read=self.hashes(size)))
        note = cosign(sign(head.text(), self.signer), signer=self.witness, at=at)
        self._write("checkpoint", note.encode())
        return note

    def _write(self, path: str, data: bytes) -> None:
        file = self.path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
