"""Meanings: one basic word for what words of five languages say alike: what is learnt of one helps all.

The words stand in tests/conduct/meanings, where people wrote them down; `bin/conduct-meanings` works out
their forms and packs them. A word is looked up by the CRC-32 of its folded form.
"""

import zlib
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from struct import unpack_from
from typing import Final

MAGIC: Final = b"meanings1"
LANGUAGES: Final = ("en", "pl", "de", "fr", "it")
UNKNOWN: Final = 0
TELLING: Final = 40  # words that tell in which language a text is
ENOUGH: Final = 0.6  # of them known: it is in the language that it is said to be in
_LONG: Final = 7  # letters from which on a word may be known by its beginning
_ENDINGS: Final = (1, 2, 3)


def key(form: str) -> int:
    """Under which a folded form stands."""
    return zlib.crc32(form.encode())


@dataclass(frozen=True, slots=True)
class Meanings:
    """`kinds` of each meaning, by its number; by language the keys of `forms` in order, and their `meant`."""

    kinds: tuple[tuple[int, ...], ...]
    forms: dict[str, "array[int]"]
    meant: dict[str, "array[int]"]

    def of(self, form: str, language: str) -> int:
        """The number of a form's meaning in a language; UNKNOWN if it has none."""
        keys, wanted = self.forms[language], key(form)
        at = bisect_left(keys, wanted)
        return self.meant[language][at] if at < len(keys) and keys[at] == wanted else UNKNOWN


def meanings_of(words: Sequence[str], language: str) -> list[int]:
    """Of folded words, one after another, in the language of most of them."""
    spoken = spoken_in(words, language)
    return [meaning_of(word, spoken) for word in words]


def spoken_in(words: Sequence[str], language: str) -> str:
    """The one in which they are said to be, unless too few are known in it and more in another."""
    told = words[:TELLING]
    language = language if language in LANGUAGES else LANGUAGES[0]
    known = sum(map(_knowing, told)).to_bytes(len(LANGUAGES), "little")
    own = known[LANGUAGES.index(language)]
    if own >= ENOUGH * len(told) or own == max(known):
        return language
    return LANGUAGES[known.index(max(known))]


def meaning_of(word: str, language: str) -> int:
    """In that language, else in any other, else of its beginning."""
    return known_in(word, language) or _elsewhere(word, language)


@lru_cache(maxsize=50_000)
def known_in(word: str, language: str) -> int:
    """In that language alone."""
    return shipped().of(word, language)


@lru_cache(maxsize=50_000)
def _knowing(word: str) -> int:
    """Of each language a byte: whether it knows the word."""
    return sum((known_in(word, one) != UNKNOWN) << 8 * at for at, one in enumerate(LANGUAGES))


@lru_cache(maxsize=50_000)
def _elsewhere(word: str, language: str) -> int:
    others = (meant for one in LANGUAGES if (meant := known_in(word, one)) != UNKNOWN)
    starts = (meant for n in _ENDINGS if (meant := known_in(word[:-n], language)) != UNKNOWN)
    return next(others, UNKNOWN) or (next(starts, UNKNOWN) if len(word) >= _LONG else UNKNOWN)


@cache
def shipped() -> Meanings:
    """Those of the package."""
    return unpacked((files("helpdesk.conduct") / "data" / "meanings.bin").read_bytes())


def packed(kinds: Sequence[Sequence[int]], forms: dict[str, dict[int, int]]) -> bytes:
    """The meanings as one file: `kinds` by meaning, `forms` (key to meaning) by language."""
    head = b"".join(bytes((len(one), *one)) for one in kinds)
    parts = [len(kinds).to_bytes(2, "little"), head]
    for language in LANGUAGES:
        ordered = sorted(forms[language].items())
        parts.append(len(ordered).to_bytes(4, "little"))
        parts.append(b"".join(form.to_bytes(4, "little") for form, _ in ordered))
        parts.append(b"".join(meant.to_bytes(2, "little") for _, meant in ordered))
    return MAGIC + zlib.compress(b"".join(parts), 9)


def unpacked(data: bytes) -> Meanings:
    """As `packed` made it. Raises ValueError."""
    if not data.startswith(MAGIC):
        raise ValueError("no meanings")
    body = zlib.decompress(data[len(MAGIC) :])
    count, at, kinds = int.from_bytes(body[:2], "little"), 2, []
    for _ in range(count):
        size = body[at]
        kinds.append(tuple(body[at + 1 : at + 1 + size]))
        at += 1 + size
    forms, meant = {}, {}
    for language in LANGUAGES:
        size = int.from_bytes(body[at : at + 4], "little")
        at += 4
        forms[language] = array("I", unpack_from(f"<{size}I", body, at))
        at += 4 * size
        meant[language] = array("H", unpack_from(f"<{size}H", body, at))
        at += 2 * size
    return Meanings(tuple(kinds), forms, meant)
