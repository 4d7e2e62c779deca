"""Proofs that an entry is in a tree, and that one tree begins another: made, and verified as RFC 9162 says.

Verifying shares nothing with making: it climbs from the leaf by the bits of index and size (sections
2.1.3.2 and 2.1.4.2), where making splits the tree from the top.
"""

from collections.abc import Sequence

from helpdesk.tlog.encoding import LARGEST
from helpdesk.tlog.hashing import EMPTY_ROOT, check_hashes, node_hash
from helpdesk.tlog.refusals import Refused
from helpdesk.tlog.subtrees import ReadHash, hashes_in_tiles, hashes_of, root_between

__all__ = [
    "ReadHash",
    "consistency_proof",
    "hashes_in_tiles",
    "hashes_of",
    "inclusion_proof",
    "root_from",
    "verify_consistency",
    "verify_inclusion",
]


def root_from(*, size: int, read: ReadHash) -> bytes:
    """The root of the tree of the first `size` leaves."""
    return root_between(start=0, end=size, read=read)


def inclusion_proof(*, index: int, size: int, read: ReadHash) -> list[bytes]:
    """The hashes beside the way from leaf `index` to the root, the leaf's sibling first.

    Raises Refused("proof.index") unless the leaf is in the tree.
    """
    _check_index(index, size)
    start, end, proof = 0, size, []
    while end - start > 1:
        middle = start + _largest_power_below(end - start)
        if index < middle:
            proof.append(root_between(start=middle, end=end, read=read))
            end = middle
        else:
            proof.append(root_between(start=start, end=middle, read=read))
            start = middle
    return proof[::-1]


def consistency_proof(*, first: int, second: int, read: ReadHash) -> list[bytes]:
    """The hashes that make both roots out of the same leaves. Empty for equal trees and after the empty one.

    Raises Refused("proof.size") unless 0 <= first <= second.
    """
    _check_sizes(first, second)
    if first == 0:
        return []
    start, end, proof = 0, second, []
    while end != first:
        middle = start + _largest_power_below(end - start)
        if first <= middle:
            proof.append(root_between(start=middle, end=end, read=read))
            end = middle
        else:
            proof.append(root_between(start=start, end=middle, read=read))
            start = middle
    if start:  # else what is left is the older tree itself, whose root the verifier has
        proof.append(root_between(start=start, end=end, read=read))
    return proof[::-1]


def verify_inclusion(*, index: int, size: int, leaf_hash: bytes, proof: Sequence[bytes], root: bytes) -> None:
    """Raises Refused("proof.index", "proof.length", "proof.root", "hash.length") unless the leaf is there."""
    _check_index(index, size)
    check_hashes([leaf_hash, root, *proof])
    node, last, found = index, size - 1, leaf_hash
    for sibling in proof:
        if last == 0:
            raise Refused("proof.length", "hashes beyond the root")
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            node, last = _climbed(node, last)
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise Refused("proof.length", "ends before the root")
    if found != root:
        raise Refused("proof.root", f"leads to {found.hex()}")


def verify_consistency(
    *, first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]
) -> None:
    """Raises Refused("proof.size", ".length", ".root", "hash.length") unless second begins with first."""
    _check_sizes(first, second)
    check_hashes([first_root, second_root, *proof])
    for size, root in ((first, first_root), (second, second_root)):
        if size == 0 and root != EMPTY_ROOT:
            raise Refused("proof.root", "the empty tree has another root")
    if first in (0, second):
        _check_trivial(first, first_root, second_root, proof)
    else:
        _check_climb(first, second, first_root, second_root, proof)


def _check_trivial(first: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]) -> None:
    if proof:
        raise Refused("proof.length", "nothing is to be proved")
    if first and first_root != second_root:
        raise Refused("proof.root", "two roots of one size")


def _check_climb(
    first: int, second: int, first_root: bytes, second_root: bytes, proof: Sequence[bytes]
) -> None:
    whole = first & (first - 1) == 0  # a perfect older tree is itself the first hash, and not repeated
    path = [first_root, *proof] if whole else [*proof]
    if not proof:
        raise Refused("proof.length", "no hashes")
    node, last = first - 1, second - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    older = newer = path[0]
    for sibling in path[1:]:
        if last == 0:
            raise Refused("proof.length", "hashes beyond the root")
        if node & 1 or node == last:
            older, newer = node_hash(sibling, older), node_hash(sibling, newer)
            node, last = _climbed(node, last)
        else:
            newer = node_hash(newer, sibling)
        node, last = node >> 1, last >> 1
    if last:
        raise Refused("proof.length", "ends before the root")
    if older != first_root or newer != second_root:
        raise Refused("proof.root", "leads to other roots")


def _climbed(node: int, last: int) -> tuple[int, int]:
    """Up past the levels where the right edge has no sibling."""
    while node and not node & 1:
        node, last = node >> 1, last >> 1
    return node, last


def _largest_power_below(n: int) -> int:
    return 1 << (n - 1).bit_length() - 1


def _check_index(index: int, size: int) -> None:
    if not 0 <= index < size <= LARGEST:
        raise Refused("proof.index", f"leaf {index} of {size}")


def _check_sizes(first: int, second: int) -> None:
    if not 0 <= first <= second <= LARGEST:
        raise Refused("proof.size", f"{first} leaves before {second}")
