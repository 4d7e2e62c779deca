"""Listening: which classes of words stand in a text, sentence by sentence and language by language."""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import Final, NamedTuple

from helpdesk.conduct.rules.deals.frames import COMPOSITES, SHAPED
from helpdesk.conduct.rules.deals.lexicon import (
    AUTOMATON,
    BIT,
    LANGUAGES,
    MASKS,
    MEANT,
    OF,
    Entry,
    compiled,
)

_END: Final = re.compile(r"(?:\?[!?.]*|[.!\u2026;]+)(?=[\s\")']|$)|\n+")
_STOP: Final = re.compile(r"[?.!\u2026;\n]")  # soon looked for, as it is one sign
_TOKEN: Final = re.compile(r"[^\W_]+")
_DIGIT: Final = re.compile(r"[0-9]")
_EDGE: Final = re.compile(r"\|")
_PARTS: Final = 400  # sentences of a text that are looked into
_MOST: Final = 12  # places of one class in one sentence that are looked at
_TOGETHER: Final = 260  # characters of two sentences that are read as one
_SHAPED: Final = tuple((group, re.compile(shape), least) for group, shape, least in SHAPED)

Places = dict[str, list[tuple[int, int]]]


class _Spaces(dict[int, str | None]):
    """Everything but letters and digits is a space; the end of a sentence and a comma stay."""

    def __missing__(self, code: int) -> str | None:
        char = chr(code)
        self[code] = read = char if char.isalnum() or char in "|,?" else " "
        return read


_SPACES: Final = _Spaces()


def heard(text: str) -> str:
    """Words with single spaces, commas and ends of sentences ("|") as words of their own."""
    ended = text.replace("|", " ")
    if first := _STOP.search(ended):
        at = first.start()
        ended = ended[:at] + _END.sub(_ended, ended[at:])
    return f" {' '.join(ended.translate(_SPACES).replace(',', ' , ').split())} "


def _ended(found: re.Match[str]) -> str:
    return " ? | " if found[0][0] == "?" else " | "


class Part(NamedTuple):
    """A sentence, or two in a row: in one language, the classes in it and where they stand."""

    mask: int
    places: Places
    start: int
    end: int
    double: bool


class Hearing:
    """What is heard in one view of a text, in the languages in which most of it is understood."""

    def __init__(self, text: str, language: str) -> None:
        self.text = heard(text)
        self._found = sorted(hits(self.text), key=itemgetter(1))
        self._masks = masks(self._found)
        self._languages = _likely(self._masks, language)
        self._kept: dict[int, list[Part]] = {}

    @cached_property
    def possible(self) -> list[int]:
        """In each language heard: the classes that a part of the text can hold at most."""
        return [_closed(self._masks[number]) for number in self._languages]

    def holds(self, wanted: int) -> bool:
        """Whether one of the classes, as bits, may stand anywhere."""
        return any(self._masks[number] & wanted for number in self._languages)

    def parts(self) -> Iterator["Part"]:
        """Sentences, and each two that follow each other."""
        for number in self._languages:
            yield from self._parts(number)

    def _parts(self, number: int) -> list["Part"]:
        if number not in self._kept:
            self._kept[number] = [*parts(self.text, self._found, number)]
        return self._kept[number]


def bits(groups: str) -> int:
    """The bits of classes named in a row."""
    return sum({BIT[group] for group in groups.split() if group in BIT})


_MADE: Final = tuple(
    (BIT[one[0]], BIT[one[1]] | BIT[one[2]], one) for one in COMPOSITES if {one[1], one[2]} <= BIT.keys()
)
_GIVEN: Final = sum(BIT[group] for group, _, _ in SHAPED)


@lru_cache(maxsize=8192)
def _closed(mask: int) -> int:
    """With all classes that others can make, wherever they stand."""
    mask |= _GIVEN
    for made, both, _ in _MADE:
        if mask & both == both:
            mask |= made
    return mask


def _likely(found: list[int], language: str) -> list[int]:
    """The language in which most is understood and those near it: words are alike in several."""
    counts = [mask.bit_count() for mask in found]
    if language in LANGUAGES:
        counts[LANGUAGES.index(language)] += 2
    least = 0.7 * max(counts)
    return [number for number, count in enumerate(counts) if count and count >= least]


def masks(hits: list[tuple[int, int, int]]) -> list[int]:
    """Of each language: the classes that may stand anywhere in the text."""
    found = [0] * len(LANGUAGES)
    for pattern, _, _ in hits:
        for language, mask in MASKS[OF[pattern]]:
            found[language] |= mask
    return found


def hits(text: str) -> list[tuple[int, int, int]]:
    """Pattern, start and end of each match in what `heard` gave."""
    return AUTOMATON.find_matches_as_indexes(text, overlapping=True)


def sentences(text: str) -> list[tuple[int, int]]:
    """Of what `heard` gave."""
    edges = [-1, *(found.start() for found in _EDGE.finditer(text)), len(text)]
    return [(a + 1, b) for a, b in pairwise(edges) if b - a > 3]


def parts(text: str, found: list[tuple[int, int, int]], language: int) -> Iterator[Part]:
    """The sentences of one language, then each two that follow each other."""
    edges = sentences(text)[:_PARTS]
    placed: list[Places] = [{} for _ in edges]
    at, meant = 0, MEANT[language]
    for pattern, start, end in found:
        entries = meant[OF[pattern]]
        if not entries:
            continue
        while at < len(edges) and edges[at][1] < start + 2:
            at += 1
        if at < len(edges):
            _place(placed[at], text, entries, start, end)
    _shape(text, edges, placed)
    single = [_part(places, span) for places, span in zip(placed, edges, strict=True)]
    yield from single
    for one, other in pairwise(single):
        if other.end - one.start < _TOGETHER:
            yield _both(one, other)


def _place(places: Places, text: str, entries: Sequence[Entry], start: int, end: int) -> None:
    for entry in entries:
        if entry.tail is None or compiled(entry.tail).match(text, end):
            spans = places.setdefault(entry.group, [])
            if len(spans) < _MOST:
                spans.append((start, end))


def _shape(text: str, edges: list[tuple[int, int]], placed: list[Places]) -> None:
    """Adds the classes that a shape gives."""
    digits = sum(map(text.count, "0123456789")) if _DIGIT.search(text) else 0
    for group, shape, least in _SHAPED:
        if digits >= least:
            for (start, end), places in zip(edges, placed, strict=True):
                if found := shape.search(text, max(0, start - 1), end + 1):
                    places.setdefault(group, []).append(found.span())


def _part(places: Places, span: tuple[int, int]) -> Part:
    mask = 0
    for group in places:
        mask |= BIT[group]
    for made, both, composite in _makeable(mask):
        if mask & both == both and _compose(places, composite):
            mask |= made
    return Part(mask, places, *span, False)


@lru_cache(maxsize=8192)
def _makeable(mask: int) -> tuple[tuple[int, int, tuple[str, str, str, int]], ...]:
    """In their order: the composites that these classes may make, and those that their own may."""
    found = []
    for one in _MADE:
        if mask & one[1] == one[1]:
            found.append(one)
            mask |= one[0]
    return tuple(found)


def _both(one: Part, other: Part) -> Part:
    places: Places = {**one.places}
    for group, spans in other.places.items():
        places[group] = places.get(group, []) + spans
    return Part(one.mask | other.mask, places, one.start, other.end, True)


def _compose(places: Places, composite: tuple[str, str, str, int]) -> bool:
    """Adds the class that two others make, where they stand near enough."""
    group, first, second, gap = composite
    for a, b in places[first]:
        ends = [y for x, y in places[second] if -1 <= x - b <= gap]
        if ends:
            places.setdefault(group, []).append((a, min(ends)))
            return True
    return False


def token_span(text: str, folded: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the words of `text[start:end]`, a piece of what `heard` gave, stand in the folded view."""
    first = len(_TOKEN.findall(text, 0, start + 1))
    count = len(_TOKEN.findall(text, start + 1, end))
    spans = [found.span() for found in _TOKEN.finditer(folded)]
    if not count or first + count > len(spans):
        return None
    return spans[first][0], spans[first + count - 1][1]
