"""The words of letters: kinds, subjects, reasons, what is shown."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.archive.terms import Erased, Kept
from helpdesk.conversations.terms import MAX_TEXT
from helpdesk.deadlines.terms import BUDGET_US
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

MAX_LETTER: Final = MAX_TEXT  # characters, as for a message
ANSWER_BUDGET_US: Final = BUDGET_US  # the Platform takes no longer than it lets Sellers take
PAGE: Final = 50


class Kind(StrEnum):
    """Entry kinds of this room."""

    CLOSED = "letter.closed"
    JOINED = "administrator.joined"
    LETTER = "letter"


class About(StrEnum):
    """What a letter is about."""

    CONVERSATION = "conversation"
    ORDER = "order"
    PLATFORM = "platform"  # nothing in particular


class JoinReason(StrEnum):
    """Why an Administrator joins a thread; both sides read it."""

    ASKED = "asked"  # a side wrote to the Platform
    DISPUTE = "dispute"
    RULES = "rules"
    SAFETY = "safety"
    TECHNICAL = "technical"


class CloseReason(StrEnum):
    """Why a letter is closed without an answer; its writer reads it."""

    NO_QUESTION = "no_question"  # thanks, or news: it asks for nothing
    ANSWERED = "answered"  # in another letter, or in the thread
    SETTLED = "settled"  # what it was about has been solved since
    OTHER_SIDE = "other_side"  # the Seller (the Buyer) can say, the Platform cannot


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a correspondence lies: beside the thread `file`, which need not be open, on one side.

    `file` is also what an administrator's reading names. `pair` is None where no buyer is concerned.
    """

    file: Ref
    side: Side
    about: About
    order: UUID | None = None
    buyer_id: UUID | None = None
    seller: UUID | None = None
    pair: UUID | None = None
    market: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A letter that is kept, and the correspondence that it belongs to."""

    correspondence: Ref
    kept: Kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Closed:
    """A letter that waits no more although nobody answered it."""

    reason: CloseReason
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterShown:
    """One letter; `text` is None once erased, `closed` says that it was closed without an answer."""

    id: UUID
    n: int
    side: Side
    author: str
    at: datetime
    language: str
    text: str | None
    erased: Erased | None = None
    closed: Closed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A correspondence in a list, without a word of it. `due_at` is by when the Platform answers (None:
    nothing waits), `side` whose correspondence with the Platform it is, `last_side` who wrote last. With
    `closed` nobody answered the last one that waited.
    """

    correspondence: Ref
    file: Ref
    side: Side
    about: About
    order: Ref | None
    title: str
    seller: str
    buyer: str
    market: str
    last_at: datetime
    last_side: Side
    due_at: datetime | None = None
    closed: Closed | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Correspondence:
    """One with its letters in order."""

    line: Line
    letters: Sequence[LetterShown]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """An Administrator who joined a thread; `name` is empty once erased."""

    id: UUID
    n: int
    name: str
    reason: JoinReason
    at: datetime
    is_me: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What stands beside a thread for its reader: who joined; their letters, and by when one is answered."""

    joined: Sequence[Joined] = field(default_factory=tuple)
    letters: int = 0
    due_at: datetime | None = None
