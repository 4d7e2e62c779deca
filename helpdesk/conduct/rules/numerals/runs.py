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
_MAX_GAP: Final = 24
_CLOSE: Final = re.compile(r"(?: {0,2}|-| - )")
_STRONG: Final = re.compile(r"[,;:\n!?=<>]|\.\s| / |\s{3}|\w")
_LETTERS: Final = re.compile(r"[a-z]+")
_OTHER: Final = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Run:
    """`gaps[i]` is what stands between atom i and the next one."""

    atoms: Sequence[Atom]
    gaps: Sequence[str]

    def linked(self, at: int) -> bool:
        """One number word with the next: nothing, a space or a hyphen between them."""
        return _CLOSE.fullmatch(self.gaps[at]) is not None

    def cuts(self) -> frozenset[int]:
        """Atoms before which a number may begin (or the one before ends): after a comma, beside a weak word."""
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

    def parts(self, first: int, last: int, manner: Manner) -> list[Piece]:
        """Of atoms first..last-1; positions are those of the run."""
        some = self.atoms[first:last]
        parts = spelled(some, lambda at: self.linked(first + at), manner)
        return [(first + a, first + b, digits) for a, b, digits in parts]


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
