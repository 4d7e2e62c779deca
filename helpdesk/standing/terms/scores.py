"""What comes out: sums, the score, and how a Seller is shown."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import Final

from helpdesk.standing.terms.weights import MILLI


class Level(StrEnum):
    """How a Seller is shown."""

    NEW = "new"  # too few obligations: no number
    RATED = "rated"
    RELIABLE = "reliable"  # the badge


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Whole numbers, so that parts can be added in any order.

    Weights (`n`) in 2**-32, weights times values (`m`) in 2**-48; of everything, and of answers alone.
    """

    n: int = 0
    m: int = 0
    answers_n: int = 0
    answers_m: int = 0

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            n=self.n + other.n,
            m=self.m + other.m,
            answers_n=self.answers_n + other.answers_n,
            answers_m=self.answers_m + other.answers_m,
        )


NOTHING: Final = Sums()


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Exact fractions: `p` the score, `f` the visibility, `n` and `m` what they come from.

    `lower` and `upper` bound the share of answers that are given in time, as far as these can tell; for
    showing only. `asks_for_step`: a person may be asked to look at it, never more.
    """

    n: Fraction
    m: Fraction
    p: Fraction
    f: Fraction
    level: Level
    lower: float
    upper: float
    asks_for_step: bool

    def rank_milli(self, *, measure: int = MILLI) -> int:
        """Visibility times a measure's factor (thousandths), rounded to thousandths, half up."""
        return int(self.f * measure + Fraction(1, 2))


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two scores: with these obligations met (or answered now, late), and with them never answered."""

    answered: Score
    left: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """How a Seller is shown, in thousandths: `rank` is `visibility` times `measure`."""

    rank: int
    visibility: int
    measure: int
    level: Level
