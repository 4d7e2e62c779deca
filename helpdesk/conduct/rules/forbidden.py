"""Forbidden phrases: words that an operator forbids beyond the shipped rules."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from helpdesk.conduct.rules.packs import Phrase
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Finding

SCORE: Final = 0.95  # they stand there, word for word
OPERATOR: Final = "operator"  # what speaks for it: somebody forbade it


def find(reading: Reading) -> Iterator[Finding]:
    """Each place at which one of them stands, as words of its own."""
    if not reading.pack.phrases:
        return
    named, pattern = _pattern(reading.pack.phrases)
    for found in pattern.finditer(reading.folded.text):
        phrase = named[" ".join(found[0].split())]
        yield reading.found(phrase.label, phrase.code, *found.span(), SCORE, evidence=(OPERATOR,))


@lru_cache(maxsize=64)
def _pattern(phrases: tuple[Phrase, ...]) -> tuple[dict[str, Phrase], re.Pattern[str]]:
    """The longest first: of two that begin alike, the whole one is meant."""
    longest = sorted(phrases, key=lambda one: -len(one.words))
    parts = [r"\s+".join(map(re.escape, one.words.split())) for one in longest]
    return {one.words: one for one in reversed(longest)}, re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w)")
