"""The words of a deadline. END_OF_DAY is how one at midnight is shown: as the end of the day before."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.workdays.explain import Skip
from helpdesk.workdays.holiday import Holiday
from helpdesk.workdays.shown import END_OF_DAY

__all__ = [
    "END_OF_DAY",
    "SOON_PERCENT",
    "STRONG_PERCENT",
    "Answering",
    "Day",
    "DayOff",
    "DueState",
    "Explained",
    "Lane",
    "Opening",
    "Verdict",
]

# Shares of the budget used at which a deadline raises its voice. Warnings go out at the same two points, so
# that what the page shows and what the mail says are the same news.
SOON_PERCENT: Final = 50
STRONG_PERCENT: Final = 80


class DueState(StrEnum):
    """How a deadline looks: amber from SOON on, red for LATE alone."""

    OK = "ok"
    SOON = "soon"
    STRONG = "strong"
    LATE = "late"  # not answered in time, whether answered since or not
    MET = "met"
    HELD = "held"  # the message waits for a check; no clock runs
    NONE = "none"  # nothing is owed


class Verdict(StrEnum):
    """What an answer closes its obligation as."""

    MET = "met"
    LATE = "late"


class Lane(StrEnum):
    """Where an open obligation stands in the seller's inbox."""

    LATE = "late"
    DUE_TODAY = "due_today"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A holiday that moved a deadline; `calendar` is the widest that has it, a country's before a part's."""

    on: date
    calendar: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A clock that starts with a message. Instants in microseconds UTC."""

    received: int
    deadline: int
    calendar: str
    calendar_version: int
    zone: str
    with_order: bool

    def facts(self) -> dict[str, int | str]:
        """What the message's leaf says of it."""
        return {
            "calendar": self.calendar,
            "calendar_version": self.calendar_version,
            "deadline": self.deadline,
            "received": self.received,
            "with_order": int(self.with_order),
            "zone": self.zone,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """A clock that stops with a message. Instants in microseconds UTC, amounts in counted microseconds."""

    obligation: UUID
    received: int
    deadline: int
    verdict: Verdict
    counted: int
    overrun: int

    def facts(self) -> dict[str, int | str]:
        """What the answer's leaf says of it."""
        return {
            "answered_deadline": self.deadline,
            "answered_received": self.received,
            "counted": self.counted,
            "overrun": self.overrun,
            "verdict": self.verdict.value,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """One local day of a deadline's calculation: its own bounds, and what of it counted.

    Instants in microseconds UTC. A day with `skipped` counted nothing: both its `counted_from` and
    `counted_to` are its start.
    """

    on: date
    starts: int
    ends: int
    counted_from: int
    counted_to: int
    skipped: Skip | None
    holiday: Holiday | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """How a deadline came to be. Instants in microseconds UTC, days by the calendar's own `zone` (IANA)."""

    calendar: str
    version: int
    zone: str
    received: int
    deadline: int
    days: tuple[Day, ...]
