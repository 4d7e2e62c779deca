"""Leaves as real logs hold them, and a published folder of them."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random
from uuid import UUID

from helpdesk.archive.rules.leaf import leaf
from helpdesk.archive.terms import Audience, Chain, ChainName
from helpdesk.kernel import clock
from helpdesk.tlog.hashing import leaf_hashes, root_of
from helpdesk.tlog.subtrees import hashes_of
from helpdesk.tlog.tiles import encode_bundle, new_bundles, new_tiles, tile_data

_FACTS: Mapping[str, int | str] = {
    "answered_version": 1,
    "counted": 36_000_000_000,
    "language": "pl",
    "overrun": 0,
    "verdict": "met",
}
_BEGAN = 1_767_225_600_000_000  # microseconds: 2026-01-01


def leaves(*, many: int) -> list[bytes]:
    """Messages that answer, one on each chain; the same ones each time."""
    return list(_leaves(many))


def _leaves(many: int) -> Iterator[bytes]:
    chance = Random(5)

    def id() -> UUID:
        return UUID(int=chance.getrandbits(128), version=4)

    for number in range(many):
        yield leaf(
            id=id(),
            chain=Chain(
                seller_id=1,
                id=id(),
                name=ChainName.SHARED,
                audience=Audience.BOTH,
                seller=id(),
                pair=id(),
            ),
            head=None,
            at=clock.from_us(_BEGAN + number),
            kind="message",
            role="seller",
            by=chance.randbytes(32).hex(),
            commitments={"body": chance.randbytes(32).hex()},
            facts=_FACTS,
            ref=[("answers", id())],
        )


def published(*, folder: Path, entries: Sequence[bytes]) -> bytes:
    """Their bundles and tiles, as a log publishes them; returns the root."""
    hashes = leaf_hashes(entries)
    read = hashes_of(hashes)
    for bundle in new_bundles(old_size=0, new_size=len(entries)):
        first = bundle.index * 256
        _write(folder / bundle.path(), encode_bundle(entries[first : first + bundle.width]))
    for tile in new_tiles(old_size=0, new_size=len(entries)):
        _write(folder / tile.path(), tile_data(tile=tile, read=read))
    return root_of(hashes)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
