"""A second opinion: how much a text resembles those of which people said that they break a rule.

A linear model over words and their pieces, over what the words mean in any language, alone and together,
and over the classes of words that the families heard; trained by `bin/conduct-train` on rows that people
wrote for it. What a rule found is a second witness: the model knows how far each is to be believed.
"""

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from importlib.resources import files
from itertools import chain, islice, pairwise
from math import exp, log, sqrt
from struct import Struct
from typing import Final, NamedTuple, TypeVar

from helpdesk.conduct.rules.meanings import (
    ENOUGH,
    LANGUAGES,
    TELLING,
    UNKNOWN,
    known_in,
    meaning_of,
    spoken_in,
)
from helpdesk.conduct.rules.reading import WORD, Reading
from helpdesk.conduct.rules.traits import (
    BUCKETS,
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

_K = TypeVar("_K")
_V = TypeVar("_V")

MAGIC: Final = b"opinion5"
_ZERO: Final = 128  # a weight of 0, so that sums never borrow from the next lane


class Known(NamedTuple):
    """What the model knows of a label: the margin's share, and how much a weak and a strong rule weigh."""

    label: Label
    share: float
    bias: float
    weak: float
    strong: float


class Lanes(dict[int, int]):
    """Of each bucket one number: in lanes the weights of every label, then its count and its length."""

    def __init__(self, columns: Sequence[bytes]) -> None:
        super().__init__()
        self._wide, self._rows = len(columns), bytearray(len(columns) * BUCKETS)
        for at, column in enumerate(columns):
            self._rows[at :: self._wide] = column
        self._pack = Struct(f"<{self._wide}I").pack

    def __missing__(self, bucket: int) -> int:
        *row, low, high = self._rows[bucket * self._wide : (bucket + 1) * self._wide]
        found = self[bucket] = int.from_bytes(self._pack(*row, 1, low + 256 * high), "little")
        return found


class Model:
    """What the model knows of each label, and its lanes, each made when a text first needs it."""

    def __init__(self, labels: tuple[Known, ...], columns: Sequence[bytes]) -> None:
        self.labels, self._lanes = labels, Lanes(columns)
        self._lane_of = {known.label: at for at, known in enumerate(labels)}
        self._read = Struct(f"<{len(labels) + 2}I")

    def sum(self, buckets: Iterable[int]) -> int:
        """Of their lanes."""
        return sum(map(self._lanes.__getitem__, buckets))

    def margins(self, total: int) -> list[tuple[Known, float]]:
        """What a sum of lanes says of each label, before any rule is heard."""
        *sums, count, length = self._read.unpack(total.to_bytes(self._read.size, "little"))
        zero, root = _ZERO * count, sqrt(length or 1)
        return [
            (known, known.share * (one - zero) / root) for known, one in zip(self.labels, sums, strict=True)
        ]

    def margin(self, label: Label, total: int) -> float:
        """What a sum of lanes says of one label. Raises KeyError."""
        return self.margins(total)[self._lane_of[label]][1]


class Opinion:
    """Of one text: how likely each label is, and which sentence says so most."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        sentences = sentences_of(reading)
        words = sentences[0] if len(sentences) == 1 else [*chain(*sentences)]
        self._heard = _all_heard(words, sentences, reading.said.language)
        self._sums = [sum([one[0] for one in part]) + _together(part) for part in self._heard]
        whole = sum(self._sums) + sum(map(_TWO_WORDS.__getitem__, pairwise(["^", *words, "$"])))
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
        model = shipped_model()
        spoken = [n for n, words in enumerate(self._heard) if words]
        best = max(spoken, key=lambda n: model.margin(label, self._sums[n])) if spoken[1:] else spoken[0]
        text, sentences = self._reading.folded.text, self._reading.sentences
        edges = sentences[best] if len(sentences) > 1 else (0, len(text))
        places = [*islice(WORD.finditer(text, *edges), len(self._heard[best]))]
        return places[0].start(), places[-1].end()


Heard = tuple[int, int, bool]
"""A word: the sum of its own lanes and of its meaning's, that meaning, whether its language knows it."""


def _all_heard(words: Sequence[str], sentences: Sequence[Sequence[str]], language: str) -> list[list[Heard]]:
    heard = _heard_in(sentences, language)
    told = [one[2] for one in chain(*heard)][:TELLING]
    if sum(told) >= ENOUGH * len(told):
        return heard
    spoken = spoken_in(words, language)
    return heard if spoken == language else _heard_in(sentences, spoken)


def _heard_in(sentences: Sequence[Sequence[str]], language: str) -> list[list[Heard]]:
    known = _WORDS[language if language in LANGUAGES else LANGUAGES[0]].__getitem__
    return [[*map(known, sentence)] for sentence in sentences]


def _together(sentence: Sequence[Heard]) -> int:
    return sum(map(_PAIRS.__getitem__, pairs_of([one[1] for one in sentence])))


class _Kept(dict[_K, _V]):
    """What is worked out when it is first met: faster than a cache of calls."""

    def __init__(self, make: Callable[[_K], _V], most: int) -> None:
        super().__init__()
        self._make, self._most = make, most

    def __missing__(self, key: _K) -> _V:
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._make(key)
        return found


def _heard(language: str, word: str) -> Heard:
    meaning = meaning_of(word, language)
    total = shipped_model().sum(of_word(word)) + (_meaning(meaning) if meaning != UNKNOWN else 0)
    return total, meaning, known_in(word, language) != UNKNOWN


@cache
def _meaning(meaning: int) -> int:
    return shipped_model().sum(of_meaning(meaning))


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
    return Model(tuple(labels), columns)


_WORDS: Final = {one: _Kept(partial(_heard, one), 50_000) for one in LANGUAGES}
_TWO_WORDS: Final = _Kept[tuple[str, str], int](lambda two: shipped_model().sum(of_words(*two)), 100_000)
_PAIRS: Final = _Kept[int, int](lambda pair: shipped_model().sum(of_meanings(pair)), 300_000)
_CLASSES: Final = _Kept[int, int](lambda pair: shipped_model().sum(of_classes(pair)), 300_000)
