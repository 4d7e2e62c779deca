"""Scanning: one pass over a text for the words of all families, whichever of them asks first."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from typing import Final

from ahocorasick_rs import AhoCorasick

Hit = tuple[int, int, int]
"""Which of the words, and where: half-open."""
_EVERY: Final = list["Words"]()
_LAST: Final = 4  # texts whose hits are kept: the views of one message


class Words:
    """What a family looks for. To be made when its module is read, before the first text is."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words: Final = list(words)
        self._number = len(_EVERY)
        _EVERY.append(self)
        _machine.cache_clear()
        _scanned.cache_clear()

    def hits(self, text: str) -> Sequence[Hit]:
        """Of a folded text, those within others too, in the order of their ends."""
        return _scanned(text)[self._number]


@cache
def _machine() -> tuple[AhoCorasick, list[int], list[int]]:
    """All words, of each of them whose it is, and of everyone where theirs begin."""
    words, owners, firsts = list[str](), list[int](), list[int]()
    for number, one in enumerate(_EVERY):
        firsts.append(len(words))
        words += one.words
        owners += [number] * len(one.words)
    return AhoCorasick(words), owners, firsts


@lru_cache(maxsize=_LAST)
def _scanned(text: str) -> list[list[Hit]]:
    machine, owners, firsts = _machine()
    found: list[list[Hit]] = [[] for _ in firsts]
    for which, start, end in machine.find_matches_as_indexes(text, overlapping=True):
        owner = owners[which]
        found[owner].append((which - firsts[owner], start, end))
    return found
