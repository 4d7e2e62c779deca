"""A score explained: each obligation with what it weighs and why, and what was in time when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from helpdesk.standing.terms.points import Point
from helpdesk.standing.terms.weights import V_ONE, W_ONE


class Why(StrEnum):
    """Whether an obligation counts, and why not."""

    COUNTS = "counts"
    OPEN = "open"  # its deadline lies ahead
    EXCLUDED = "excluded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One obligation in the score. `age` in whole days; `base` and `scale` (what the Buyer's cap leaves) are
    exact; `by_age` and `weight` in 2**-32, `value` in 2**-16. All of them 0 where it does not count.
    """

    point: Point
    why: Why
    age: int = 0
    base: Fraction = Fraction(0)
    by_age: int = 0
    scale: Fraction = Fraction(0)
    weight: int = 0
    value: int = 0

    @property
    def lost(self) -> Fraction:
        """What it lacks, of its weight."""
        return Fraction(self.weight * (V_ONE - self.value), W_ONE * V_ONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many obligations of a time were met in time, late, and never."""

    met: int
    late: int
    missed: int

    @property
    def due(self) -> int:
        """All of them."""
        return self.met + self.late + self.missed

    @property
    def share(self) -> float | None:
        """In time, 0..1; None where nothing was due."""
        return self.met / self.due if self.due else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Seven days UTC from `first_on`."""

    first_on: date
    tally: Tally


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """What a Seller had at the end of a UTC day."""

    on: date
    p: Fraction
    f: Fraction
