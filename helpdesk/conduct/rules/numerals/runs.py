"""Runs: atoms that stand so close that they may be one number, and the ways to read them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from helpdesk.conduct.rules.numerals.atoms import Atom, is_filler
from helpdesk.conduct.rules.numerals.values import MANNERS, Manner, Piece, spelled
from helpdesk.conduct.terms import MAX_CANDIDATES

MAX_ATOMS: Final = 48  # of a run; what is longer is a table, not a number
MAX_WINDOWS: Final = 96  # of a run that are looked into
MAX_WINDOWS_OF_TEXT: Final = 4 * MAX_CANDIDATES
_MAX_GAP: Final = 24
_CLOSE: Final = re.compile(r"(?: {0,2}|-| - )")
_STRONG: Final = re.compile(r"[,;:\n!?=<>]|\.\s| / |\s{3}|\w")
_LETTERS: Final = re.compile(r"[a-z]+")
_OTHER: Final = re.compile(r"[^\W_]")


class Budget:
    """How many more windows of a text are looked into: what is mostly numbers is a table."""

    def __init__(self) -> None:
        self.left = MAX_WINDOWS_OF_TEXT

    def take(self) -> bool:
        """One of them; False where none is left."""
        self.left -= 1
        return self.left >= 0


@dataclass(frozen=True, slots=True)
class Run:
    """`gaps[i]` is what stands between atom i and the next one."""

    atoms: Sequence[Atom]
    gaps: Sequence[str]

    def linked(self, at: int) -> bool:
        """One number word with the next: nothing, a space or a hyphen between them."""
        return _CLOSE.fullmatch(self.gaps[at]) is not None

    def cuts(self) -> frozenset[int]:
        """Atoms before which a number may begin or the last one end: after commas, beside weak words."""
        inner = (
            at + 1
            for at, gap in enumerate(self.gaps)
            if _STRONG.search(gap) or "+" in gap or self.atoms[at].weak or self.atoms[at + 1].weak
        )
        return frozenset((0, len(self.atoms), *inner))

    @property
    def spoken(self) -> bool:
        """Holds words."""
        return any(one.spoken for one in self.atoms)

    def manners(self) -> Sequence[Manner]:
        """In which it may be read: one, where it is all digits."""
        return MANNERS if self.spoken else MANNERS[:1]

    def parts(self, manner: Manner) -> list[Piece]:
        """What it spells, in order."""
        return spelled(self.atoms, self.linked, manner)

    def digits(self, manner: Manner) -> str:
        """All of it."""
        return "".join(part[2] for part in self.parts(manner))

    def windows(self, manner: Manner, low: int, high: int) -> Iterator[Piece]:
        """Parts that may be a number of `low` to `high` digits, the longest of a beginning first.
        At most MAX_WINDOWS.
        """
        parts, cuts, count = self.parts(manner), self.cuts(), 0
        for first, begin in enumerate(parts):
            if begin[0] not in cuts:
                continue
            for end, digits in reversed([*_growing(parts, first, cuts, high)]):
                if len(digits) >= low and "?" not in digits and (count := count + 1) <= MAX_WINDOWS:
                    yield begin[0], end, digits


def _growing(
    parts: Sequence[Piece], first: int, cuts: frozenset[int], high: int
) -> Iterator[tuple[int, str]]:
    """The last atom and the digits of each window that begins there."""
    digits = ""
    for part in parts[first:]:
        digits += part[2]
        if len(digits) > high:
            return
        if part[1] + 1 in cuts:
            yield part[1], digits


def runs(text: str, found: Sequence[Atom]) -> Iterator[Run]:
    """At most MAX_CANDIDATES. `found` are the atoms of `text`."""
    kept, gaps, count = list(found[:1]), list[str](), 0
    for before, one in pairwise(found):
        gap = text[before.end : one.start]
        if len(kept) < MAX_ATOMS and _bridged(gap):
            kept.append(one)
            gaps.append(gap)
            continue
        yield Run(kept, gaps)
        kept, gaps, count = [one], [], count + 1
        if count >= MAX_CANDIDATES:
            return
    if kept:
        yield Run(kept, gaps)


def _bridged(gap: str) -> bool:
    """Only signs and at most two words that stand between parts of numbers."""
    if len(gap) > _MAX_GAP:
        return False
    words = _LETTERS.findall(gap)
    if not words:
        return _OTHER.search(gap) is None
    return len(words) <= 3 and all(map(is_filler, words))
