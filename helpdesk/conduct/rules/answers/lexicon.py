"""The words that questions and answers are known by, in five languages: helpdesk/conduct/data/answers.

All phrases stand in one automaton that reads a text once; a match counts where words begin and end.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from pathlib import Path
from typing import Final, NamedTuple

from ahocorasick_rs import AhoCorasick

from helpdesk.conduct.rules import packed

LANGUAGES: Final = ("en", "pl", "de", "fr", "it")
ALL: Final = (1 << len(LANGUAGES)) - 1
"""Languages are sets of bits, in the order of LANGUAGES."""

_DATA: Final = Path(__file__).parents[2] / "data" / "answers"
_CHOICE: Final = re.compile(r"\(([^()]*)\)")
_FLAT: Final = str.maketrans("-,'", "   ")


class Mark(NamedTuple):
    """A phrase found: characters of the text, half-open, and the section that it stands in."""

    start: int
    end: int
    name: str


class _Entry(NamedTuple):
    name: str
    languages: int
    whole: bool  # the word ends where the phrase does


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`entries[n]` are what pattern n of the automaton stands for."""

    automaton: AhoCorasick
    entries: list[list[_Entry]]
    function: Mapping[str, int]
    topics: tuple[Mapping[str, tuple[str, ...]], ...]
    units: Mapping[str, str]

    def marks(self, text: str, languages: int) -> list[Mark]:
        """In `text`, folded and flat; what lies within a longer phrase is left out."""
        found: list[Mark] = []
        for pattern, start, end in self.automaton.find_matches_as_indexes(text, overlapping=True):
            if start and text[start - 1].isalnum() and text[start].isalnum():
                continue
            inner = end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
            found += [
                Mark(start, end, entry.name)
                for entry in self.entries[pattern]
                if entry.languages & languages and not (inner and entry.whole)
            ]
        return _longest(found)


ASKING: Final = frozenset(
    (
        "Q_AMOUNT Q_WHEN Q_WHERE Q_CHOICE Q_HOW Q_WHY Q_WHO POLAR REQUEST DEMAND SUBORDINATE RHETORIC ASIDE GREETING AND VERB"
    ).split()
)
"""Sections for questions; the others are for answers."""


def _longest(found: list[Mark]) -> list[Mark]:
    found.sort(key=lambda one: (one.start, -one.end))
    kept: list[Mark] = []
    reach, width = [-1, -1], [0, 0]
    for one in found:
        size, side = one.end - one.start, one.name in ASKING
        if one.end <= reach[side] and size < width[side]:
            continue
        kept.append(one)
        if one.end > reach[side]:
            reach[side], width[side] = one.end, size
    return kept


@cache
def lexicon() -> Lexicon:
    """That of the package."""
    known = packed.shipped()["answers"]
    entries = [_Entry(*row) for row in known.entries]
    groups = [[entries[n] for n in group] for group in known.groups]
    topics, units = _topics()
    return Lexicon(AhoCorasick(known.words), [groups[n] for n in known.of], _function(), topics, units)


def written() -> Iterator[tuple[str, list[tuple[str, int, bool]]]]:
    """All phrases and their entries, as the lists say."""
    entries: dict[str, list[tuple[str, int, bool]]] = {}
    for bit, language in enumerate(LANGUAGES):
        for name, phrase in _phrases(language):
            text = flat(phrase.removesuffix("*"))
            entries.setdefault(text, []).append((name, 1 << bit, not phrase.endswith("*")))
    yield from entries.items()


def _function() -> dict[str, int]:
    """Words that only hold others together, with their languages."""
    function: dict[str, int] = {}
    for bit, language in enumerate(LANGUAGES):
        for name, lines in _sections(language):
            for word in " ".join(lines).split() if name == "FUNCTION" else ():
                function[word] = function.get(word, 0) | 1 << bit
    return function


def flat(text: str) -> str:
    """Hyphens, commas and apostrophes as spaces, character for character: "avez-vous", "avez vous"."""
    return text.translate(_FLAT)


def _sections(language: str) -> Iterator[tuple[str, list[str]]]:
    name, lines = "", list[str]()
    for line in (_DATA / f"{language}.txt").read_text("utf-8").replace("\n    ", " ").splitlines():
        if line.startswith("["):
            yield name, lines
            name, lines = line.strip("[]"), []
        elif line and not line.startswith("#"):
            lines.append(line)
    yield name, lines


def _phrases(language: str) -> Iterator[tuple[str, str]]:
    for name, lines in _sections(language):
        for line in lines:
            for phrase in line.split(";") if name != "FUNCTION" else ():
                yield from ((name, one) for one in _expanded(phrase))


def _expanded(phrase: str) -> Iterator[str]:
    parts = _CHOICE.split(phrase)
    choices = [part.split("|") if n % 2 else [part] for n, part in enumerate(parts)]
    for picked in product(*choices):
        text = " ".join("".join(picked).split())
        if text and "*" not in text[:-1]:
            yield text


def _topics() -> tuple[tuple[Mapping[str, tuple[str, ...]], ...], Mapping[str, str]]:
    """By language: the beginning of a word (with a space after it: the whole word) and its topics."""
    result: list[dict[str, list[str]]] = [{} for _ in LANGUAGES]
    units: dict[str, str] = {}
    for line in (_DATA / "topics.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, _, rest = line.partition(":")
        name, _, unit = head.strip().partition(" [")
        if unit:
            units[name] = unit.strip("]")
        for bit, words in enumerate(rest.split("|")):
            for word in words.split():
                key = word[1:] + " " if word.startswith("=") else word
                result[bit].setdefault(key, []).append(name)
    return tuple({key: tuple(names) for key, names in one.items()} for one in result), units
