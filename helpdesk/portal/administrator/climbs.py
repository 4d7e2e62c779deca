"""The way from an entry up to the signed root, measured for a drawing: nothing here knows a language."""

from collections.abc import Sequence
from dataclasses import dataclass

from helpdesk.tlog.hashing import node_hash

STEP, TOP, FOOT = 64, 46, 40  # of the drawing, which is 320 wide: a phone shows it one to one
SPINE, ASIDE = 160, 84  # where the way runs, and how far its neighbours stand
SHORT = 8  # hex digits of a hash that people compare


@dataclass(frozen=True, slots=True, kw_only=True)
class Rung:
    """One level: the neighbour's hash joins the way, and gives the hash above. Leaves are counted from 0."""

    hash: str
    is_left: bool
    first: int
    last: int
    made: str
    x: int
    y: int
    joint: int

    @property
    def short(self) -> str:
        """The beginning of the hash."""
        return self.hash[:SHORT]


@dataclass(frozen=True, slots=True, kw_only=True)
class Climb:
    """From the leaf, at the foot, to the root; `rungs` from the leaf upward."""

    rungs: Sequence[Rung]
    height: int
    leaf: int
    root: int
    made: str

    @property
    def short(self) -> str:
        """The beginning of the root."""
        return self.made[:SHORT]


def climb(*, index: int, size: int, leaf_hash: bytes, hashes: Sequence[bytes]) -> Climb:
    """Each hash beside the way with the leaves under it. The proof has been verified."""
    spans = _spans(index, size)
    height = TOP + STEP * len(spans) + FOOT
    made, rungs = leaf_hash, []
    for level, (sibling, (first, last)) in enumerate(zip(hashes, spans, strict=True)):
        is_left = last < index
        made = node_hash(sibling, made) if is_left else node_hash(made, sibling)
        y = height - FOOT - STEP * level
        x = SPINE - ASIDE if is_left else SPINE + ASIDE
        rung = Rung(
            hash=sibling.hex(),
            is_left=is_left,
            first=first,
            last=last,
            made=made.hex(),
            x=x,
            y=y,
            joint=y - STEP,
        )
        rungs.append(rung)
    return Climb(rungs=rungs, height=height, leaf=height - FOOT, root=TOP, made=made.hex())


def _spans(index: int, size: int) -> list[tuple[int, int]]:
    """First and last leaf under each neighbour of the way, the leaf's own neighbour first."""
    start, end, spans = 0, size, []
    while end - start > 1:
        middle = start + (1 << (end - start - 1).bit_length() - 1)
        if index < middle:
            spans.append((middle, end - 1))
            end = middle
        else:
            spans.append((start, middle - 1))
            start = middle
    return spans[::-1]
