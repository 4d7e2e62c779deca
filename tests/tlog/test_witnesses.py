"""What a log sends to a witness, byte for byte, and what it reads from it."""

from helpdesk.tlog.witnesses import read_cosignature, read_size, submission
from tests.tlog.answers import GOOD
from tests.tlog.given import PROOF, SEEN_AT, SIGNED, WITNESS


def test_the_submission_is_size_hashes_an_empty_line_and_the_note() -> None:
    first, *hashes = submission(old_size=5, proof=PROOF, note=SIGNED).decode().split("\n\n")[0].split("\n")
    assert first == "old 5"
    assert [len(each) for each in hashes] == [44] * len(PROOF)
    assert submission(old_size=5, proof=PROOF, note=SIGNED).endswith(b"\n\n" + SIGNED.encode())


def test_without_a_proof_the_size_stands_alone() -> None:
    assert submission(old_size=0, proof=[], note=SIGNED) == b"old 0\n\n" + SIGNED.encode()


def test_the_line_of_the_witness_is_read_with_its_time() -> None:
    line = read_cosignature(GOOD, note=SIGNED, witness=WITNESS.verifier)
    assert (line.name, line.at, line.written().encode()) == (WITNESS.name, SEEN_AT, GOOD)


def test_a_size_is_a_plain_decimal_line() -> None:
    assert [read_size(b"0\n"), read_size(b"20852014\n")] == [0, 20852014]
