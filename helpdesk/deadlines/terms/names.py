"""The words of deadlines: limits with their reasons, and the states that things can be in."""

from datetime import timedelta
from enum import StrEnum
from typing import Final

from helpdesk.workdays.calendar import DAY_US

BUDGET_US: Final = DAY_US
"""24 counted hours to answer in."""

LEAST_LEFT_US: Final = 8 * 3_600_000_000
"""What an objection leaves at least of them: a mark in the last minute must not leave a minute."""

GRACE: Final = timedelta(seconds=60)
"""How long after a deadline it is booked as missed: longer than any transaction (20 s) and skew (2 s)."""

PROMISE_DAYS: Final = 10
"""Business days that a promise may lie ahead."""

OBJECTION_DAYS: Final = 5
"""Business days within which a Buyer may object to a mark of no reply needed."""

MAX_REOPENINGS: Final = 2
"""How often a Buyer may say of one question that its answer did not answer it."""

SAMPLED_OVER_PERCENT: Final = 20
SAMPLED_FROM: Final = 20
SAMPLED_DAYS: Final = 90
"""Marks of no reply needed over this share of at least this many obligations in so many days are sampled."""

# Shares of the budget used at which a deadline raises its voice. Warnings go out at the same two points, so
# that what the page shows and what the mail says are the same news.
SOON_PERCENT: Final = 50
STRONG_PERCENT: Final = 80


class Kind(StrEnum):
    """Entry kinds of this room."""

    OVERDUE = "obligation.overdue"
    MOVED = "deadline.moved"
    WAIVED = "reply.waived"  # the seller: no reply needed
    OBJECTED = "waiver.objected"  # the buyer: it is
    INSISTED = "reply.insisted"  # the buyer, of a message that read as courtesy: I do need an answer
    REOPENED = "answer.reopened"  # the buyer: this did not answer my question
    MISSED = "promise.missed"
    JUDGED = "sample.judged"
    CALENDAR = "calendar.published"
    OUTAGE = "outage.published"


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
    WAIVED = "waived"  # marked as needing no reply
    UNANSWERED = "unanswered"  # a person found that the answer, or the mark, was none


class Cause(StrEnum):
    """What opened an obligation."""

    MESSAGE = "message"
    INSISTED = "insisted"  # "I do need an answer", beside a message that read as mere courtesy
    OBJECTION = "objection"  # against a mark of no reply needed
    REOPENED = "reopened"  # "this did not answer my question"
    PROMISE = "promise"  # a promised day passed
    AGREEMENT = "agreement"  # the buyer proposed something, or asked for a confirmation
    LAPSED = "lapsed"  # an agreed day passed
    CASE = "case"  # the buyer opened a case, or asked for something in one


class WaiverReason(StrEnum):
    """Why a seller says that no reply is needed."""

    COURTESY = "courtesy"
    DUPLICATE = "duplicate"
    ANSWERED = "answered"
    NO_QUESTION = "no_question"


class SampleKind(StrEnum):
    """What a reviewer is shown."""

    STOOD_BY = "stood_by"  # an answer that read as holding or vague, and its author stood by
    WAIVER = "waiver"
    RANDOM = "random"  # an answer drawn among all


class Judgment(StrEnum):
    """What a reviewer found: it stands, or the question counts as unanswered."""

    STANDS = "stands"
    UNANSWERED = "unanswered"


class Lane(StrEnum):
    """Where an open obligation stands in the seller's inbox."""

    LATE = "late"
    DUE_TODAY = "due_today"
    LATER = "later"
