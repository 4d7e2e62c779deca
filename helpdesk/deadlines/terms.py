"""The words of a deadline. END_OF_DAY is how one at midnight is shown: as the end of the day before."""

from enum import StrEnum
from typing import Final

from helpdesk.workdays.shown import END_OF_DAY

__all__ = ["END_OF_DAY", "SOON_PERCENT", "STRONG_PERCENT", "DueState", "Lane", "Verdict"]

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
