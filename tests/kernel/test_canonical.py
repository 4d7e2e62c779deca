"""Canonical JSON: the bytes of RFC 8785, as a foreign library writes them, and nothing else."""

from enum import IntEnum, StrEnum

import msgspec
import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from helpdesk.kernel.canonical import canonical

LAST = (1 << 53) - 1
NAMES = st.text(st.characters(max_codepoint=127), max_size=12)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
INTEGERS = st.integers(min_value=-LAST, max_value=LAST)
VALUES = st.recursive(
    TEXTS | INTEGERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(NAMES, inner, max_size=6),
    max_leaves=20,
)


class Word(StrEnum):
    SELLER = "seller"


class Level(IntEnum):
    ONE = 1


@given(VALUES)
def test_the_bytes_are_those_of_rfc_8785(value: object) -> None:
    assert canonical(value) == rfc8785.dumps(value)  # type: ignore[arg-type]


@given(VALUES)
def test_the_bytes_read_back(value: object) -> None:
    assert msgspec.json.decode(canonical(value)) == value


def test_every_character_that_json_escapes_is_escaped_as_the_rfc_says() -> None:
    text = "".join(map(chr, range(0x20))) + '"\\/\x7f\u2028\uffff\U0001f600'
    assert canonical(text) == rfc8785.dumps(text)


def test_names_are_sorted_whatever_their_order() -> None:
    assert canonical({"b": 1, "a": 2, "A": 3, "aa": 4, "": 5}) == b'{"":5,"A":3,"a":2,"aa":4,"b":1}'


def test_a_word_of_an_enumeration_is_its_text() -> None:
    assert canonical({"role": Word.SELLER}) == b'{"role":"seller"}'


@pytest.mark.parametrize(
    "value",
    [1.0, 1.5, float("nan"), True, False, None, b"x", (1,), {1}, object(), Level.ONE, {"a": 1.0}, [None]],
)
def test_what_a_leaf_never_holds_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)
    with pytest.raises(TypeError):
        canonical({"deep": [{"deeper": value}]})


@pytest.mark.parametrize("name", ["é", "\u2028", "\U0001f600", 1, None, b"a"])
def test_names_are_ascii_text(name: object) -> None:
    with pytest.raises(TypeError):
        canonical({name: 1})


@pytest.mark.parametrize("value", [LAST + 1, -LAST - 1, 1 << 64, -(1 << 64)])
def test_integers_beyond_53_bits_are_refused(value: int) -> None:
    with pytest.raises(ValueError, match="53 bits"):
        canonical([value])


@pytest.mark.parametrize("value", [LAST, -LAST, 0, -1])
def test_integers_of_53_bits_are_exact(value: int) -> None:
    assert canonical(value) == str(value).encode()


def test_half_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match="surrogates"):
        canonical({"a": "\ud800"})
