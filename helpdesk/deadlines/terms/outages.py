"""The words of outages: times at which people could not work here, and which no clock counts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.archive.terms import Kept

PULSE_EVERY: Final = timedelta(seconds=15)
"""How often a worker notes that people could work; several of these fit into the shortest outage."""

SHORTEST_GAP: Final = timedelta(minutes=5)
"""Unready for no longer than this is a restart or a hiccup: nobody loses a deadline by it."""

USUAL_LENGTH: Final = timedelta(days=7)
"""A longer one is more often a slip of the hand in a date than the truth, so it is asked about again."""

MAX_NOTE: Final = 500  # characters; everybody reads it


class OutageReason(StrEnum):
    """What was out of order."""

    PLATFORM_DOWN = "platform_down"
    SIGN_IN_DOWN = "sign_in_down"
    NETWORK = "network"
    DATABASE = "database"
    MAINTENANCE = "maintenance"
    OTHER = "other"


class OutageSource(StrEnum):
    """Who noticed: a person, or the pulse that stopped."""

    DECLARED = "declared"
    MEASURED = "measured"


class Outcome(StrEnum):
    """What became of a proposal."""

    PUBLISHED = "published"
    DISMISSED = "dismissed"


class Dismissal(StrEnum):
    """Why a proposal is not published."""

    PEOPLE_COULD_WORK = "people_could_work"
    NOT_IN_SERVICE = "not_in_service"  # stopped on purpose, while nobody relied on it
    ALREADY_PUBLISHED = "already_published"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True, kw_only=True)
class DeclaredOutage:
    """The proposal that a declaration became; `replayed` when this very request came before."""

    id: UUID
    replayed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedOutage:
    """An outage under its number, with the entry that published it."""

    number: int
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class OutageProposed:
    """A proposal that nobody has decided on; `by` is empty where it was measured."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    reason: OutageReason
    note: str
    source: OutageSource
    proposed_at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutageShown:
    """A published outage [starts_at, ends_at)."""

    number: int
    starts_at: datetime
    ends_at: datetime
    reason: OutageReason
    note: str
    source: OutageSource
    published_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """What publishing would do to the clocks.

    `moved` open deadlines come later; `rescued` are those of them that are late now and would not be;
    `corrected` late answers would count as given in time.
    """

    moved: int = 0
    rescued: int = 0
    corrected: int = 0

    def __add__(self, other: "Foreseen") -> "Foreseen":
        return Foreseen(
            moved=self.moved + other.moved,
            rescued=self.rescued + other.rescued,
            corrected=self.corrected + other.corrected,
        )
