"""A second opinion: how much a text resembles those of which people said that they break a rule.

A linear model over hashed pieces of words and pairs of words, trained by `bin/conduct-train` on the rows that
people wrote for it. It strengthens or weakens what a rule has found; what it finds alone is a hint.
"""

import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise
from math import exp
from typing import Final

from helpdesk.conduct.terms import Label

BITS: Final = 16
BUCKETS: Final = 1 << BITS
MOST_WORDS: Final = 400  # of a text; what follows them changes no opinion
MAGIC: Final = b"opinion2"
_SIZES: Final = (3, 4, 5)


def pieces_of(words: Iterable[str]) -> list[int]:
    """The buckets of a text's words, pairs of words and pieces of words, each once."""
    found = set[str]()
    kept = [word for _, word in zip(range(MOST_WORDS), words, strict=False)]
    for word in kept:
        edged = f"<{word}>"
        found.add(edged)
        for size in _SIZES:
            found.update([edged[at : at + size] for at in range(len(edged) - size + 1)])
    found.update(f"{a} {b}" for a, b in pairwise(["^", *kept, "$"]))
    return [zlib.crc32(one.encode()) & (BUCKETS - 1) for one in found]


def opinion(label: Label, pieces: Sequence[int]) -> float | None:
    """0..1, how likely a person would give the text this label; None where the model knows nothing of it."""
    known = _model().get(label)
    if known is None or not pieces:
        return None
    weights, bias, scale = known
    total = sum(map(weights.__getitem__, pieces))
    raised = bias + scale * total / len(pieces) ** 0.5
    return 1 / (1 + exp(-max(-30.0, min(30.0, raised))))


Weights = tuple[Sequence[int], float, float]


@cache
def _model() -> dict[Label, Weights]:
    """From the package; empty where none was trained."""
    path = files("helpdesk.conduct") / "data" / "opinion.bin"
    if not path.is_file():
        return {}
    return unpacked(path.read_bytes())


def unpacked(data: bytes) -> dict[Label, Weights]:
    """Each label's weights as signed bytes, its bias and its scale. Raises ValueError."""
    if not data.startswith(MAGIC):
        raise ValueError("not a model")
    head, _, body = zlib.decompress(data[len(MAGIC) :]).partition(b"\n")
    found: dict[Label, Weights] = {}
    for n, line in enumerate(head.decode().split(";")):
        label, bias, scale = line.split(" ")
        weights = memoryview(body)[n * BUCKETS : (n + 1) * BUCKETS].cast("b")
        found[Label(label)] = (weights, float(bias), float(scale))
    return found
