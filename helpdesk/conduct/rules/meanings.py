"""Meanings: one basic word for what words of five languages say alike, so that what is learnt from one helps all.

The words stand in tests/conduct/meanings, where people wrote them down; `bin/conduct-meanings` works out their
forms and packs them. A word is looked up by the CRC-32 of its folded form.
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
_TELLING: Final = 40  # words that tell in which language a text is
_ENOUGH: Final = 0.6  # of them known: it is in the language that it is said to be in
_LONG: Final = 7  # letters from which on a word may be known by its beginning
_ENDINGS: Final = (1, 2, 3)


def key(form: str) -> int:
    """Under which a folded form stands."""
    return zlib.crc32(form.encode())


@dataclass(frozen=True, slots=True)
class Meanings:
    """`kinds` of each meaning, by its number; `forms` and their `meant` by language, in the order of their keys."""

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
    spoken = _language(words[:_TELLING], language)
    return [meaning_of(word, spoken) for word in words]


@lru_cache(maxsize=50_000)
def meaning_of(word: str, language: str) -> int:
    """In that language, else in any other, else of its beginning."""
    known = shipped()
    for one in (language, *LANGUAGES):
        if meant := known.of(word, one):
            return meant
    if len(word) < _LONG:
        return UNKNOWN
    return next((m for n in _ENDINGS if (m := known.of(word[:-n], language))), UNKNOWN)


def _language(words: Sequence[str], said: str) -> str:
    """The one said to be theirs, unless too few are known in it and more in another."""
    known = _known_in(words, said) if said in LANGUAGES else -1
    if known >= _ENOUGH * len(words):
        return said
    counts = {one: _known_in(words, one) for one in LANGUAGES}
    best = max(LANGUAGES, key=counts.__getitem__)
    return best if counts[best] > known else said


def _known_in(words: Sequence[str], language: str) -> int:
    return sum(_is_known(word, language) for word in words)


@lru_cache(maxsize=50_000)
def _is_known(word: str, language: str) -> bool:
    return shipped().of(word, language) != UNKNOWN


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
