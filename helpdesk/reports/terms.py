"""The words of reports: what is reported, what is found, what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.archive.terms import Erased, Kept
from helpdesk.attachments.terms import FileShown
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

MAX_WORDS: Final = 5_000  # characters of a report; it is about one thing
MAX_REASON: Final = 1_000  # characters that tell the reporter why: a paragraph
PAGE: Final = 50


class Kind(StrEnum):
    """Entry kinds of this room."""

    FILED = "report.filed"
    SETTLED = "report.settled"


class About(StrEnum):
    """What a report is about."""

    MESSAGE = "message"
    CONVERSATION = "conversation"
    ORDER = "order"


class What(StrEnum):
    """What the other side is said to have done."""

    PAY_OUTSIDE = "pay_outside"
    DEAL_OUTSIDE = "deal_outside"
    CONTACT_OUTSIDE = "contact_outside"
    MARKETING = "marketing"
    MISLEADING = "misleading"
    INSULT = "insult"
    THREAT = "threat"
    FLOOD = "flood"
    FRAUD = "fraud"
    OTHER = "other"  # with words


OF: Final = {
    Side.BUYER: (
        What.PAY_OUTSIDE,
        What.DEAL_OUTSIDE,
        What.CONTACT_OUTSIDE,
        What.MARKETING,
        What.MISLEADING,
        What.INSULT,
        What.THREAT,
        What.OTHER,
    ),
    Side.SELLER: (What.INSULT, What.THREAT, What.FLOOD, What.FRAUD, What.OTHER),
}
"""What each side reports of the other."""


class Channel(StrEnum):
    """Where it happened."""

    HERE = "here"
    MAIL = "mail"
    SMS = "sms"
    PHONE = "phone"
    POST = "post"


OUTSIDE: Final = frozenset({What.PAY_OUTSIDE, What.DEAL_OUTSIDE, What.CONTACT_OUTSIDE, What.MARKETING})
"""What may have come by another channel than the Platform; the rest is said here."""


class Outcome(StrEnum):
    """What a person decided."""

    FOUNDED = "founded"
    UNFOUNDED = "unfounded"
    ABUSIVE = "abusive"  # unfounded, and the reporter knew


class Found(StrEnum):
    """What a founded report counts as; of Sellers as enforcement counts violations."""

    CONTACT = "contact"
    MARKETING = "marketing"
    INSULT = "insult"
    MISLEADING = "misleading"
    FALSE_TRACKING = "false_tracking"
    DEAL = "deal"
    PAYMENT = "payment"
    TERMS = "terms"
    THREAT = "threat"
    FLOOD = "flood"
    FRAUD = "fraud"


FOUND_OF: Final = {
    Side.SELLER: tuple(one for one in Found if one not in (Found.FLOOD, Found.FRAUD)),
    Side.BUYER: (Found.INSULT, Found.THREAT, Found.FLOOD, Found.FRAUD),
}
"""What can be found of the side that is reported."""

USUAL: Final = {
    What.PAY_OUTSIDE: Found.PAYMENT,
    What.DEAL_OUTSIDE: Found.DEAL,
    What.CONTACT_OUTSIDE: Found.CONTACT,
    What.MARKETING: Found.MARKETING,
    What.MISLEADING: Found.MISLEADING,
    What.INSULT: Found.INSULT,
    What.THREAT: Found.THREAT,
    What.FLOOD: Found.FLOOD,
    What.FRAUD: Found.FRAUD,
}
"""As what it counts where it is founded, unless the person who decides says otherwise."""

OTHER_SIDE: Final = {Side.BUYER: Side.SELLER, Side.SELLER: Side.BUYER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """Numbers in force; hours count on business days, days are days of 24 hours."""

    version: int
    hours: int
    urgent_hours: int
    urgent: frozenset[What]
    open: int
    files: int
    days: int
    warn_at: int
    last_at: int
    least_percent: int
    last_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was decided of one report of a reporter, and whether they were warned with it."""

    at: datetime
    outcome: Outcome
    warned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Abuse:
    """What an abusive report brings about: a warning, or the last rank until an instant; or nothing."""

    warns: bool = False
    last_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What somebody reports: a message by its entry, a conversation, or an order."""

    conversation: Ref | None = None
    message: UUID | None = None
    order: Ref | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A report as it is typed. `files` are uploads; `words` and `channel` may be empty."""

    what: str
    channel: str = ""
    words: str = ""
    files: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a report lies: beside the thread `file`, which need not be open, on the reporter's side.

    `file` is also what an administrator's reading names. `n` is the message's number.
    """

    file: Ref
    side: Side
    about: About
    buyer_id: UUID
    seller: UUID
    pair: UUID
    market: str
    order: UUID | None = None
    message: UUID | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """A report that is kept, and by when the Platform means to decide it."""

    report: Ref
    kept: Kept
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a person decides. `found` only where it is founded; `reason` is what the reporter reads."""

    outcome: Outcome
    found: Found | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The outcome as its reporter sees it. `reason` is empty where none was given, None once erased."""

    entry: UUID
    at: datetime
    outcome: Outcome
    found: Found | None
    warned: bool = False
    last_until: datetime | None = None
    reason: str | None = ""
    objection_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A report in a list, without a word of it. `side` is whose it is, `title` what it is about.

    `ranks_last`: its reporter had abused reports before.
    """

    report: Ref
    file: Ref
    chain: UUID
    side: Side
    about: About
    what: What
    channel: Channel
    order: Ref | None
    message: UUID | None
    n: int | None
    title: str
    seller: str
    buyer: str
    market: str
    is_thread: bool
    at: datetime
    due_at: datetime
    ranks_last: bool = False
    settled: Settled | None = None

    @property
    def accused(self) -> Side:
        """The side that it is about."""
        return OTHER_SIDE[self.side]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report with its words, None once erased."""

    line: Line
    words: str | None
    language: str
    author: str
    files: Sequence[FileShown] = field(default_factory=tuple)
    erased: Erased | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What was decided of a reporter's reports in the time that counts, and what an abusive one would do."""

    founded: int = 0
    unfounded: int = 0
    abusive: int = 0
    next: Abuse = Abuse()
