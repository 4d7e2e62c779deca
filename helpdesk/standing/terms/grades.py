"""What Buyers see of a Seller: a grade, and how soon an answer usually comes."""

from dataclasses import dataclass
from enum import IntEnum
from typing import Final

from helpdesk.marketplace.terms.restrictions import RestrictionKind
from helpdesk.standing.terms.scores import Level

GRADE_DAYS: Final = 90  # that response times look back
GRADE_FROM: Final = 5  # answers: of fewer, half says nothing


class Usually(IntEnum):
    """Counted hours within which half of the answers came: hours of business days, of which each has 24."""

    FOUR_HOURS = 4
    BUSINESS_DAY = 24
    TWO_BUSINESS_DAYS = 48


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """`score` in hundredths, None while the level is new; `usually` None of few answers, or slow ones."""

    level: Level
    score: int | None
    usually: Usually | None

    @property
    def is_reliable(self) -> bool:
        """Has the badge."""
        return self.level is Level.RELIABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What a Buyer's page says of a Seller: the grade, and by what kinds of measures something is closed."""

    grade: Grade
    closed_by: frozenset[RestrictionKind]


UNGRADED: Final = Grade(level=Level.NEW, score=None, usually=None)
