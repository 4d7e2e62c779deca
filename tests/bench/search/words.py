"""A made-up language: few words are said often, most hardly ever (Zipf), and its vectors come at once."""

import random
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import accumulate, pairwise

from helpdesk.search.rules.folding import spellings
from helpdesk.search.rules.slips import slips_of
from helpdesk.search.rules.stemming import stems
from helpdesk.search.rules.vectors import SLIP, STEM, WRITTEN, beginnings_of, neighbours_in
from helpdesk.search.terms import Language

COMMON = ("bitte", "paket", "meine", "bestellung", "danke", "wann", "kommt", "die", "ware", "rechnung")
_SYLLABLES = [
    "ba",
    "ke",
    "lo",
    "mi",
    "nu",
    "ra",
    "se",
    "ti",
    "vo",
    "wa",
    "ge",
    "schrau",
    "dich",
    "tung",
    "rohr",
]
_LONG = 4  # syllables of a made word
WORDS = len(_SYLLABLES) ** _LONG
_WEIGHTS = [*accumulate(1 / (rank + 1) for rank in range(len(COMMON) + WORDS))]
_RANKS = range(len(_WEIGHTS))
_STEP = 7_919  # so that neighbours in rank do not begin alike


def word(rank: int) -> str:
    """The word of a rank; 0 is said most often, in five messages of six."""
    if rank < len(COMMON):
        return COMMON[rank]
    number, many = (rank - len(COMMON)) * _STEP % WORDS, len(_SYLLABLES)
    return "".join(_SYLLABLES[number // many**place % many] for place in range(_LONG))


def drawn(chance: random.Random, count: int) -> list[str]:
    """So many words as people say them."""
    return [_word(rank) for rank in chance.choices(_RANKS, cum_weights=_WEIGHTS, k=count)]


def vector_of(words: Sequence[str], *, placed: bool = True) -> str:
    """What `helpdesk.search.rules.vector` says of these words in German, quicker; `placed`: in order."""
    places: dict[str, list[str]] = {}
    for place, one in enumerate(words, start=1):
        written, stemmed, _ = _parts(one)
        for lexeme in written:
            places.setdefault(lexeme, []).append(f"{place}B")
        for lexeme in stemmed:
            places.setdefault(lexeme, []).append(f"{place}C")
    marked = (f"'{lexeme}':{','.join(at)}" if placed else f"'{lexeme}'" for lexeme, at in places.items())
    pairs = {_pair(*pair) for pair in pairwise(words)} if placed else ()
    return " ".join([*marked, *(_parts(one)[2] for one in dict.fromkeys(words)), *pairs])


_word = lru_cache(maxsize=None)(word)


@cache
def _parts(one: str) -> tuple[list[str], list[str], str]:
    """A word as written, its stems, and what it is found by besides as the vector has it."""
    written = [WRITTEN + spelling for spelling in spellings(one)]
    stemmed = [STEM + stem for stem in stems(word=one, language=Language.DE)]
    keys = [SLIP + key for key in slips_of(one)] + [
        key for spelling in spellings(one) for key in beginnings_of(spelling)
    ]
    return written, stemmed, " ".join(_quoted(keys))


@lru_cache(maxsize=1_000_000)
def _pair(one: str, other: str) -> str:
    return " ".join(_quoted(neighbours_in([one, other])))


def _quoted(lexemes: Iterable[str]) -> Iterable[str]:
    return (f"'{lexeme}'" for lexeme in lexemes)
