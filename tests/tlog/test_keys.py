"""Keys of logs and witnesses: written and read in one form, signing the same bytes each time."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from helpdesk.tlog.keys import CosignatureSigner, Signer, Verifier
from tests.tlog import given

NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Z"], exclude_characters="+"), min_size=1)
SEEDS = st.binary(min_size=32, max_size=32)


def test_the_known_keys() -> None:
    assert given.LOG.vkey == given.VECTORS["keys"]["log"]["vkey"]
    assert given.WITNESS.vkey == given.VECTORS["keys"]["witness"]["vkey"]


@for_any(NAMES, SEEDS)
def test_a_key_is_read_as_it_was_written(name: str, seed: bytes) -> None:
    for signer in (Signer(name, seed), CosignatureSigner(name, seed)):
        assert Verifier.parse(signer.vkey) == signer.verifier
        assert Verifier.parse(signer.vkey).vkey == signer.vkey


@for_any(SEEDS, st.text(st.characters(exclude_categories=["Cs"])))
def test_a_signature_is_verified_and_comes_out_the_same(seed: bytes, text: str) -> None:
    log, witness = Signer("log", seed), CosignatureSigner("witness", seed)
    assert log.verifier.verify(text=text, signature=log.sign(text)) is None
    assert witness.verifier.verify(text=text, signature=witness.sign(text, at=7)) == 7
    assert log.sign(text) == Signer("log", seed).sign(text)


def test_one_seed_is_two_keys_as_log_and_as_witness() -> None:
    log, witness = Signer("one", bytes(32)), CosignatureSigner("one", bytes(32))
    assert log.public == witness.public
    assert log.key_id != witness.key_id


@pytest.mark.parametrize("seed", [b"", bytes(31), bytes(64)])
def test_a_seed_has_32_bytes(seed: bytes) -> None:
    with pytest.raises(ValueError, match=r"key\.length"):
        Signer("log", seed)
