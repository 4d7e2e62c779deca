"""The words of oversight."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.archive.terms import Finding, Receipt
from helpdesk.attachments.terms import FileShown, HeldFile
from helpdesk.conduct.terms import Finding as Found
from helpdesk.conduct.terms import Label, ReviewShown, Waits
from helpdesk.conversations.terms import About, Attempted, Message, ThreadView
from helpdesk.deadlines.terms import SampleKind
from helpdesk.deadlines.terms.samples import SampleShown
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

READING_LASTS = timedelta(minutes=30)  # long enough for one file, short enough not to become a habit
READING = "reading"  # the entry kind
SEARCH = "search"  # the entry kind
SEARCH_LASTS = READING_LASTS  # so long its results may be looked at again
MOST_WORDS = 200  # characters of what is searched for
NAMED = 100  # findings that a verification keeps by name; their number is kept in full


class Reason(StrEnum):
    """Why an administrator may read what two others wrote."""

    COMPLAINT = "complaint"
    DISPUTE = "dispute"
    FINDING = "finding"
    REPORT = "report"
    APPEAL = "appeal"
    LEGAL_REQUEST = "legal_request"
    QUALITY_SAMPLE = "quality_sample"
    TECHNICAL = "technical"


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A conversation as a search shows it: who, about what and when, but not a word of it."""

    conversation: Ref
    about: About
    title: str
    seller: str
    buyer: str
    market: str
    started_at: datetime
    last_at: datetime
    imported: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingShown:
    """Who opened which file, why, and from when until when."""

    id: UUID
    person_id: UUID
    person: str
    conversation: Ref
    title: str
    seller: str
    market: str
    reason: Reason
    starts_at: datetime
    ends_at: datetime


class State(StrEnum):
    """What is known of the record's wholeness."""

    UNKNOWN = "unknown"  # nobody has looked yet
    WHOLE = "whole"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What one verification found. `conversation` None: the whole record. `by` is empty for the machine,
    which `is_daily` where the worker looked by itself.

    `pending` entries waited for their number when it ended; `findings` counts all, `named` holds the first.
    """

    id: UUID
    by: str
    conversation: Ref | None
    started_at: datetime
    finished_at: datetime
    entries: int
    pending: int
    findings: int
    named: Sequence[Finding]
    is_daily: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Integrity:
    """The record at one glance. `entries` are there now, `pending` of them without a number yet.

    `whole` is the last verification of everything; `broken` the latest that found fault since, if any;
    `files` are the conversations in which its faults lie, as far as they are known.
    """

    state: State
    entries: int
    pending: int
    whole: Verified | None
    broken: Verified | None
    recent: Sequence[Verified]
    files: dict[Ref, str]

    @property
    def since(self) -> int:
        """Entries that came after the last verification of everything."""
        return max(0, self.entries - self.whole.entries) if self.whole else self.entries


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarRule:
    """A calendar of public holidays, known from `first_day` to `last_day` inclusive."""

    code: str
    version: int
    first_day: date
    last_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class MarketRule:
    """A market of the records; `time_zone` is IANA."""

    code: str
    country: str
    languages: Sequence[str]
    time_zone: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What is in force now. Weekdays count Monday as 1 (ISO 8601); percentages are of the counted time."""

    answer_hours: int
    weekdays: Sequence[int]
    calendars: Sequence[CalendarRule]
    soon_percent: int
    strong_percent: int
    reading_minutes: int
    reading_reasons: Sequence[Reason]
    message_characters: int
    languages: Sequence[str]
    markets: Sequence[MarketRule]


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleWaiting:
    """A sample in the reviewers' list: what kind, whose and since when, not a word of it.

    `title` is what its thread is about: an order's number, an offer's name.
    """

    ref: Ref
    kind: SampleKind
    conversation: Ref
    title: str
    drawn_at: datetime
    seller: str
    market: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptWaiting:
    """A refused text in the reviewers' list; `code` is the rule that refused it, `side` who wrote it."""

    ref: Ref
    side: Side
    code: str
    conversation: Ref
    title: str
    at: datetime
    seller: str
    market: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """A sample to judge, under a reading in force: what the Buyer asked, and what stopped the clock.

    `answer` is None for a mark of no reply needed. `thread` is where both stand.
    """

    of: SampleShown
    question: Sequence[Message]
    answer: Message | None
    thread: ThreadView


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedText:
    """A refused text to settle, under a reading in force, with the thread as it is now."""

    of: Attempted
    thread: ThreadView


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """What waits for a reviewer, without a word of it. `ref` is the entry that it is about.

    `at` is since when it waits, `due_at` until when a person should have looked, where somebody waits for it.
    """

    ref: Ref
    waits: Waits
    conversation: Ref
    side: Side
    at: datetime
    due_at: datetime | None = None
    title: str = ""
    seller: str = ""
    market: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What is known of an item before it is open.

    `message` is the entry of the message that it is, or stands in. `settled`: a refused text or a file that
    waits no more. `standing` is the decision that counts, once there is one; a sample is `read` instead.
    """

    ref: Ref
    waits: Waits
    conversation: Ref
    side: Side
    language: str
    pack: str
    at: datetime
    message: UUID
    due_at: datetime | None = None
    is_attempt: bool = False
    settled: bool = False
    findings: Sequence[Found] = ()
    standing: ReviewShown | None = None
    file: HeldFile | None = None
    read: bool = False
    missed: Sequence[Label] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """The entry of a decision: of a text that was let through, the message's."""

    receipt: Receipt
    seller_id: int
    replayed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """How many violations of an author a person confirmed in one month (UTC)."""

    on: date
    violations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PastReviews:
    """What people decided on an author's words in the last twelve months: counts, the last ones, by month."""

    reviewed: int
    warned: int
    violations: int
    labels: Sequence[tuple[Label, int]]
    recent: Sequence[ReviewShown]
    months: Sequence[Month]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """An item with its words, under a reading in force. `text` is None where it was erased.

    `file` is the one that it is about, if any; `thread` is what was said around it.
    """

    place: Place
    author: str
    text: str | None
    findings: Sequence[Found]
    thread: ThreadView
    past: PastReviews
    file: FileShown | None = None
