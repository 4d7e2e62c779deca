"""Leaf v1: canonical JSON of one entry, and its RFC 6962 hash."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from uuid import UUID

from helpdesk.archive.terms import MAX_LEAF, Chain, Head
from helpdesk.kernel import clock
from helpdesk.kernel.canonical import canonical

_US = timedelta(microseconds=1)


def instant(*, now: datetime, head: Head | None) -> datetime:
    """The entry's `at`: now, but always after the chain's previous entry, whatever the node's clock did."""
    return now if head is None else max(now, head.at + _US)


def leaf(
    *,
    id: UUID,
    chain: Chain,
    head: Head | None,
    at: datetime,
    kind: str,
    role: str,
    by: str,
    commitments: Mapping[str, str],
    facts: Mapping[str, int | str],
    ref: Sequence[tuple[str, UUID]],
) -> bytes:
    """The bytes of a leaf. Raises ValueError beyond 4 KiB, TypeError for anything but codes and integers."""
    shape: dict[str, object] = {
        "at": clock.to_us(at),
        "by": {"c": by, "role": role},
        "c": dict(commitments),
        "chain": str(chain.id),
        "f": dict(facts),
        "id": str(id),
        "n": 0 if head is None else head.n + 1,
        "prev": "" if head is None else head.leaf_hash.hex(),
        "ref": [[how, str(entry)] for how, entry in ref],
        "t": kind,
        "v": 1,
    }
    if chain.seller is not None:
        shape["seller"] = str(chain.seller)
    if chain.pair is not None:
        shape["pair"] = str(chain.pair)
    data = canonical(shape)
    if len(data) > MAX_LEAF:
        raise ValueError(f"leaf of {len(data)} bytes")
    return data


def leaf_hash(data: bytes) -> bytes:
    """RFC 6962 section 2.1: SHA-256 of 0x00 and the leaf's bytes."""
    return hashlib.sha256(b"\x00" + data).digest()
