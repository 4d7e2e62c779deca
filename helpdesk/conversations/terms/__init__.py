"""The words of conversations."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from helpdesk.archive.terms import Erased, Head, Receipt
from helpdesk.attachments.terms import FileShown
from helpdesk.conduct.terms import Finding
from helpdesk.conversations.terms.starting import Why
from helpdesk.deadlines.terms import NOTHING_PUBLISHED, InForce, Lane, OpenObligation, OpenPromise, Verdict
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

MAX_TEXT = 20_000  # characters of a message: what the rules can read in one breath
MAX_MARKS = 8  # combining marks on one letter; no living orthography needs more than 4
PAGE = 200  # messages of a thread that one reading fetches
MAX_CONFIRMED = 500  # characters of why a text is to be sent as it is: a sentence or three
REVIEW_BUDGET_US = 4 * 3_600_000_000  # counted time in which a person looks at what was held or refused
PREVIEW = 400  # bytes of a message's beginning that a list fetches


class Kind(StrEnum):
    """Entry kinds of this room."""

    MESSAGE = "message"
    REFUSED = "attempt.refused"
    CONFIRMED = "attempt.confirmed"  # a reviewer: the refusal stands
    CHECK = "check.requested"  # the author of a refused text asks for a person
    STOOD_BY = "message.confirmed"  # an author says why a text is to be sent as it is
    DELIVERY = "delivery.stated"  # a buyer: what the courier needs, or takes it back
    REFUND = "refund.stated"  # a buyer: the account for refunds, or takes it back
    COMPLETE = "answer.complete"  # the buyer: this answered what I asked
    IMPORTED = "thread.imported"  # the Platform: a message of an older system, as it is said there


class About(StrEnum):
    """What a thread is about."""

    ORDER = "order"
    OFFER = "offer"


class Manner(StrEnum):
    """How a message was meant, where it was not meant in the ordinary way."""

    FULL = "full"  # chosen by the author of a text that reads otherwise; stored as the ordinary way
    INTERIM = "interim"  # the clock runs on
    AUTOMATIC = "automatic"  # nobody wrote it
    COURTESY = "courtesy"  # the buyer's: it asks for nothing
    IMPORTED = "imported"  # brought from an older system: it starts, answers and ends nothing


class HowAnswered(StrEnum):
    """What a buyer says of an answer; all but COMPLETE set the clock going again."""

    COMPLETE = "complete"
    PARTLY = "partly"
    NO = "no"


class Reading(StrEnum):
    """What a text reads as."""

    HOLDING = "holding"
    VAGUE = "vague"
    COURTESY = "courtesy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """What a post needs to know of its thread.

    `question_id`, `overdue_by` and `promised` (there was a promise for this question before) are of the open
    obligation; `promise` is one that waits to be kept. `own_at` is when the actor's side wrote here last.
    """

    ref: Ref
    buyer_id: UUID
    seller: UUID
    pair: UUID
    order_id: UUID | None
    country: str
    subdivision: str
    zone: str
    market_country: str
    market_zone: str
    head: Head | None
    last_n: int
    obligation: OpenObligation | None
    question_id: UUID | None = None
    overdue_by: UUID | None = None
    promised: bool = False
    promise: OpenPromise | None = None
    in_force: InForce = NOTHING_PUBLISHED
    own_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """A stored message, with the receipt that proves it, and what its author is told of its words."""

    conversation: Ref
    n: int
    receipt: Receipt
    replayed: bool = False
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticks:
    """What an author says of the questions that wait, by their ids (`rules.questions`)."""

    answered: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """What a message, or a buyer's word on one, says of questions. `of` is the message: the entry's own, or
    the answer that the buyer means, who says `how` and which questions are still open.
    """

    entry: UUID
    of: UUID
    at: datetime
    how: HowAnswered | None
    ticks: Ticks = Ticks()
    left_open: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message as its readers see it; `text` is None where it was erased, and so is its author's name.

    `said_at` is of an imported one: when it is said to have been said. Its author is a side, nobody by name.
    """

    n: int
    id: UUID
    side: Side
    author: str
    at: datetime
    language: str
    text: str | None
    manner: Manner | None = None
    files: Sequence[FileShown] = ()
    erased: Erased | None = None
    why: Why | None = None
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxRow:
    """A thread that waits for the seller's answer, since its message `n`."""

    conversation: Ref
    n: int
    buyer: str
    market: str
    language: str
    about: About
    title: str
    preview: str
    obligation: OpenObligation
    imported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class InboxLane:
    """The first rows of a lane and how many questions wait in it; `more` says that rows follow."""

    lane: Lane
    waiting: int
    rows: Sequence[InboxRow]
    more: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lanes:
    """The inbox. `due_on` is the day that its middle lane speaks of, `today` is today's date by the same
    calendar; both None while nobody waits.
    """

    lanes: Sequence[InboxLane]
    due_on: date | None
    today: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class BuyerRow:
    """A thread in the buyer's list, with its last words (empty where they were erased).

    `listed_at` is its place there: like the counts it follows the record by a moment.
    """

    conversation: Ref
    seller: str
    about: About
    about_ref: Ref
    title: str
    listed_at: datetime
    last_at: datetime
    last_side: Side
    language: str
    preview: str
    messages: int
    unread: int
    obligation: OpenObligation | None
    imported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreadView:
    """A thread as a record to read. `seller_country` is where the seller is established (ISO 3166-1).

    `muted`: the buyer who reads is told of no more than they must be. `imported`: it began elsewhere.
    """

    conversation: Ref
    about: About
    about_ref: Ref
    title: str
    market: str
    seller: str
    seller_country: str
    buyer: str
    buyer_language: str
    order_id: UUID | None
    last_n: int
    messages: Sequence[Message]
    obligation: OpenObligation | None
    muted: bool = False
    imported: bool = False


class Outcome(StrEnum):
    """What a reviewer made of a refused text."""

    RELEASED = "released"  # it was fine, and is posted now
    CONFIRMED = "confirmed"  # the refusal stands


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptShown:
    """A refused text without a word of it; `code` is the rule that refused it."""

    ref: Ref
    conversation: Ref
    side: Side
    code: str
    at: datetime
    outcome: Outcome | None
    settled_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """A refused text as its author sent it; `text` is None where it was erased."""

    of: AttemptShown
    person: UUID
    author: str
    language: str
    text: str | None
    manner: Manner | None
    promise_on: date | None
    ticks: Ticks = Ticks()
    why: Why | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Releasing:
    """A refused text that is posted after all. It counts as sent at `submitted` (microseconds UTC).

    `released_by` names the reviewer and is committed, so that only the operator can open it to others.
    `corrects` is an obligation that was closed late meanwhile, `voids` the miss that was booked of it.
    """

    attempt: UUID
    submitted: int
    released_by: bytes
    corrects: UUID | None = None
    voids: UUID | None = None

    def facts(self) -> dict[str, int | str]:
        """What the leaf of the message says of it."""
        said: dict[str, int | str] = {"settled": Outcome.RELEASED.value, "submitted": self.submitted}
        return said | ({"corrected": Verdict.MET.value} if self.corrects else {})

    def ref(self) -> list[tuple[str, UUID]]:
        """The refused attempt, and what is taken back."""
        parts = (("settles", self.attempt), ("corrects", self.corrects), ("voids", self.voids))
        return [(how, entry) for how, entry in parts if entry is not None]
