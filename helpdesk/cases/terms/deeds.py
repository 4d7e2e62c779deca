"""What people and time do with cases, as the room's entries and rows call it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.archive.terms import Erased
from helpdesk.attachments.terms import FileShown
from helpdesk.cases.terms.names import Kind, Owner, Situation
from helpdesk.cases.terms.states import Allowed, Date, Facts
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

MAX_WORDS: Final = 5000  # characters of what is said with a step: reasons, not a book
MAX_OPEN: Final = 20  # cases of one order that run at once
MAX_UPDATES: Final = 6  # of one order within 24 hours: more is noise
MAX_DAYS: Final = 366  # that an expected day may lie ahead, or a contact outside may lie back


class Entry(StrEnum):
    """Entry kinds of this room."""

    OPENED = "case.opened"
    STEP = "case.step"
    LAPSED = "case.lapsed"  # a date passed: the system says so, and what follows
    CHANGED = "case.kind_changed"
    NOTED = "contact.noted"
    SETTLED = "contact.settled"
    UPDATED = "order.updated"


class Channel(StrEnum):
    """Where somebody spoke outside the Platform."""

    PHONE = "phone"
    EMAIL = "email"
    MESSENGER = "messenger"
    LETTER = "letter"
    IN_PERSON = "in_person"
    OTHER = "other"


class ContactOutcome(StrEnum):
    """What the other side says of a note."""

    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


class News(StrEnum):
    """What a Seller tells of an order before anybody asks."""

    PREPARING = "preparing"
    DISPATCHED = "dispatched"
    DELAYED = "delayed"
    ARRIVING = "arriving"  # on its way, and this is the day


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What a Buyer says at the start. `items` are "line:pieces" with spaces between; `amount` in the smallest
    unit of the order's currency.
    """

    situation: Situation
    wanted: str = ""
    amount: int | None = None
    items: str = ""
    refurbished_ok: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageShown:
    """One stage of the usual way: `mark` is done, current or expected; `at` when it was entered (UTC)."""

    stage: str
    owner: Owner
    mark: str
    at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseShown:
    """A case as both sides see it, without a word of it. Instants in UTC.

    `actions` are what the reader may do now, `dates` what runs, `waiting_on` who must act until `due_at`
    (None: nobody knows or nobody owes). `facts` are codes and amounts; a parcel's number is among them. `way`
    is what lies behind it and, as usual, ahead. `listed_at` is its place in a list by dates, else None: the
    date as it stood at the latest step, which is where a next page goes on. `arrives_on`
    is the day, in the market, on which what leaves now mostly arrives.
    """

    ref: Ref
    number: str
    conversation: Ref
    order: Ref
    title: str
    market: str
    seller: str
    buyer: str
    kind: Kind
    version: int
    situation: Situation
    opened_by: Side
    message: UUID | None
    at: datetime
    dated_at: datetime
    stage: str
    waiting_on: Owner
    until: datetime | None
    due: Date | None
    dates: Sequence[Date]
    actions: Sequence[Allowed]
    facts: Facts
    outcome: str
    ended_at: datetime | None
    last_at: datetime
    last_n: int
    way: Sequence[StageShown] = ()
    listed_at: datetime | None = None
    arrives_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepShown:
    """One step. `given` are its fields; `closed` the dates that it ended, as "code:owner:due:verdict".

    `words`, `given` and `author` are empty once they are `erased`.
    """

    entry: Ref
    kind: str
    n: int
    at: datetime
    side: Side
    author: str
    case_kind: Kind
    step: str
    frm: str
    stage: str
    outcome: str
    words: str
    language: str
    given: Facts
    facts: Facts
    files: Sequence[FileShown] = ()
    closed: Sequence[str] = ()
    erased: Erased | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactShown:
    """A contact outside, as noted and as the other side says of it, each in the language of who wrote it."""

    ref: Ref
    conversation: Ref
    case: Ref | None
    n: int
    at: datetime
    side: Side
    author: str
    channel: Channel
    on_day: date
    words: str
    language: str
    outcome: ContactOutcome | None
    settled_at: datetime | None
    reason: str
    reason_language: str
    erased: Erased | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateShown:
    """One update of an order; `tracking_url` is empty where the market allows no link there."""

    entry: Ref
    order: Ref
    conversation: Ref
    n: int
    at: datetime
    what: News
    expected_on: date | None
    carrier: str = ""
    tracking: str = ""
    tracking_url: str = ""
    words: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """A case that runs in a thread, for a list of threads."""

    ref: Ref
    number: str
    kind: Kind
    stage: str
    waiting_on: Owner
    due_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which cases: of a thread, an order, in these stages, of these kinds, waiting on somebody, open or not.

    `number` is a case's, as it stands on a label; `market` a code.
    """

    conversation: Ref | None = None
    order: Ref | None = None
    stages: Sequence[str] = field(default_factory=tuple)
    kinds: Sequence[Kind] = field(default_factory=tuple)
    waiting_on: Owner | None = None
    open: bool | None = None
    number: str = ""
    market: str | None = None
