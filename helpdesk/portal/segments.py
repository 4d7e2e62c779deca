"""A text cut where findings begin and end, so that their words can be marked in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A piece of the text, with the numbers of the findings that it belongs to; none: an ordinary piece."""

    text: str
    numbers: tuple[int, ...] = ()


def segments(*, text: str, spans: Sequence[tuple[int, int, int]]) -> list[Segment]:
    """In order, nothing left out. `spans` are (start, end, number), in characters, half-open; what lies
    beyond the text is cut off.
    """
    kept = [(max(0, start), min(len(text), end), number) for start, end, number in spans]
    cuts = sorted({0, len(text), *(start for start, _, _ in kept), *(end for _, end, _ in kept)})
    return [
        Segment(
            text=text[begin:until],
            numbers=tuple(number for start, end, number in kept if start <= begin and until <= end),
        )
        for begin, until in pairwise(cuts)
        if begin < until
    ]
