"""The library of Go's checksum database reads our folder as it is, proves it, and refuses what is altered."""

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from helpdesk.tlog.checkpoints import Checkpoint
from helpdesk.tlog.keys import Signer
from helpdesk.tlog.notes import sign
from tests.foreign.conftest import NAME, OLD_SIZE, SIZE, Grown
from tests.foreign.go import in_base64, question, refusal

INDEXES = [0, 1, 255, 256, 65_535, 65_536, OLD_SIZE - 1, OLD_SIZE, SIZE - 1]
TILES = "invalid|inconsistent"


def claims(grown: Grown) -> dict[str, Any]:
    log = grown.log
    return question(
        folder=log.path, vkey=log.signer.vkey, entries=grown.entries, indexes=INDEXES, older=grown.older
    )


def test_it_accepts_checkpoint_tiles_proofs_and_entries(checker: Path, once_grown: Grown) -> None:
    assert refusal(checker, claims(once_grown)) == ""


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("checkpoint", "signature"),
        ("tile/0/000", TILES),
        ("tile/1/000", TILES),
        ("tile/2/000.p/1", TILES),
        ("tile/0/258.p/252", TILES),
        ("tile/entries/000", "entry 255 is another one"),
        ("tile/entries/258.p/252", f"entry {SIZE - 1} is another one"),
    ],
)
def test_it_refuses_an_altered_file(checker: Path, altered: Grown, path: str, says: str) -> None:
    asked, file = claims(altered), altered.log.path / path
    data = bytearray(file.read_bytes())
    data[30 if path == "checkpoint" else -1] ^= 1
    file.write_bytes(data)
    assert any(word in refusal(checker, asked) for word in says.split("|"))


def test_it_refuses_another_key(checker: Path, once_grown: Grown) -> None:
    asked = claims(once_grown) | {"vkey": Signer(NAME, b"x" * 32).vkey}
    assert "no verifiable signatures" in refusal(checker, asked)


def test_it_refuses_an_altered_proof(checker: Path, once_grown: Grown) -> None:
    asked = claims(once_grown)
    for leaf, index in enumerate(INDEXES):
        other = deepcopy(asked)
        other["leaves"][leaf]["proof"][0] = in_base64(bytes(32))
        assert f"entry {index} by its proof" in refusal(checker, other)
    assert "the older tree by its proof" in refusal(checker, asked | {"proof": asked["proof"][:-1]})


def test_it_refuses_an_older_tree_that_the_log_does_not_begin_with(checker: Path, once_grown: Grown) -> None:
    forked = sign(Checkpoint(NAME, OLD_SIZE, bytes(32)).text(), once_grown.log.signer)
    assert "the older tree by the tiles" in refusal(checker, claims(once_grown) | {"older": forked})
