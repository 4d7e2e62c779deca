"""Linking: whether two pieces of text speak of the same thing, also in two languages."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from helpdesk.conduct.rules.answers.lexicon import LANGUAGES, lexicon

_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d")
_MINIMUM: Final = 3
_ENDINGS: Final = "aeiouynsm"


@dataclass(frozen=True, slots=True)
class Matter:
    """What a piece of text speaks of: the stems of its words and the topics that they belong to."""

    stems: frozenset[str]
    topics: frozenset[str]
    words: frozenset[str]


def matter_of(words: Iterable[str], languages: int) -> Matter:
    """Of folded words; small words are left out."""
    stems, topics, kept = set[str](), set[str](), set[str]()
    for word in words:
        stem, belongs = _about(word, languages)
        if stem:
            stems.add(stem)
            kept.add(word)
        topics.update(belongs)
    return Matter(frozenset(stems), frozenset(topics), frozenset(kept))


@lru_cache(maxsize=20_000)
def _about(word: str, languages: int) -> tuple[str, tuple[str, ...]]:
    known = lexicon()
    if "'" in word:
        word = max(word.split("'"), key=len)
    topics: list[str] = []
    for bit in range(len(LANGUAGES)):
        if languages >> bit & 1:
            topics += _topics(word, bit)
    small = known.function.get(word, 0) & languages
    if word.isdigit():
        return (word if len(word) > 1 else ""), (*topics, *(("age",) if _YEAR.fullmatch(word) else ()))
    if small or len(word) < 2:
        return "", tuple(topics)
    return _stem(word), tuple(topics)


def _topics(word: str, bit: int) -> tuple[str, ...]:
    table = lexicon().topics[bit]
    if whole := table.get(word + " "):
        return whole
    for size in range(len(word), 1, -1):
        if found := table.get(word[:size]):
            return found
    if bit == _GERMAN and len(word) > 8:
        return next(
            (found for at in range(3, len(word) - 4) if (found := table.get(word[at:])) is not None), ()
        )
    return ()


_GERMAN: Final = LANGUAGES.index("de")


def _stem(word: str) -> str:
    short = word.rstrip(_ENDINGS)
    return short[:6] if len(short) >= _MINIMUM else word[:4]


def shared(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """Stems that are the same, or one a part of the other ("kabel", "ladekabel")."""
    if not one or not other:
        return frozenset()
    same = one & other
    if len(same) < min(len(one), len(other)):
        parts = {
            a for a in one - same if len(a) >= 5 and any(a in b or (len(b) >= 5 and b in a) for b in other)
        }
        return same | parts
    return same
