"""The words of samples: what a reviewer is asked to look at."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.deadlines.terms.names import Judgment, SampleKind, Verdict, WaiverReason
from helpdesk.kernel.ids import Ref

MAX_JUDGMENT_NOTE: Final = 500
"""Characters of what a reviewer may add to a judgment; the Seller reads it."""


LOWEST: Final = 1
HIGHEST: Final = 4
POOR: Final = 2
"""A mark up to this one names the standard that was broken."""


class Standard(StrEnum):
    """What an answer owes its reader, where a reviewer found that it fell short."""

    QUESTION_OPEN = "question_open"  # every question is answered, or it says when it will be
    NO_COMMITMENT = "no_commitment"  # it says what happens next, and when
    WRONG_FACT = "wrong_fact"  # what it says agrees with the order and the record
    PROMISE_BROKEN = "promise_broken"  # what it promised was done
    HARD_TO_FOLLOW = "hard_to_follow"  # plain words, in an order that can be followed
    OTHER_LANGUAGE = "other_language"  # in the language of the question
    DISRESPECT = "disrespect"  # respectful, whatever was asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Scorecard:
    """Marks from 1 (poor) to 4 (good) of one answer; `standard` is the one that was broken, if any."""

    reliable: int
    complete: int
    clear: int
    polite: int
    standard: Standard | None = None

    @property
    def marks(self) -> dict[str, int]:
        """By name, in the order in which they are read."""
        return {
            "reliable": self.reliable,
            "complete": self.complete,
            "clear": self.clear,
            "polite": self.polite,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleShown:
    """An answer or a mark to look at, with the clock that it stopped; never a word of it.

    `subject` is the entry of the answer or mark, `at` its instant; `verdict` is what counts now, after any
    correction. `waived_for` stands at marks only, `objected` where the Buyer said no to one.
    """

    ref: Ref
    kind: SampleKind
    conversation: Ref
    buyer_id: UUID
    subject: UUID
    obligation: UUID
    drawn_at: datetime
    received_at: datetime
    deadline: datetime
    at: datetime
    verdict: Verdict
    waived_for: WaiverReason | None
    objected: bool
    judgment: Judgment | None
    judged_at: datetime | None
    scorecard: Scorecard | None = None
