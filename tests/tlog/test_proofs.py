"""Proofs of every leaf and every older tree verify; changed anywhere, they are refused."""

from collections.abc import Iterator, Sequence

import pytest

from helpdesk.tlog.proofs import (
    consistency_proof,
    hashes_in_tiles,
    hashes_of,
    inclusion_proof,
    root_from,
    verify_consistency,
    verify_inclusion,
)
from helpdesk.tlog.refusals import Refused
from tests.tlog import given

READ = hashes_of(given.leaves(300))
OTHER = b"\x5a" * 32


def changed(proof: Sequence[bytes]) -> Iterator[list[bytes]]:
    """Every proof that differs in one hash, in length, or in the order of two neighbours."""
    yield [*proof, OTHER]
    yield [OTHER, *proof]
    for at, value in enumerate(proof):
        yield [*proof[:at], bytes([value[0] ^ 1]) + value[1:], *proof[at + 1 :]]
        yield [*proof[:at], *proof[at + 1 :]]
        yield [*proof[:at], value, *proof[at:]]
        if at:
            yield [*proof[: at - 1], value, proof[at - 1], *proof[at + 1 :]]


@pytest.mark.parametrize("known", given.VECTORS["inclusion"])
def test_the_known_proofs_of_inclusion(known: dict) -> None:
    proof = [bytes.fromhex(value) for value in known["proof"]]
    index, size = known["index"], known["size"]
    leaf, root = bytes.fromhex(known["leaf_hash"]), bytes.fromhex(known["root"])
    verify_inclusion(index=index, size=size, leaf_hash=leaf, proof=proof, root=root)
    assert inclusion_proof(index=index, size=size, read=given.READ) == proof


@pytest.mark.parametrize("known", given.VECTORS["consistency"])
def test_the_known_proofs_of_consistency(known: dict) -> None:
    proof = [bytes.fromhex(value) for value in known["proof"]]
    first, second = known["first"], known["second"]
    roots = {"first_root": bytes.fromhex(known["root1"]), "second_root": bytes.fromhex(known["root2"])}
    verify_consistency(first=first, second=second, **roots, proof=proof)
    assert consistency_proof(first=first, second=second, read=given.READ) == proof


def test_every_leaf_of_every_tree_is_proved() -> None:
    for size in range(1, 301):
        root = root_from(size=size, read=READ)
        assert root == given.root(size)
        for index in range(size):
            proof = inclusion_proof(index=index, size=size, read=READ)
            leaf = given.leaves(300)[index]
            verify_inclusion(index=index, size=size, leaf_hash=leaf, proof=proof, root=root)


def test_every_older_tree_is_proved() -> None:
    for second in range(301):
        for first in range(second + 1):
            proof = consistency_proof(first=first, second=second, read=READ)
            roots = {"first_root": given.root(first), "second_root": given.root(second)}
            verify_consistency(first=first, second=second, **roots, proof=proof)


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 21, 31, 32, 33])
def test_a_changed_proof_of_inclusion_is_refused(size: int) -> None:
    for index in range(size):
        proof = inclusion_proof(index=index, size=size, read=READ)
        leaf = given.leaves(300)[index]
        for other in changed(proof):
            _refused(index, size, leaf, other, given.root(size))
        _refused(index, size, OTHER, proof, given.root(size))
        _refused(index, size, leaf, proof, OTHER)
        for elsewhere in {*range(-1, size + 2)} - {index}:
            _refused(elsewhere, size, leaf, proof, given.root(size))
        for another in {*range(size + 5)} - {
            size
        }:  # a size never comes without its root: one signature covers both
            _refused(index, another, leaf, proof, given.root(another))


def _refused(index: int, size: int, leaf: bytes, proof: Sequence[bytes], root: bytes) -> None:
    with pytest.raises(Refused) as refused:
        verify_inclusion(index=index, size=size, leaf_hash=leaf, proof=proof, root=root)
    assert refused.value.code in {"proof.index", "proof.length", "proof.root"}


@pytest.mark.parametrize("second", [1, 2, 3, 5, 8, 13, 21, 31, 32, 33])
def test_a_changed_proof_of_consistency_is_refused(second: int) -> None:
    for first in range(1, second + 1):
        proof = consistency_proof(first=first, second=second, read=READ)
        older, newer = given.root(first), given.root(second)
        for other in changed(proof):
            _inconsistent(first, second, older, newer, other)
        _inconsistent(first, second, OTHER, newer, proof)
        _inconsistent(first, second, older, OTHER, proof)
        for another in {*range(-1, second + 2)} - {first}:
            _inconsistent(another, second, given.root(max(another, 0)), newer, proof or [OTHER])


def _inconsistent(first: int, second: int, older: bytes, newer: bytes, proof: Sequence[bytes]) -> None:
    with pytest.raises(Refused) as refused:
        verify_consistency(first=first, second=second, first_root=older, second_root=newer, proof=proof)
    assert refused.value.code in {"proof.size", "proof.length", "proof.root"}


@pytest.mark.parametrize("size", [1, 255, 256, 257, 700, 66_000])
def test_tiles_prove_what_the_leaves_prove(size: int) -> None:
    held = given.files(size)
    in_tiles = hashes_in_tiles(lambda tile: held[tile.path()], size)
    from_leaves = hashes_of(given.leaves(size))
    assert root_from(size=size, read=in_tiles) == given.root(size)
    for index in {0, size // 3, size // 2, size - 1}:
        proof = inclusion_proof(index=index, size=size, read=in_tiles)
        assert proof == inclusion_proof(index=index, size=size, read=from_leaves)
        proof = consistency_proof(first=index, second=size, read=in_tiles)
        assert proof == consistency_proof(first=index, second=size, read=from_leaves)


def test_outside_the_tree_there_is_nothing_to_read() -> None:
    held = given.files(300)
    for read in (READ, hashes_in_tiles(lambda tile: held[tile.path()], 300)):
        for height, index in ((0, 300), (2, 75), (9, 0), (0, -1), (-1, 0)):
            with pytest.raises(Refused, match=r"tree\.index"):
                read(height, index)
