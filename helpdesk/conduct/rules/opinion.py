"""A second opinion: how much a text resembles those of which people said that they break a rule.

A linear model over words, pairs of words, pieces of words and the classes of words that the families know,
which are the same in every language; trained by `bin/conduct-train` on rows that people wrote for it. It
strengthens or doubts what a rule found in sentences. Alone it gives a remark at most.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import combinations, pairwise
from math import exp
from typing import Final

from helpdesk.conduct.terms import Label

BITS: Final = 16
BUCKETS: Final = 1 << BITS
MOST_WORDS: Final = 400  # of a text; what follows them changes no opinion
MOST_CLASSES: Final = 14  # of a sentence that are paired
MAGIC: Final = b"opinion3"
_SIZES: Final = (3, 4, 5)
_LANE: Final = 24  # bits for the sum of one label's weights: 2,000 words are far from filling it
_ZERO: Final = 128  # a weight of 0, so that sums never borrow from the next lane


def bucket(piece: str) -> int:
    """Where a piece is counted."""
    return zlib.crc32(piece.encode()) & (BUCKETS - 1)


@lru_cache(maxsize=50_000)
def of_word(word: str) -> tuple[int, ...]:
    """The buckets of a word and of its pieces."""
    edged = f"<{word}>"
    pieces = [edged[at : at + size] for size in _SIZES for at in range(len(edged) - size + 1)]
    return tuple(bucket(piece) for piece in (edged, *pieces))


def of_pairs(words: Sequence[str]) -> list[int]:
    """The buckets of words that follow each other."""
    return [bucket(f"{a} {b}") for a, b in pairwise(["^", *words, "$"])]


def of_classes(sentences: Iterable[frozenset[str]], side: str) -> list[int]:
    """The buckets of the classes in each sentence, alone and in pairs, and of whose words they are."""
    found = {f"side:{side}"}
    for sentence in sentences:
        classes = sorted(sentence)
        found.update(classes)
        found.update(f"{a}+{b}" for a, b in combinations(classes[:MOST_CLASSES], 2))
    return [bucket(one) for one in found]


def buckets_of(words: Sequence[str], sentences: Iterable[frozenset[str]], side: str) -> list[int]:
    """All that the model sees of a text, as often as it stands there."""
    kept = words[:MOST_WORDS]
    return [n for word in kept for n in of_word(word)] + of_pairs(kept) + of_classes(sentences, side)


def opinions(words: Sequence[str], sentences: Iterable[frozenset[str]], side: str) -> dict[Label, float]:
    """0..1 for each label that the model knows: how likely a person would give it to the text."""
    model = _model()
    if model is None or not words:
        return {}
    kept = words[:MOST_WORDS]
    total, count = 0, 0
    for word in kept:
        summed, pieces = _sum_of(word)
        total += summed
        count += pieces
    others = of_pairs(kept) + of_classes(sentences, side)
    total += sum(map(model.lanes.__getitem__, others))
    return dict(model.read(total, count + len(others)))


@lru_cache(maxsize=50_000)
def _sum_of(word: str) -> tuple[int, int]:
    model, found = _model(), of_word(word)
    assert model is not None
    return sum(map(model.lanes.__getitem__, found)), len(found)


@dataclass(frozen=True, slots=True)
class Model:
    """Of each bucket one number, in which every label has a lane of its own for its weight."""

    labels: tuple[tuple[Label, float, float], ...]  # with bias and scale
    lanes: Sequence[int]

    def read(self, total: int, count: int) -> Iterator[tuple[Label, float]]:
        """The likelihoods that follow from a sum of lanes over `count` pieces."""
        mask, share = (1 << _LANE) - 1, count**-0.5
        for label, bias, scale in self.labels:
            raised = bias + scale * share * ((total & mask) - _ZERO * count)
            yield label, 1 / (1 + exp(-max(-30.0, min(30.0, raised))))
            total >>= _LANE


@cache
def _model() -> Model | None:
    """From the package; None where none was trained."""
    path = files("helpdesk.conduct") / "data" / "opinion.bin"
    return unpacked(path.read_bytes()) if path.is_file() else None


def unpacked(data: bytes) -> Model:
    """As `bin/conduct-train` packs it. Raises ValueError."""
    if not data.startswith(MAGIC):
        raise ValueError("not a model")
    head, _, body = zlib.decompress(data[len(MAGIC) :]).partition(b"\n")
    labels = []
    for line in head.decode().split(";"):
        label, bias, scale = line.split(" ")
        labels.append((Label(label), float(bias), float(scale)))
    columns = [body[n * BUCKETS : (n + 1) * BUCKETS] for n in range(len(labels))]
    width = _LANE // 8 - 1
    rows = zip(*columns, strict=True)
    pad = bytes(width)
    lanes = [int.from_bytes(pad.join(bytes((one,)) for one in row) + pad, "little") for row in rows]
    return Model(tuple(labels), lanes)
