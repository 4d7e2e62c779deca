"""What happened to a thread's clocks beside its messages."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from helpdesk.deadlines.terms.shown import DayOff


class Happened(StrEnum):
    """One step of a clock that the thread's record tells."""

    OVERDUE = "overdue"  # `voided`: taken back since
    WAIVED = "waived"  # `code` the reason, `until` when an objection ends, `voided` by an objection
    OBJECTION = "objection"
    INSISTED = "insisted"
    REOPENED = "reopened"  # `code` partly or no
    PROMISE = "promise"  # a promised day passed, and a clock started
    AGREEMENT = "agreement"  # what the buyer proposed waits for the seller
    LAPSED = "lapsed"  # an agreed day passed, and a clock started
    CASE = "case"  # a case was opened, or asks for something, and a clock started
    PROMISED = "promised"  # `on`, `until`; `code` open, met, late or missed
    PROMISE_MOVED = "promise_moved"  # `on` the promised day, `until` its new end
    MOVED = "moved"  # `code` the verdict, where the answer had come already
    JUDGED = "judged"  # `code` stands or unanswered, `note` what the reviewer added


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineWas:
    """A deadline, and the rules that it was counted by."""

    deadline: datetime
    version: int
    outages: int
    stopped: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClockEvent:
    """`id` is its entry's. `now` is the deadline that it set or missed, `was` the one before a move.

    `because` are the days off, `outage` and `stopped` the intervals (UTC) that moved it: outages, and
    measures that stop the Seller from answering there; the end None: until further notice.
    """

    kind: Happened
    at: datetime
    id: UUID
    obligation: UUID | None
    code: str | None = None
    on: date | None = None
    until: datetime | None = None
    voided: bool = False
    calendar: str = ""
    zone: str = ""
    now: DeadlineWas | None = None
    was: DeadlineWas | None = None
    because: tuple[DayOff, ...] = ()
    outage: tuple[tuple[datetime, datetime], ...] = ()
    stopped: tuple[tuple[datetime, datetime | None], ...] = ()
    note: str = ""
