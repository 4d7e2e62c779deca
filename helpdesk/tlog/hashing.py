"""RFC 6962 section 2.1: SHA-256 with a first byte that tells leaves from nodes."""

from collections.abc import Iterable, Sequence
from hashlib import sha256

from helpdesk.tlog.refusals import Refused

HASH_SIZE = 32
EMPTY_ROOT = sha256(b"").digest()
_PAIR = 2 * HASH_SIZE


def leaf_hash(data: bytes) -> bytes:
    """The hash of an entry's bytes."""
    return sha256(b"\x00" + data).digest()


def leaf_hashes(entries: Iterable[bytes]) -> list[bytes]:
    """The hashes of many entries."""
    hashed = sha256  # a local name is found faster, and this runs once for every entry of a log
    return [hashed(b"\x00" + data).digest() for data in entries]


def node_hash(left: bytes, right: bytes) -> bytes:
    """The hash of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


def parents(hashes: Sequence[bytes]) -> list[bytes]:
    """The nodes above pairs of neighbours; an odd last hash has no parent yet and is left out."""
    hashed = sha256
    pairs = zip(hashes[::2], hashes[1::2], strict=False)
    return [hashed(b"\x01" + left + right).digest() for left, right in pairs]


def root_of(hashes: Sequence[bytes]) -> bytes:
    """The root of a tree whose leaves have these hashes."""
    if not hashes:
        return EMPTY_ROOT
    level = [*hashes]
    while len(level) > 1:
        odd = level[-1:] if len(level) % 2 else []
        level = parents(level) + odd
    return level[0]


def root_of_joined(data: bytes) -> bytes:
    """The root over hashes that lie one behind the other, as in a tile: the fastest way through many."""
    hashed = sha256
    while len(data) > HASH_SIZE:
        paired = len(data) - len(data) % _PAIR
        nodes = [hashed(b"\x01" + data[i : i + _PAIR]).digest() for i in range(0, paired, _PAIR)]
        data = b"".join(nodes) + data[paired:]
    return data or EMPTY_ROOT


def folded(hashes: Sequence[bytes]) -> bytes:
    """The root over perfect subtrees, largest first."""
    if not hashes:
        return EMPTY_ROOT
    root = hashes[-1]
    for left in reversed(hashes[:-1]):
        root = node_hash(left, root)
    return root


def check_hashes(values: Iterable[bytes]) -> None:
    """Raises Refused("hash.length") unless all are as long as a hash."""
    if strange := {*map(len, values)} - {HASH_SIZE}:
        raise Refused("hash.length", f"{min(strange)} bytes")
