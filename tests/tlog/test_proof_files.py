"""`.tlog-proof` files: the known one byte for byte, verified offline."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from helpdesk.tlog import proof_files
from helpdesk.tlog.checkpoints import Checkpoint
from helpdesk.tlog.hashing import leaf_hash
from helpdesk.tlog.notes import sign
from helpdesk.tlog.proofs import hashes_of, inclusion_proof
from helpdesk.tlog.refusals import Refused
from tests.tlog import given

KNOWN = given.VECTORS["tlog_proof"]


def verify(data: str | bytes, leaf: bytes) -> Checkpoint:
    return proof_files.verify(data, leaf_hash=leaf, origin=given.LOG.name, verifiers=given.TRUSTED)


def test_the_known_file_comes_out_byte_for_byte() -> None:
    assert proof_files.write(index=5, proof=given.PROOF, checkpoint=given.COSIGNED) == KNOWN["proof"]


def test_the_known_file_is_verified() -> None:
    leaf = leaf_hash(bytes.fromhex(KNOWN["leaf_data"]))
    assert verify(KNOWN["proof"], leaf).size == 8
    assert verify(KNOWN["proof"].encode(), leaf).root == given.HEAD.root


@pytest.mark.parametrize("size", [1, 2, 7, 256, 300])
def test_every_entry_has_its_file(size: int) -> None:
    note = sign(Checkpoint(given.LOG.name, size, given.root(size)).text(), given.LOG)
    read = hashes_of(given.leaves(300))
    for index in range(0, size, 7):
        proof = inclusion_proof(index=index, size=size, read=read)
        file = proof_files.write(index=index, proof=proof, checkpoint=note)
        assert verify(file, given.leaves(300)[index]).size == size


@for_any(st.binary(min_size=1, max_size=50))
def test_extra_data_comes_along_and_proves_nothing(extra: bytes) -> None:
    file = proof_files.write(index=5, proof=given.PROOF, checkpoint=given.COSIGNED, extra=extra)
    assert proof_files.parse(file).extra == extra
    assert verify(file, given.LEAVES[5]).size == 8


def test_another_entry_is_not_proved() -> None:
    for index, leaf in enumerate(given.LEAVES):
        if index != 5:
            with pytest.raises(Refused, match=r"proof\.root"):
                verify(KNOWN["proof"], leaf)
