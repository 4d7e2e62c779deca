"""The published log on disk: tiles, bundles and the checkpoint of one tree."""

from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings

from helpdesk.tlog.hashing import HASH_SIZE
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.tiles import Bundle, Tile, decode_bundle, encode_bundle

CHECKPOINT = "checkpoint"


@dataclass(frozen=True, slots=True)
class LogFolder:
    """Reads as C2SP tlog-tiles lays it out. A partial tile may be gone once the full one stands."""

    path: Path

    def read_tile(self, tile: Tile) -> bytes:
        """Raises FileNotFoundError, and Refused("tile.length") where the file is not whole."""
        try:
            data = (self.path / tile.path()).read_bytes()
        except FileNotFoundError:
            data = (self.path / Tile(tile.level, tile.index).path()).read_bytes()[: tile.width * HASH_SIZE]
        if len(data) != tile.width * HASH_SIZE:
            raise Refused("tile.length", f"{tile.path()}: {len(data)} bytes")
        return data

    def read_bundle(self, bundle: Bundle) -> bytes:
        """Raises FileNotFoundError, and Refused("bundle.*") where a full one in its place is not whole."""
        try:
            return (self.path / bundle.path()).read_bytes()
        except FileNotFoundError:
            full = decode_bundle((self.path / Bundle(bundle.index).path()).read_bytes())
            return encode_bundle(full[: bundle.width])

    def read_checkpoint(self) -> bytes | None:
        """The signed note as it lies there; None before the first one."""
        try:
            return (self.path / CHECKPOINT).read_bytes()
        except FileNotFoundError:
            return None


def folder_of(*, log_id: UUID) -> LogFolder:
    """The folder of a tree, by its log id."""
    return LogFolder(settings.HELPDESK.log / log_id.hex)


def guard_path(*, guard_id: UUID) -> Path:
    """The guard's file."""
    path: Path = settings.HELPDESK.guard / guard_id.hex
    return path


def read_guard(*, guard_id: UUID) -> bytes | None:
    """The last checkpoint that was signed, as a note; None where this node has no guard."""
    try:
        return guard_path(guard_id=guard_id).read_bytes()
    except FileNotFoundError:
        return None
