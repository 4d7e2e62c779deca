"""Text at the edge: kept exactly as it is, or refused with a code and the field's name."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel import text
from helpdesk.kernel.refusal import Invalid, Refusal, TooLarge

INVISIBLE = [
    "",
    " ",
    "\t\n\r ",
    "\u00a0\u2003\u3000",
    "\u200b\u200c\u200d\u2060\ufeff",
    "\u00ad\u202e\u2066",
    "\u0301\u0338",
    "\u115f\u1160\u3164\uffa0\u2800",
    "\ufe0f",
    "\U000e0041",
    "\ue000",
]


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=50))
def test_what_can_be_stored_stays_as_it_is(written: str) -> None:
    assert text.storable(written, limit=50, field="body") == written


@given(st.text(max_size=60))
def test_nothing_but_a_refusal_comes_of_any_text(written: str) -> None:
    fields: set[str] = set()
    for check in (text.storable, text.line):
        try:
            check(written, limit=50, field="body").encode()
        except Refusal as refusal:
            fields.add(refusal.field)
    assert fields <= {"body"}


def test_nul_is_refused() -> None:
    with pytest.raises(Invalid) as refusal:
        text.storable("a\x00b", limit=10, field="body")
    assert (refusal.value.code, refusal.value.field) == ("text.nul", "body")


@pytest.mark.parametrize("halves", [[0xD800], [0xDFFF], [0x61, 0xD83D], [0xDE00, 0x62], [0xDE00, 0xD83D]])
def test_half_a_character_is_refused(halves: list[int]) -> None:
    with pytest.raises(Invalid) as refusal:
        text.storable("".join(map(chr, halves)), limit=10, field="body")
    assert refusal.value.code == "text.surrogate"


@pytest.mark.parametrize("written", ["\uffff", "\ufdd0", "\U0010ffff", "\U0001f600"])
def test_noncharacters_and_emoji_pass(written: str) -> None:
    assert text.storable(written, limit=1, field="body") == written


def test_the_limit_counts_characters_and_is_named() -> None:
    assert text.storable("😀" * 10, limit=10, field="body") == "😀" * 10
    with pytest.raises(TooLarge) as refusal:
        text.storable("a" * 11, limit=10, field="body")
    assert refusal.value.code == "text.too_long"
    assert refusal.value.params == {"limit": 10, "length": 11}


@pytest.mark.parametrize("written", INVISIBLE)
def test_what_nobody_sees_is_empty(written: str) -> None:
    assert not text.is_visible(written)
    with pytest.raises(Invalid) as refusal:
        text.line(written, limit=100, field="name")
    assert refusal.value.code == "text.empty"


@pytest.mark.parametrize("written", ["a", "ż", "中", "😀", ".", "0", "½", "€", "\u200ba"])
def test_what_somebody_sees_is_not(written: str) -> None:
    assert text.is_visible(written)


@pytest.mark.parametrize("separator", [*map(chr, range(1, 0x20)), "\x7f", "\x85", "\u2028", "\u2029"])
def test_a_line_has_no_control_and_no_second_line(separator: str) -> None:
    with pytest.raises(Invalid) as refusal:
        text.line(f"a{separator}b", limit=10, field="name")
    assert refusal.value.code == "text.control"


def test_a_line_is_trimmed() -> None:
    assert text.line("  Anna \n", limit=20, field="name") == "Anna"


def test_a_mark_alone_is_nothing_but_on_a_letter_it_is() -> None:
    assert unicodedata.category("\u0301") == "Mn"
    assert text.line("e\u0301", limit=2, field="name") == "e\u0301"
