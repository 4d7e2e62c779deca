"""Signed notes: the known one byte for byte, and what a reader may rely on."""

import pytest
from hypothesis import given as for_any
from hypothesis import strategies as st

from helpdesk.tlog.checkpoints import cosign
from helpdesk.tlog.keys import Signer
from helpdesk.tlog.notes import open_note, sign
from helpdesk.tlog.refusals import Refused
from tests.tlog import given

TEXTS = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=32) | st.just("\n"), max_size=60)


def test_the_known_note_comes_out_byte_for_byte() -> None:
    assert given.VECTORS["checkpoint"]["note"] == given.COSIGNED


@for_any(TEXTS)
def test_any_text_is_signed_and_opened(text: str) -> None:
    note = sign(text + "\n", given.LOG)
    opened = open_note(note, verifiers=given.TRUSTED)
    assert opened.text == text + "\n"
    assert opened == open_note(note.encode(), verifiers=given.TRUSTED)


def test_it_says_who_signed_and_when_the_witness_saw_it() -> None:
    opened = open_note(given.COSIGNED, verifiers=given.TRUSTED)
    assert [(line.name, line.at) for line in opened.signatures] == [
        (given.LOG.name, None),
        (given.WITNESS.name, given.SEEN_AT),
    ]
    assert opened.ignored == ()


def test_lines_of_unknown_keys_are_ignored_beside_a_good_one() -> None:
    same_name = Signer(given.LOG.name, b"x" * 32)
    opened = open_note(sign("text\n", given.STRANGER, given.LOG, same_name), verifiers=given.TRUSTED)
    assert [line.key_id for line in opened.signatures] == [given.LOG.key_id]
    assert [line.key_id for line in opened.ignored] == [given.STRANGER.key_id, same_name.key_id]


def test_unknown_lines_may_repeat_and_need_not_be_signatures() -> None:
    line = "— someone.test AAAAAAA=\n"
    assert len(open_note(given.SIGNED + line + line, verifiers=given.TRUSTED).ignored) == 2


def test_sixteen_and_more_signatures_are_read() -> None:
    note = sign("text\n", given.LOG, *(Signer(f"key{n}.test", bytes([n]) * 32) for n in range(99)))
    assert len(open_note(note, verifiers=given.TRUSTED).ignored) == 99


@for_any(st.data())
def test_a_note_with_one_other_byte_says_the_same_or_is_refused(data: st.DataObject) -> None:
    note = bytearray(given.COSIGNED.encode())
    at = data.draw(st.integers(0, len(note) - 1))
    note[at] ^= data.draw(st.integers(1, 255))
    try:
        opened = open_note(bytes(note), verifiers=given.TRUSTED)
    except Refused:
        return
    assert opened.text == given.HEAD.text()  # only a signature line became a stranger's
    assert len(opened.signatures) + len(opened.ignored) == 2


@for_any(st.binary(max_size=300) | st.text(max_size=300))
def test_any_bytes_are_refused_with_a_code(note: str | bytes) -> None:
    with pytest.raises(Refused):
        open_note(note, verifiers=given.TRUSTED)


def test_a_witness_signs_once() -> None:
    with pytest.raises(Refused, match=r"note\.duplicate"):
        cosign(given.COSIGNED, signer=given.WITNESS, at=given.SEEN_AT)


@pytest.mark.parametrize("text", ["", "no newline", "a\n\ttab\n", "a\r\n", "\ud800\n"])
def test_what_is_no_text_of_a_note_is_not_signed(text: str) -> None:
    with pytest.raises(Refused, match=r"note\."):
        sign(text, given.LOG)


def test_a_note_needs_a_signer_and_each_once() -> None:
    with pytest.raises(Refused, match=r"note\.unsigned"):
        sign("text\n")
    with pytest.raises(Refused, match=r"note\.duplicate"):
        sign("text\n", given.LOG, given.LOG)
