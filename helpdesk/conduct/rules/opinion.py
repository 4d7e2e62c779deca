"""A second opinion: how much a text resembles those of which people said that they break a rule.

A linear model over words and their pieces, over what the words mean in any language, alone and together,
and over the classes of words that the families heard; trained by `bin/conduct-train` on rows that people
wrote for it. What a rule found is a second witness: the model knows how far each is to be believed.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise, starmap
from math import exp, log, sqrt
from typing import Final, NamedTuple

from helpdesk.conduct.rules.meanings import (
    ENOUGH,
    LANGUAGES,
    TELLING,
    UNKNOWN,
    known_in,
    meaning_of,
    spoken_in,
)
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.rules.traits import (
    BUCKETS,
    MOST_WORDS,
    class_pairs,
    of_classes,
    of_meaning,
    of_meanings,
    of_word,
    of_words,
    pairs_of,
    sentences_of,
)
from helpdesk.conduct.terms import Label

MAGIC: Final = b"opinion5"
MOST_KEPT: Final = 300_000  # pairs of meanings whose sum is kept
_LANE: Final = 24  # bits for the sum of one label's weights
_ZERO: Final = 128  # a weight of 0, so that sums never borrow from the next lane


class Known(NamedTuple):
    """What the model knows of a label: the margin's share, and how much a weak and a strong rule weigh."""

    label: Label
    share: float
    bias: float
    weak: float
    strong: float


@dataclass(frozen=True, slots=True)
class Model:
    """Of each bucket one number: in lanes the weights of every label, then its count and its length."""

    labels: tuple[Known, ...]
    lanes: Sequence[int]

    def sum(self, buckets: Iterable[int]) -> int:
        """Of their lanes."""
        return sum(map(self.lanes.__getitem__, buckets))

    def margins(self, total: int) -> Iterator[tuple[Known, float]]:
        """What a sum of lanes says of each label, before any rule is heard."""
        mask, at = (1 << _LANE) - 1, _LANE * len(self.labels)
        count, length = (total >> at) & mask, total >> (at + _LANE)
        for known in self.labels:
            yield known, known.share * ((total & mask) - _ZERO * count) / sqrt(length or 1)
            total >>= _LANE


class Opinion:
    """Of one text: how likely each label is, and which sentence says so most."""

    def __init__(self, reading: Reading) -> None:
        words = [word.text for word in reading.words[:MOST_WORDS]]
        self._reading, self._sentences = reading, sentences_of(reading)
        self._heard = _all_heard(words, reading.said.language)
        whole = sum([one.total for one in self._heard])
        whole += sum(map(self._together, self._sentences))
        whole += sum(starmap(_words, pairwise(["^", *words, "$"])))
        pairs = class_pairs(reading.classes, reading.said.side.value)
        whole += sum(map(_CLASSES.__getitem__, pairs))
        self._margins = {known.label: (known, margin) for known, margin in shipped_model().margins(whole)}

    def chance(self, label: Label, *, weak: bool = False, strong: bool = False) -> float | None:
        """0..1 that a person would give the label, a rule having found it or not; None if not learnt."""
        if label not in self._margins:
            return None
        known, margin = self._margins[label]
        raised = margin + known.bias + known.weak * weak + known.strong * strong
        return 1 / (1 + exp(-max(-30.0, min(30.0, raised))))

    def margin(self, label: Label) -> float:
        """What the model alone says of a label that it has learnt. Raises KeyError."""
        return self._margins[label][1]

    def leanings(self, *, chance: float) -> Iterator[Label]:
        """Those that are so likely without any rule."""
        least = log(chance / (1 - chance))
        return (label for label, (known, margin) in self._margins.items() if margin + known.bias >= least)

    def where(self, label: Label) -> tuple[int, int]:
        """The sentence that speaks for the label most, half-open in the folded view."""
        words = self._reading.words

        def said(sentence: Sequence[int]) -> float:
            total = sum(self._heard[n].total for n in sentence) + self._together(sentence)
            of = shipped_model().margins(total)
            return next(margin for known, margin in of if known.label is label)

        best = max(filter(None, self._sentences), key=said)
        return words[best[0]].start, words[best[-1]].end

    def _together(self, sentence: Sequence[int]) -> int:
        pairs = pairs_of([self._heard[n].meaning for n in sentence])
        return sum(map(_PAIRS.__getitem__, pairs))


class Heard(NamedTuple):
    """A word: the sum of its own lanes and of those of its meaning, and whether its language knows it."""

    total: int
    meaning: int
    known: bool


def _all_heard(words: Sequence[str], language: str) -> list[Heard]:
    heard = [_heard(word, language) for word in words]
    told = heard[:TELLING]
    if sum([one.known for one in told]) >= ENOUGH * len(told):
        return heard
    spoken = spoken_in(words, language)
    return heard if spoken == language else [_heard(word, spoken) for word in words]


@lru_cache(maxsize=50_000)
def _heard(word: str, language: str) -> Heard:
    language = language if language in LANGUAGES else LANGUAGES[0]
    meaning = meaning_of(word, language)
    total = shipped_model().sum(of_word(word)) + (_meaning(meaning) if meaning != UNKNOWN else 0)
    return Heard(total, meaning, known_in(word, language) != UNKNOWN)


@lru_cache(maxsize=100_000)
def _words(first: str, second: str) -> int:
    return shipped_model().sum(of_words(first, second))


@cache
def _meaning(meaning: int) -> int:
    return shipped_model().sum(of_meaning(meaning))


class _Pairs(dict[int, int]):
    """Sums by pair of meanings, each worked out when it is first met. Faster than a cache of calls."""

    def __missing__(self, pair: int) -> int:
        if len(self) >= MOST_KEPT:
            self.clear()
        total = self[pair] = shipped_model().sum(of_meanings(pair))
        return total


_PAIRS: Final = _Pairs()


class _Classes(dict[tuple[str, str], int]):
    """Sums by pair of classes, of which there are not so many."""

    def __missing__(self, pair: tuple[str, str]) -> int:
        total = self[pair] = shipped_model().sum(of_classes(*pair))
        return total


_CLASSES: Final = _Classes()


@cache
def shipped_model() -> Model:
    """That of the package."""
    return unpacked((files("helpdesk.conduct") / "data" / "opinion.bin").read_bytes())


def unpacked(data: bytes) -> Model:
    """As `bin/conduct-train` packs it: of every label a byte for each bucket, then two for its length.

    Raises ValueError.
    """
    if not data.startswith(MAGIC):
        raise ValueError("not a model")
    head, _, body = zlib.decompress(data[len(MAGIC) :]).partition(b"\n")
    labels = []
    for line in head.decode().split(";"):
        label, *numbers = line.split(" ")
        labels.append(Known(Label(label), *map(float, numbers)))
    columns = [body[n * BUCKETS : (n + 1) * BUCKETS] for n in range(len(labels) + 2)]
    pad = bytes(_LANE // 8 - 1)
    lanes = [
        int.from_bytes(pad.join(bytes((one,)) for one in (*row[:-2], 1)) + pad + bytes(row[-2:]), "little")
        for row in zip(*columns, strict=True)
    ]
    return Model(tuple(labels), lanes)
