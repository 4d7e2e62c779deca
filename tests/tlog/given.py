"""The known answers of the Archive, a log and a witness with fixed keys, and logs of any number of leaves."""

import json
from functools import cache
from typing import Any

from helpdesk.tlog.checkpoints import Checkpoint, cosign
from helpdesk.tlog.frontier import Frontier
from helpdesk.tlog.growing import grown_tiles
from helpdesk.tlog.hashing import leaf_hashes, root_of
from helpdesk.tlog.keys import CosignatureSigner, Signer
from helpdesk.tlog.notes import sign
from helpdesk.tlog.proofs import hashes_of, inclusion_proof
from helpdesk.tlog.tiles import Tile, encode_bundle, new_bundles
from tests.architecture.house import ROOT

VECTORS: dict[str, Any] = json.loads((ROOT / "tests/data/tlog/vectors.json").read_text())
EIGHT = [bytes.fromhex(data) for data in VECTORS["eight_leaves"]["data"]]
LEAVES = leaf_hashes(EIGHT)
_KEYS = VECTORS["keys"]
LOG = Signer(_KEYS["log"]["name"], bytes.fromhex(_KEYS["log"]["seed"]))
WITNESS = CosignatureSigner(_KEYS["witness"]["name"], bytes.fromhex(_KEYS["witness"]["seed"]))
STRANGER = Signer("stranger.helpdesk.test", b"s" * 32)
SEEN_AT = 1_767_225_600  # seconds since 1970 UTC
TRUSTED = [LOG.verifier, WITNESS.verifier]
READ = hashes_of(LEAVES)
HEAD = Checkpoint(LOG.name, 8, root_of(LEAVES))
SIGNED = sign(HEAD.text(), LOG)
COSIGNED = cosign(SIGNED, signer=WITNESS, at=SEEN_AT)
PROOF = inclusion_proof(index=5, size=8, read=READ)


@cache
def entries(size: int) -> tuple[bytes, ...]:
    """Entries of different lengths, some of them empty."""
    return tuple(b"entry %d" % n * (n % 5) for n in range(size))


@cache
def leaves(size: int) -> tuple[bytes, ...]:
    """Their hashes."""
    return tuple(leaf_hashes(entries(size)))


@cache
def root(size: int) -> bytes:
    """The root of a log of so many of these entries."""
    return Frontier().extended(leaves(size)).root()


def files(size: int, before: dict[str, bytes] | None = None, old_size: int = 0) -> dict[str, bytes]:
    """A log's folder: paths with their bytes; or what becomes of a smaller log's when it grows."""
    held = {**(before or {})}

    def read(tile: Tile) -> bytes:
        return held[tile.path()]

    added = leaves(size)[old_size:]
    held |= {
        tile.path(): data for tile, data in grown_tiles(size=old_size, leaf_hashes=added, read_tile=read)
    }
    for bundle in new_bundles(old_size=old_size, new_size=size):
        first = bundle.index * 256
        held[bundle.path()] = encode_bundle(entries(size)[first : first + bundle.width])
    return held
