"""The word lists: what is packed is what they say; one pass over a text finds what each family wants."""

import pytest
from ahocorasick_rs import AhoCorasick
from hypothesis import given, settings
from hypothesis import strategies as st

from helpdesk.conduct.rules import packed
from helpdesk.conduct.rules.scanning import Words
from tests.conduct import wording

STEMS = Words(["ab", "abc", "b c", "cab", "ä"])
OTHERS = Words(["abc", "a", "c "])


def test_what_is_packed_is_what_the_lists_say() -> None:
    """Else: bin/conduct-words."""
    again = packed.unpacked(packed.packed(wording.written()))
    assert packed.shipped() == again
    assert all(len(one.words) > 50_000 for one in again.values())


def test_words_share_what_stands_for_them() -> None:
    rows = [("a", [("x", True)]), ("b", [("x", True), ("y", False)]), ("c", [("x", True)])]
    back = packed.unpacked(packed.packed({"some": rows, "none": ()}))
    assert back["some"].words == ["a", "b", "c"]
    assert back["some"].entries == [("x", True), ("y", False)]
    assert [back["some"].groups[n] for n in back["some"].of] == [[0], [0, 1], [0]]
    assert back["none"].words == []
    with pytest.raises(ValueError, match="no words"):
        packed.unpacked(b"something else")


@settings(deadline=None)  # the first pass builds the machine
@given(st.text(alphabet="abc ä", max_size=60))
def test_one_pass_finds_what_two_would(text: str) -> None:
    for one in (STEMS, OTHERS):
        alone = AhoCorasick(one.words).find_matches_as_indexes(text, overlapping=True)
        assert list(one.hits(text)) == alone
