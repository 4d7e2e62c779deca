"""Kinds of notices, the ways they leave, and who is told which."""

from collections.abc import Mapping
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.kernel.actor import Side

DAY_MINUTES = 24 * 60
NO_MINUTE = -1  # what no clock shows
DIGEST_AT = 8 * 60  # minutes of the person's day: before a shop opens
QUIET_FROM, QUIET_UNTIL = 21 * 60, 7 * 60  # nobody is woken who did not ask for it
LEASE = timedelta(minutes=15)  # of a mail in hand; longer than a server may take over all its steps
KEPT_WAITING = timedelta(days=3)  # a notice that could not leave for so long is old news: the portal has it
RETRIES = (
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=30),
    timedelta(hours=2),
    timedelta(hours=6),
    timedelta(hours=12),
    timedelta(hours=24),
)  # a greylisting server is through after the second, a full mailbox has two days
WARNINGS_SINCE = timedelta(hours=6)  # how long a warning that nobody was told of is looked for
MOST_UNREAD = 100  # who has more reads "99+"
MOST_IN_A_MAIL = 50  # lines; more of them is what the portal's list is for


class Kind(StrEnum):
    """What a notice is about."""

    MESSAGE = "message"
    ASKED_AGAIN = "asked_again"  # the buyer objects, insists or reopens: a clock runs without new words
    DUE_50 = "due_50"
    DUE_80 = "due_80"
    OVERDUE = "overdue"
    DECISION = "decision"
    REVIEW = "review"  # a text that its author, or a rule, puts before a reviewer
    LETTER = "letter"  # between a side and the Platform; its place is the correspondence, not a thread
    JOINED = "joined"  # an administrator takes part in the thread
    AGREEMENT = "agreement"  # the other side proposed or settled something, or its day passed
    CASE = "case"  # a case was opened or moved on, a contact was noted, or there is news of an order
    VERDICT = "verdict"  # the Platform decided a case
    ESCALATION = "escalation"  # a case was put before the Platform, or appealed
    EVIDENCE = "evidence"  # to a case that is before the Platform, something was added
    MEASURE = "measure"  # against a Seller: announced, decided, lifted
    PROPOSAL = "proposal"  # of a measure, which a person has to decide
    APPEAL = "appeal"  # against what the Platform decided: filed, decided
    REPORT = "report"  # of what another side did: filed, settled
    DISPUTE = "dispute"  # of one point of a Seller's score: filed, settled
    WEIGHTS = "weights"  # of the score: another version is announced
    TRACKS = "tracks"  # of measures: another version is announced
    WEBHOOK = "webhook"  # paused by itself, or events for it were given up


class Channel(StrEnum):
    """How a notice leaves, beside the portal's own list, which has them all."""

    MAIL = "mail"
    PLATFORM = "platform"


class State(StrEnum):
    """What became of one way of one notice."""

    WAITING = "waiting"
    SENT = "sent"
    SETTLED = "settled"  # done with before it could leave: nobody is told of it
    BOUNCED = "bounced"  # the server refused this address for good
    GIVEN_UP = "given_up"  # tried to the end
    HANDED_OVER = "handed_over"  # the Platform may fetch it


class Rhythm(StrEnum):
    """How often a person wants mail."""

    AT_ONCE = "at_once"
    HOURLY = "hourly"
    DAILY = "daily"


class Outcome(StrEnum):
    """What a mail server made of a mail."""

    TAKEN = "taken"
    LATER = "later"  # 4xx, or cut off: this mail again, after a while
    NEVER = "never"  # 5xx of this address or this mail
    AWAY = "away"  # no server to be had, or it does not know us: no fault of the mail


StandIns = Mapping[tuple[int, UUID], UUID]
"""(seller, person who is away) -> who covers for them now."""

ANNOUNCED = frozenset({Kind.WEIGHTS, Kind.TRACKS})
"""What all Sellers are told of, with the day from which it applies."""

URGENT = frozenset({Kind.DUE_80, Kind.OVERDUE})
"""What no digest holds back; quiet hours do."""

KINDS_OF = {
    Side.SELLER: (
        Kind.MESSAGE,
        Kind.ASKED_AGAIN,
        Kind.AGREEMENT,
        Kind.CASE,
        Kind.VERDICT,
        Kind.LETTER,
        Kind.JOINED,
        Kind.DUE_50,
        Kind.DUE_80,
        Kind.OVERDUE,
        Kind.DECISION,
        Kind.MEASURE,
        Kind.APPEAL,
        Kind.DISPUTE,
        Kind.REPORT,
        Kind.WEIGHTS,
        Kind.TRACKS,
        Kind.WEBHOOK,
    ),
    Side.BUYER: (
        Kind.MESSAGE,
        Kind.AGREEMENT,
        Kind.CASE,
        Kind.VERDICT,
        Kind.LETTER,
        Kind.JOINED,
        Kind.OVERDUE,
        Kind.DECISION,
        Kind.APPEAL,
        Kind.REPORT,
    ),
    Side.ADMINISTRATOR: (
        Kind.REVIEW,
        Kind.REPORT,
        Kind.DISPUTE,
        Kind.PROPOSAL,
        Kind.APPEAL,
        Kind.ESCALATION,
        Kind.EVIDENCE,
        Kind.LETTER,
        Kind.WEBHOOK,
    ),
}
"""What each side can be told, in the order of the settings page."""

MAILED = {
    Side.SELLER: frozenset(
        {
            Kind.MESSAGE,
            Kind.ASKED_AGAIN,
            Kind.AGREEMENT,
            Kind.CASE,
            Kind.VERDICT,
            Kind.LETTER,
            Kind.JOINED,
            Kind.DUE_80,
            Kind.OVERDUE,
            Kind.DECISION,
            Kind.MEASURE,
            Kind.APPEAL,
            Kind.DISPUTE,
            Kind.REPORT,
            Kind.WEIGHTS,
            Kind.TRACKS,
            Kind.WEBHOOK,
        }
    ),
    Side.BUYER: frozenset(KINDS_OF[Side.BUYER]),
    Side.ADMINISTRATOR: frozenset(KINDS_OF[Side.ADMINISTRATOR]) - {Kind.LETTER},
}
"""What is mailed to whoever never said anything."""

OF_SUPPORT = frozenset({Kind.LETTER, Kind.ESCALATION, Kind.EVIDENCE})
"""What at the desk is for those who answer and decide cases."""

OF_COMPLIANCE = frozenset({Kind.PROPOSAL, Kind.APPEAL})
"""What at the desk is for those who decide measures."""

OF_BOTH = frozenset({Kind.REPORT, Kind.DISPUTE})
"""What at the desk reviewers settle and those who decide measures, too; all else is for reviewers."""

OF_OWNERS = frozenset({Kind.WEBHOOK})
"""What is for a shop's owners, and at the desk for platform administrators: connections are theirs."""

USUAL_RHYTHM = {Side.SELLER: Rhythm.AT_ONCE, Side.BUYER: Rhythm.AT_ONCE, Side.ADMINISTRATOR: Rhythm.DAILY}
"""How often; the desk works from its queue, not from its mail."""


def minute_of(text: str) -> int:
    """Minutes since midnight of "07:30"; NO_MINUTE for what no clock shows."""
    hours, _, minutes = text.partition(":")
    if not (text.isascii() and hours.isdigit() and minutes.isdigit() and len(minutes) == 2):
        return NO_MINUTE
    found = int(hours) * 60 + int(minutes)
    return found if len(hours) <= 2 and int(minutes) < 60 and found < DAY_MINUTES else NO_MINUTE


def wall(minute: int) -> str:
    """What a clock shows so many minutes after midnight, as in "07:30"."""
    return f"{minute // 60:02}:{minute % 60:02}"
