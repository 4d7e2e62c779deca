"""What a text reads as, from its words alone: courtesy that asks for nothing, a holding or a vague line.

A plain recogniser: it knows the phrases that shops and their customers use, in five languages. Of a seller's
text it only tells the author, who decides; of a buyer's it decides whether a clock starts. So courtesy is
what consists of known phrases from end to end, and everything else is not: better a clock too many, which
the seller can mark, than a question that nobody hears.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby, product
from typing import Final

from helpdesk.conversations.rules import phrases
from helpdesk.conversations.terms import Reading

_MOST_WORDS: Final = 60  # a longer text says something
_NAMES: Final = 2  # words of a name under a letter
_WORD: Final = re.compile(r"[^\W\d_]+")
_SMILEY: Final = re.compile(r"[:;=]['-]?[)DP]+|<3|\^\^|\b[xX]D\b")
_SENTENCE: Final = re.compile(r"[.!;\n]+")
_QUIET: Final = frozenset(" \t\r\n.,!;:-\u2013\u2014()\"'\u2019\u2026*~/|\u00a0\u202f&")
_LETTERS: Final = str.maketrans({"ł": "l", "ø": "o", "œ": "oe", "æ": "ae", "đ": "d", "\u2019": " ", "'": " "})
_SIGNS: Final = frozenset(phrases.KIND_SIGNS)
_MODIFIERS: Final = frozenset("\ufe0f\u200d🏻🏼🏽🏾🏿")
_DATES: Final = frozenset(phrases.DATE_WORDS.split())
_HOLDING: Final = re.compile("|".join(phrases.HOLDING))
_VAGUE: Final = re.compile("|".join(phrases.VAGUE))


def reading_of(*, text: str) -> Reading | None:
    """COURTESY, HOLDING, VAGUE, or None for everything else. Time grows with the text's length only."""
    plain = unicodedata.normalize("NFC", _SMILEY.sub(" ", text))
    words = _WORD.findall(plain)
    if len(words) > _MOST_WORDS or "?" in unicodedata.normalize("NFKC", plain) or _has_digits(plain):
        return None
    if _is_courtesy(plain):
        return Reading.COURTESY
    if any(folded(word) in _DATES for word in words):
        return None
    return _put_off(plain)


def folded(text: str) -> str:
    """In small letters, without accents; apostrophes part words."""
    parts = unicodedata.normalize("NFD", text.casefold().translate(_LETTERS))
    return "".join(char for char in parts if not unicodedata.combining(char))


def _has_digits(text: str) -> bool:
    return any(char.isnumeric() for char in text)


def _put_off(text: str) -> Reading | None:
    """HOLDING or VAGUE where at least half of what is said, courtesy aside, says no more than that."""
    said = [folded(part) for part in _SENTENCE.split(text) if part.strip() and not _is_courtesy(part)]
    said = [" ".join(_WORD.findall(part)) for part in said]
    for pattern, reading in ((_HOLDING, Reading.HOLDING), (_VAGUE, Reading.VAGUE)):
        found = sum(pattern.search(part) is not None for part in said)
        if found and 2 * found >= len(said):
            return reading
    return None


def _is_courtesy(text: str) -> bool:
    """Known phrases, kind signs and a name from end to end, with something among them that is courtesy."""
    signs = [char for char in text if not char.isalpha() and char not in _QUIET and char not in _MODIFIERS]
    signs = [char for char in signs if not unicodedata.combining(char)]
    if any(char not in _SIGNS for char in signs):
        return False
    kinds = [*_kinds(_WORD.findall(text.replace("\u2019", "'")))]
    return None not in kinds and bool(signs or {"COURTESY"} & {*kinds})


def _kinds(words: Sequence[str]) -> Iterator[str | None]:
    """What the text's phrases are, the longest first at each place; None for a word that is in none."""
    plain = [_squeezed(folded(word)) for word in words]
    at, before = 0, ""
    while at < len(words):
        length, kind = _longest(plain, at)
        if kind == "THANKED_FOR" and before != "COURTESY":
            kind = None
        if kind is None and before == "SIGN_OFFS" and _is_name(words[at:]):
            return
        yield kind
        at, before = at + (length or 1), kind or ""


def _longest(plain: Sequence[str], at: int) -> tuple[int, str | None]:
    known, longest = _phrases()
    for length in range(min(longest, len(plain) - at), 0, -1):
        if kind := known.get(tuple(plain[at : at + length])):
            return length, kind
    return 0, None


def _is_name(words: Sequence[str]) -> bool:
    return len(words) <= _NAMES and all(word.istitle() for word in words)


@cache
def _phrases() -> tuple[dict[tuple[str, ...], str], int]:
    """Every phrase by its words, and the number of words of the longest."""
    found = {}
    for kind in ("FILLERS", "SIGN_OFFS", "THANKED_FOR", "COURTESY"):
        for line in getattr(phrases, kind).replace("|\n    ", "|").strip().splitlines():
            for phrase in _choices(line):
                found[tuple(_squeezed(word) for word in phrase.split())] = kind
    found.pop((), None)
    return found, max(map(len, found))


def _choices(line: str) -> Iterator[str]:
    """Every phrase that a line of the lists stands for."""
    for alternative in re.split(r"\|(?![^(]*\))", line):
        parts = re.split(r"[()]", alternative)
        yield from map(
            "".join, product(*([part] if n % 2 == 0 else part.split("|") for n, part in enumerate(parts)))
        )


def _squeezed(word: str) -> str:
    """With each letter once in a row: "thaaanks", "grazzie"."""
    return "".join(letter for letter, _ in groupby(word))
