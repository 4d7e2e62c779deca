"""The Python tools of tlog-scales read our folder as it is: entries, proofs, growth and signatures."""

import subprocess
import sys
from pathlib import Path

import pytest
from tlog_scales.signing import Vkey, VkeySet
from tlog_scales.tlog import Checkpoint, ConsistencyProof, ConsistencyProofInvalid

from helpdesk.tlog import proof_files
from helpdesk.tlog.proofs import consistency_proof, inclusion_proof
from tests.foreign.conftest import OLD_SIZE, SIZE, Grown


def tlog_tiles(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    program = Path(sys.executable).with_name("tlog-tiles")
    return subprocess.run([program, *arguments], capture_output=True, timeout=60)


@pytest.mark.parametrize("index", [0, 256, 65_536, SIZE - 1])
def test_it_finds_and_checks_an_entry(once_grown: Grown, index: int) -> None:
    found = tlog_tiles("get-leaf", "--check", str(once_grown.log.path), str(index))
    assert (found.returncode, found.stdout) == (0, once_grown.entries[index]), found.stderr


@pytest.mark.parametrize("index", [0, 256, 65_536, SIZE - 1])
def test_it_makes_the_proof_file_that_we_make(once_grown: Grown, index: int) -> None:
    log = once_grown.log
    proof = inclusion_proof(index=index, size=SIZE, read=log.hashes(SIZE))
    ours = proof_files.write(index=index, proof=proof, checkpoint=log.checkpoint)
    assert tlog_tiles("gen-proof", str(log.path), str(index)).stdout.decode() == ours


@pytest.mark.parametrize(
    ("path", "index"),  # an entry whose proof needs the last hash of the file, or the last entry itself
    [("tile/entries/000", 255), ("tile/0/000", 254), ("tile/1/000", 0), ("tile/2/000.p/1", SIZE - 1)],
)
def test_it_refuses_an_altered_file(altered: Grown, path: str, index: int) -> None:
    file = altered.log.path / path
    data = file.read_bytes()
    file.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
    found = tlog_tiles("get-leaf", "--check", str(altered.log.path), str(index))
    assert found.returncode != 0
    assert b"InclusionProofInvalid" in found.stderr


def test_it_verifies_the_log_and_the_witness(once_grown: Grown) -> None:
    log = once_grown.log
    head = Checkpoint.from_text(log.checkpoint)
    keys = VkeySet(Vkey.from_string(log.signer.vkey), Vkey.from_string(log.witness.vkey))
    assert {key.name for key, _ in keys.verify(head.signatures, head)} == {log.signer.name, log.witness.name}


def test_it_accepts_the_growth_and_no_other(once_grown: Grown) -> None:
    log = once_grown.log
    older, newer = Checkpoint.from_text(once_grown.older), Checkpoint.from_text(log.checkpoint)
    nodes = consistency_proof(first=OLD_SIZE, second=SIZE, read=log.hashes(SIZE))
    ConsistencyProof(OLD_SIZE, SIZE, nodes).check(older.root_hash, newer.root_hash)
    with pytest.raises(ConsistencyProofInvalid):
        ConsistencyProof(OLD_SIZE, SIZE, nodes[::-1]).check(older.root_hash, newer.root_hash)
