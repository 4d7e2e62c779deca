"""Appeals: what a Seller appeals against, what a person may find, and what is shown of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.attachments.terms import FileShown
from helpdesk.enforcement.terms.names import MeasureKind
from helpdesk.kernel.ids import Ref
from helpdesk.law.bodies import Body

MAX_APPEAL: Final = 8000  # characters of a statement, and of a decision's words: facts need room


class AppealEntry(StrEnum):
    """Entry kinds."""

    FILED = "appeal.filed"
    SETTLED = "appeal.settled"


class Against(StrEnum):
    """What an appeal is against."""

    MEASURE = "measure"
    VIOLATION = "violation"  # what a person found of a message, sent or refused
    REFUSAL = "refusal"  # a Buyer's: that a message was not sent, and a person confirmed it


class Verdict(StrEnum):
    """What a person decided of an appeal."""

    UPHELD = "upheld"  # the decision stands
    CHANGED = "changed"  # right in part: the measure ends and counts no more, or a milder one takes its place
    REVERSED = "reversed"  # wrong: as if it had never been


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealTerms:
    """The published terms of appeals, one version. `stays`: measures that stand still while one is decided,
    unless they rest on a violation `never_stayed_for`.
    """

    version: int
    business_days: int
    stays: frozenset[str]
    never_stayed_for: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealShown:
    """One appeal against `subject`, a measure or violation of the kind `code`. A person decides by `due_at`.

    `stayed`: the measure stands still since. `words` and `answer` are empty where they were erased, and in
    lists, and so are `files`, what was sent to show that it is right. `took_back` are the violations that the
    decision took back. `bodies` settle disputes out of court, once it is decided.
    """

    ref: Ref
    against: Against
    subject: Ref
    code: str
    seller: str
    at: datetime
    due_at: datetime
    stayed: bool
    settled_at: datetime | None = None
    verdict: Verdict | None = None
    words: str = ""
    answer: str = ""
    took_back: Sequence[UUID] = ()
    files: Sequence[FileShown] = ()
    bodies: Sequence[Body] = ()

    def is_late(self, *, now: datetime) -> bool:
        """Whether nobody decided in time, so far or at all."""
        return (self.settled_at or now) > self.due_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What may be appealed until an instant. `stayable` by its kind: it stands still until it `ends_at`."""

    against: Against
    ref: Ref
    code: str
    until: datetime
    stayable: bool
    violations: tuple[UUID, ...]
    is_gone: bool
    ends_at: datetime | None = None
    place: Ref | None = None  # of a refusal: the conversation in which it was written

    def may_stand_still(self, *, at: datetime) -> bool:
        """While somebody decides: what is over has nothing to give back."""
        return self.stayable and not self.is_gone and self.ends_at is not None and at < self.ends_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Instead:
    """What takes the place of a measure: a kind, and so many days from the decision; 0 where it has none."""

    kind: MeasureKind
    days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Milder:
    """A kind that may take the place of a measure, for 1 to `most` days; 0: it takes nothing away."""

    kind: MeasureKind
    most: int


class Matter(StrEnum):
    """What complaints are about, in the public figures."""

    MEASURE = "measure"
    VIOLATION = "violation"
    REFUSAL = "refusal"
    SCORE = "score"  # disputes of single verdicts


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """Complaints of one matter and kind that came within a year; hours are real time from filing to decision.

    `median` and `mean` are None where none is decided. `in_time` of the decided, `late` of all.
    """

    matter: Matter
    code: str
    filed: int
    decided: int
    upheld: int
    changed: int
    reversed: int
    stayed: int
    in_time: int
    median: float | None
    mean: float | None
