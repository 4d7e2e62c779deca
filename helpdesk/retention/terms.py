"""The words of retention."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.kernel.ids import Ref

MAX_NOTE: Final = 500
"""Characters of a note to a request or a hold: it is for colleagues, and names nobody."""

MAX_MESSAGES: Final = 50
"""Messages that one request names; more of them are a conversation."""

LONGEST_MONTHS: Final = 1200
"""A hundred years: whoever wants longer wants a hold."""

SHORTER_NOTICE_DAYS: Final = 30
"""How long before a shorter period takes effect it is published: time to place a hold."""

EVERYWHERE: Final = ""
"""The market of a period that counts wherever no other does."""


class Entry(StrEnum):
    """Entry kinds of this room; what goes is ordered by `erased` entries of the Archive."""

    REQUESTED = "erasure.requested"
    APPROVED = "erasure.approved"
    REFUSED = "erasure.refused"
    PLACED = "hold.placed"
    LIFTED = "hold.lifted"
    PUBLISHED = "retention.published"


class Ground(StrEnum):
    """Why something is erased."""

    GDPR = "gdpr_art17"
    COURT = "court_order"
    DISCLOSURE = "mistaken_disclosure"
    ILLEGAL = "illegal_content"
    PERIOD = "retention_period"  # by the sweep only: nobody asks for it


ASKABLE = tuple(ground for ground in Ground if ground is not Ground.PERIOD)


class Scope(StrEnum):
    """What a request asks to erase."""

    MESSAGES = "messages"
    CONVERSATION = "conversation"
    BUYER = "buyer"


class Outcome(StrEnum):
    """What became of a request."""

    APPROVED = "approved"
    REFUSED = "refused"


class Denial(StrEnum):
    """Why a request is refused: the exceptions of Article 17(3) GDPR, and what was asked wrongly."""

    LEGAL_DUTY = "legal_duty"
    CLAIMS = "claims"
    IDENTITY = "identity"
    NO_GROUND = "no_ground"
    MISTAKE = "mistake"


class HoldOn(StrEnum):
    """What a hold covers: always whole conversations."""

    CONVERSATION = "conversation"
    ORDER = "order"
    SELLER = "seller"
    BUYER = "buyer"


class HoldReason(StrEnum):
    """Why nothing may go."""

    COURT_CASE = "court_case"
    AUTHORITY = "authority"
    INVESTIGATION = "investigation"
    CLAIM = "claim"


class Kept(StrEnum):
    """What has a period."""

    ORDER = "order"  # months after an order's last event
    PRESALE = "presale"  # months after the last message of a thread without an order
    ATTEMPT = "attempt"  # months after a text was refused
    ACCESS = "access"  # months after an administrator opened a file


BY_MARKET = (Kept.ORDER, Kept.PRESALE)
"""What has a market: a refused text may have opened no conversation, a reading is the operator's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """`months` from the first day on which it counts; `published` is its entry, None for the shipped file."""

    market: str
    kept: Kept
    months: int
    effective_on: date
    published: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestShown:
    """A request for erasure as the desk shows it. Names are of people; `note` is empty where there is none.

    `conversations` is how many are concerned, `messages` are the numbers asked for; `waiting`: it is
    approved, and the worker has yet to carry it out.
    """

    id: UUID
    scope: Scope
    ground: Ground
    conversation: Ref | None
    title: str
    seller: str
    buyer: str
    messages: Sequence[int]
    conversations: int
    note: str
    asked_by: str
    asked_by_id: UUID
    asked_at: datetime
    outcome: Outcome | None
    settled_by: str
    settled_at: datetime | None
    denial: Denial | None
    waiting: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldShown:
    """A hold as the desk shows it; `subject` is what people call the thing."""

    id: UUID
    on: HoldOn
    subject: str
    conversation: Ref | None
    reason: HoldReason
    note: str
    placed_by: str
    placed_at: datetime
    lift_asked_by: str
    lift_asked_by_id: UUID | None
    lift_asked_at: datetime | None
    lifted_by: str
    lifted_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """What a hold may cover: a conversation's own id, its order, its seller, its buyer."""

    seller_id: int | None
    thread: UUID | None
    order: UUID | None
    buyer: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ProposalShown:
    """A shorter period that waits for a second administrator."""

    id: UUID
    market: str
    kept: Kept
    months: int
    effective_on: date
    proposed_by: str
    proposed_by_id: UUID
    proposed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBack:
    """A conversation whose period is over and which a hold keeps."""

    conversation: Ref
    title: str
    last_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a published period answers: its entry, or the proposal that waits (then no entry yet)."""

    entry: UUID | None
    proposal: UUID | None
    replayed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """What came of erasing again after a restore.

    `known`: signed entries that the logs on this machine hold (0: there is none to ask); `orders`: the orders
    among them that the database had lost; `entries`: what of these was there and is gone now; `held`: orders
    left alone because of a hold; `buyers`: profiles forgotten again; `unnamed`: approved erasures of a buyer
    of whom nothing came back but perhaps the profile: nothing says whose.
    """

    known: int
    orders: int
    entries: int
    held: int
    buyers: int
    unnamed: int
