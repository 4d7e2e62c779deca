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
from itertools import combinations, islice, pairwise, starmap
from math import exp, sqrt
from typing import Final, NamedTuple

from helpdesk.conduct.rules.meanings import UNKNOWN, meanings_of, shipped
from helpdesk.conduct.rules.reading import Reading
from helpdesk.conduct.terms import Label

MAGIC: Final = b"opinion5"
MOST_WORDS: Final = 400  # of a text; what follows them changes no opinion
MOST_LETTERS: Final = 40  # of a word
MOST_CLASSES: Final = 14  # of a sentence that are paired
MOST_PAIRS: Final = 2_000  # of classes in a text
CLOSE, NEAR, FAR = 1, 4, 6  # how many known words on another one may stand to be seen together with it
MOST_KEPT: Final = 300_000  # pairs of meanings whose sum is kept
_PIECE: Final = 4
_MEANINGS: Final = 1 << 12  # more than there are
_LANE: Final = 24  # bits for the sum of one label's weights
_ZERO: Final = 128  # a weight of 0, so that sums never borrow from the next lane


class Part(NamedTuple):
    """A share of the model: where its buckets begin, how many they are, how much one of them counts."""

    start: int
    size: int
    value: float

    def at(self, piece: str) -> int:
        """Where a piece is counted."""
        return self.start + zlib.crc32(piece.encode()) % self.size


WORDS: Final = Part(0, 1 << 15, 1.0)
PIECES: Final = Part(1 << 15, 1 << 15, 1.0)
MEANT: Final = Part(1 << 16, 1 << 12, 3.0)
TOGETHER: Final = Part(WORDS.size + PIECES.size + MEANT.size, 1 << 16, 1.5)
CLASSES: Final = Part(TOGETHER.start + TOGETHER.size, 1 << 14, 3.0)
PARTS: Final = (WORDS, PIECES, MEANT, TOGETHER, CLASSES)
BUCKETS: Final = CLASSES.start + CLASSES.size


def of_word(word: str) -> list[int]:
    """The buckets of a word and of its pieces."""
    edged = f"<{word[:MOST_LETTERS]}>"
    pieces = (edged[at : at + _PIECE] for at in range(len(edged) - _PIECE + 1))
    return [WORDS.at(edged), *map(PIECES.at, pieces)]


def of_words(first: str, second: str) -> list[int]:
    """Of two words that follow each other."""
    return [WORDS.at(f"{first} {second}")]


def of_meaning(meaning: int) -> list[int]:
    """Of what a word means and of the kinds of things that are meant."""
    return [MEANT.at(f"m{meaning}"), *(MEANT.at(f"k{kind}") for kind in shipped().kinds[meaning])]


def of_meanings(pair: int) -> list[int]:
    """Of two meanings in one sentence, as `pairs_of` numbers them."""
    (first, second), apart = divmod(pair >> 3, _MEANINGS), pair & 7
    kinds = shipped().kinds
    found = [f"k{a} {b}" for a in kinds[first] for b in kinds[second]]
    if apart != FAR:
        found.append("s{} {}".format(*sorted((first, second))))
    if apart == CLOSE:
        found.append(f"b{first} {second}")
    return [TOGETHER.at(one) for one in found]


def of_classes(first: str, second: str) -> list[int]:
    """Of two classes in one sentence, or of one twice."""
    return [CLASSES.at(first if first == second else f"{first}+{second}")]


def pairs_of(meanings: Sequence[int]) -> list[int]:
    """Numbers of the pairs of known meanings in a sentence, and of how far they stand apart."""
    known = [one for one in meanings if one != UNKNOWN]
    found = list[int]()
    for apart in range(1, FAR + 1):
        seen = CLOSE if apart == CLOSE else NEAR if apart <= NEAR else FAR
        found += [(a * _MEANINGS + b) * 8 + seen for a, b in zip(known, known[apart:], strict=False)]
    return found


def class_pairs(sentences: Iterable[frozenset[str]], side: str) -> Iterable[tuple[str, str]]:
    """The arguments of `of_classes` for a text, and whose words they are."""
    found = {(f"side:{side}", f"side:{side}")}
    for sentence in sentences:
        classes = sorted(sentence)
        found.update((one, one) for one in classes)
        found.update(combinations(classes[:MOST_CLASSES], 2))
    return islice(found, MOST_PAIRS)


def sentences_of(reading: Reading) -> list[list[int]]:
    """Which words, by their place among the first MOST_WORDS, each sentence has."""
    ends, at = [end for _, end in reading.sentences], 0
    found: list[list[int]] = [[]]
    for n, word in enumerate(reading.words[:MOST_WORDS]):
        while at < len(ends) and word.start >= ends[at]:
            at += 1
            found.append([])
        found[-1].append(n)
    return found


def buckets_of(reading: Reading) -> list[int]:
    """All that the model sees of a text whose families have read it, as often as it stands there."""
    words = [word.text for word in reading.words[:MOST_WORDS]]
    meant = meanings_of(words, reading.said.language)
    found = [bucket for word in words for bucket in of_word(word)]
    found += [bucket for pair in pairwise(["^", *words, "$"]) for bucket in of_words(*pair)]
    found += [bucket for one in meant if one != UNKNOWN for bucket in of_meaning(one)]
    for sentence in sentences_of(reading):
        for pair in pairs_of([meant[n] for n in sentence]):
            found += of_meanings(pair)
    for classes in class_pairs(reading.classes, reading.said.side.value):
        found += of_classes(*classes)
    return found


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
        self._reading, self._sentences = reading, sentences_of(reading)
        self._words = [word.text for word in reading.words[:MOST_WORDS]]
        self._meant = meanings_of(self._words, reading.said.language)
        whole = sum(map(self._of_sentence, self._sentences))
        whole += sum(starmap(_words, pairwise(["^", *self._words, "$"])))
        whole += sum(starmap(_classes, class_pairs(reading.classes, reading.said.side.value)))
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

    @property
    def labels(self) -> Iterable[Label]:
        """Of which it knows anything."""
        return self._margins

    def where(self, label: Label) -> tuple[int, int]:
        """The sentence that speaks for the label most, half-open in the folded view."""
        words = self._reading.words

        def said(sentence: Sequence[int]) -> float:
            of = shipped_model().margins(self._of_sentence(sentence))
            return next(margin for known, margin in of if known.label is label)

        best = max(filter(None, self._sentences), key=said)
        return words[best[0]].start, words[best[-1]].end

    def _of_sentence(self, sentence: Sequence[int]) -> int:
        meant = [self._meant[n] for n in sentence]
        total = sum([_word(self._words[n]) for n in sentence])
        total += sum([_meaning(one) for one in meant if one != UNKNOWN])
        return total + sum(map(_PAIRS.__getitem__, pairs_of(meant)))


@lru_cache(maxsize=50_000)
def _word(word: str) -> int:
    return shipped_model().sum(of_word(word))


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


@lru_cache(maxsize=50_000)
def _classes(first: str, second: str) -> int:
    return shipped_model().sum(of_classes(first, second))


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
