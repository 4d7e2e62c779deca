"""Tree heads: written, signed, cosigned and opened."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from helpdesk.tlog.checkpoints import Checkpoint, cosign, open_checkpoint, parse
from helpdesk.tlog.hashing import EMPTY_ROOT
from helpdesk.tlog.notes import sign
from helpdesk.tlog.refusals import Refused
from tests.tlog import given

LINES = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=32), min_size=1, max_size=40)
SIZES = st.integers(min_value=1, max_value=(1 << 63) - 1)
HEADS = st.builds(
    Checkpoint, LINES, SIZES, st.binary(min_size=32, max_size=32), st.lists(LINES, max_size=3).map(tuple)
)


@for_any(HEADS)
def test_a_tree_head_is_read_as_it_was_written(head: Checkpoint) -> None:
    assert parse(head.text()) == head


def test_the_empty_tree_has_a_head() -> None:
    head = Checkpoint(given.LOG.name, 0, EMPTY_ROOT)
    assert (
        open_checkpoint(sign(head.text(), given.LOG), origin=head.origin, verifiers=given.TRUSTED).size == 0
    )


def test_the_known_checkpoint_is_opened() -> None:
    opened = open_checkpoint(given.COSIGNED, origin=given.LOG.name, verifiers=given.TRUSTED)
    assert (opened.origin, opened.size, opened.root) == (given.HEAD.origin, 8, given.HEAD.root)
    assert opened.text() == given.HEAD.text() == opened.note.text
    assert [line.at for line in opened.note.signatures] == [None, given.SEEN_AT]


def test_the_log_key_alone_opens_it_too() -> None:
    opened = open_checkpoint(given.COSIGNED, origin=given.LOG.name, verifiers=[given.LOG.verifier])
    assert [line.name for line in opened.note.ignored] == [given.WITNESS.name]


def test_a_cosignature_covers_extension_lines() -> None:
    head = Checkpoint(given.LOG.name, 8, given.HEAD.root, ("an extension",))
    note = cosign(sign(head.text(), given.LOG), signer=given.WITNESS, at=1)
    assert open_checkpoint(note, origin=head.origin, verifiers=given.TRUSTED).extensions == ("an extension",)
    with pytest.raises(Refused, match=r"note\.signature"):
        open_checkpoint(
            note.replace("an extension", "another"), origin=head.origin, verifiers=[given.WITNESS.verifier]
        )


@pytest.mark.parametrize(
    ("values", "code"),
    [
        (("", 8, bytes(32)), "checkpoint.origin"),
        (("two\nlines", 8, bytes(32)), "checkpoint.origin"),
        (("\ud800", 8, bytes(32)), "checkpoint.origin"),
        (("log", 8, bytes(32), ("\udfff",)), "checkpoint.extension"),
        (("log", -1, bytes(32)), "checkpoint.size"),
        (("log", 1 << 63, bytes(32)), "checkpoint.size"),
        (("log", 8, bytes(31)), "checkpoint.root"),
        (("log", 0, bytes(32)), "checkpoint.root"),
        (("log", 8, bytes(32), ("",)), "checkpoint.extension"),
        (("log", 8, bytes(32), ("a\nb",)), "checkpoint.extension"),
    ],
)
def test_a_head_that_could_be_read_as_another_is_not_made(values: tuple, code: str) -> None:
    with pytest.raises(Refused) as refused:
        Checkpoint(*values)
    assert refused.value.code == code


@pytest.mark.parametrize("note", [given.COSIGNED, sign("no tree head\n", given.LOG), "nothing"])
def test_a_witness_signs_tree_heads_only_and_once(note: str) -> None:
    with pytest.raises(Refused):
        cosign(note, signer=given.WITNESS, at=given.SEEN_AT)
