"""Disputes of single verdicts: what a Seller may say, what a person may find, and what is shown of it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.kernel.ids import Ref
from helpdesk.standing.terms.points import Ruled

BUSINESS_DAYS: Final = 5  # within which a person decides (standing.md)
MAX_WORDS: Final = 2000  # characters of a Seller's and of a decision's words


class Claim(StrEnum):
    """Why a verdict is wrong, as its Seller says."""

    HOLIDAY = "holiday"  # the day was none on which the shop's market works
    OUTAGE = "outage"  # Helpdesk or the Platform could not be reached
    NOT_VISIBLE = "not_visible"  # the question was not shown to the shop
    ANSWERED_ELSEWHERE = "answered_elsewhere"  # in another conversation, or in a case
    SPAM = "spam"


class Outcome(StrEnum):
    """What a person decided."""

    UPHELD = "upheld"  # the verdict stands
    EXCLUDED = "excluded"  # the obligation counts neither for nor against
    MET = "met"  # it was in time, as the record shows


EXCLUDING: Final = (Ruled.SPAM, Ruled.WITHDRAWN, Ruled.LINKED)
SHOWING: Final = (Claim.HOLIDAY, Claim.OUTAGE, Claim.NOT_VISIBLE, Claim.ANSWERED_ELSEWHERE)
"""What the record may show, where an obligation was in time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """One dispute; `verdict` is the entry that the obligation stood by. `reason` is the decision's code, of
    `EXCLUDING` or `SHOWING`, empty where the verdict stands. `words` and `answer` are empty where nobody
    wrote any, where they were erased, or where they are not for the reader yet.
    """

    ref: Ref
    point: Ref
    conversation: Ref
    verdict: UUID
    seller: str
    market: str
    claim: Claim
    at: datetime
    due_at: datetime
    settled_at: datetime | None = None
    outcome: Outcome | None = None
    reason: str = ""
    words: str = ""
    answer: str = ""

    def is_late(self, *, now: datetime) -> bool:
        """Whether nobody decided in time, so far or at all."""
        return (self.settled_at or now) > self.due_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What lies over an obligation; `words` are those that its Seller reads."""

    ruled: Ruled
    at: datetime
    words: str
