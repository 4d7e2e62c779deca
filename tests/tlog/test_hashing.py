"""Hashing as RFC 6962 has it: the known answers, and one root whichever way it is computed."""

from hashlib import sha256

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from helpdesk.tlog import hashing
from helpdesk.tlog.refusals import Refused
from tests.tlog import given

SIZES = st.integers(min_value=0, max_value=1100)


def test_the_known_answers() -> None:
    empty, *leaves, node = given.VECTORS["hasher"]
    assert hashing.EMPTY_ROOT.hex() == empty["hash"]
    for leaf in leaves:
        assert hashing.leaf_hash(bytes.fromhex(leaf["data"])).hex() == leaf["hash"]
    assert hashing.node_hash(bytes.fromhex(node["left"]), bytes.fromhex(node["right"])).hex() == node["hash"]


def test_the_eight_leaves() -> None:
    assert [leaf.hex() for leaf in given.LEAVES] == given.VECTORS["eight_leaves"]["leaf_hashes"]
    assert [hashing.leaf_hash(data) for data in given.EIGHT] == given.LEAVES


@pytest.mark.parametrize("size", range(9))
def test_the_roots_of_the_eight_leaves(size: int) -> None:
    assert hashing.root_of(given.LEAVES[:size]).hex() == given.VECTORS["eight_leaves"]["roots"][size]


def mth(leaves: list[bytes]) -> bytes:
    """The definition of RFC 6962 section 2.1, word for word."""
    if len(leaves) < 2:
        return leaves[0] if leaves else sha256().digest()
    k = max(1 << n for n in range(20) if 1 << n < len(leaves))
    return sha256(b"\x01" + mth(leaves[:k]) + mth(leaves[k:])).digest()


@for_any(SIZES)
def test_every_way_leads_to_the_root_of_the_definition(size: int) -> None:
    leaves = [*given.leaves(1100)[:size]]
    assert hashing.root_of(leaves) == hashing.root_of_joined(b"".join(leaves)) == mth(leaves)


def test_what_is_no_hash_is_refused() -> None:
    for value in (b"", bytes(31), bytes(33)):
        with pytest.raises(Refused, match=r"hash\.length"):
            hashing.check_hashes([bytes(32), value])
