"""The words of agreements."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.archive.terms import Erased
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.marketplace.terms.shown import Price

MAX_WORDS: Final = 1000  # characters: terms, not a letter
MAX_WAITING: Final = 10  # proposals and requests that wait in one conversation
MAX_DAYS: Final = 366  # that an agreed day may lie ahead
MAX_MINOR: Final = 10**11  # of an amount, in the currency's smallest unit


class Kind(StrEnum):
    """Entry kinds of this room."""

    PROPOSED = "agreement.proposed"
    CONFIRMED = "agreement.confirmed"
    DECLINED = "agreement.declined"  # or taken back, by the side that proposed it
    KEPT = "agreement.kept"  # one side says that what was agreed is done
    LAPSED = "agreement.lapsed"  # its day passed, and nobody said so
    ASKED = "confirmation.asked"
    GIVEN = "confirmation.given"
    REFUSED = "confirmation.declined"


class What(StrEnum):
    """What is proposed: that something be done, or that something be said to be so."""

    AGREEMENT = "agreement"
    CONFIRMATION = "confirmation"

    @property
    def proposed(self) -> Kind:
        """The kind of the entry that begins it."""
        return Kind.PROPOSED if self is What.AGREEMENT else Kind.ASKED

    @property
    def confirmed(self) -> Kind:
        """The kind of the entry by which the other side says yes."""
        return Kind.CONFIRMED if self is What.AGREEMENT else Kind.GIVEN

    @property
    def declined(self) -> Kind:
        """The kind of the entry by which it comes to nothing."""
        return Kind.DECLINED if self is What.AGREEMENT else Kind.REFUSED


class Type(StrEnum):
    """What an agreement is about."""

    REFUND = "refund"
    DISCOUNT = "discount"
    REPLACEMENT = "replacement"
    DELIVERY = "delivery"
    OTHER = "other"

    @property
    def has_amount(self) -> bool:
        """Whether it is about money before all."""
        return self in (Type.REFUND, Type.DISCOUNT)


class Outcome(StrEnum):
    """How a proposal was settled."""

    CONFIRMED = "confirmed"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"  # by the side that proposed it


class State(StrEnum):
    """Where one stands now."""

    WAITING = "waiting"  # for the other side
    EXPIRED = "expired"  # its day passed before anybody answered
    IN_FORCE = "in_force"
    KEPT = "kept"
    LAPSED = "lapsed"  # in force, and its day passed
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CHANGED = "changed"  # a newer one stands in its place


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What somebody proposes. `amount` is a decimal string in the conversation's currency, "" none; `until` a
    day on the Seller's calendar; `owed_by` the side that is to do it.
    """

    type: Type
    owed_by: Side = Side.SELLER
    amount: str = ""
    until: date | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One as the rules see it; instants in UTC. `n` is the place of its entry on the chain."""

    id: UUID
    what: What
    n: int
    proposed_by: Side
    owed_by: Side | None
    asks: bool
    amends: UUID | None
    due_at: datetime | None
    outcome: Outcome | None
    is_kept: bool
    lapsed_by: UUID | None
    is_replaced: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One as both sides see it. `words` and the names are "" once they are `erased`.

    `due_at` is the end of the agreed day; `settled_at` when it was confirmed, declined or taken back, by
    `settled_name`; `reason` is what was said then.
    """

    ref: Ref
    conversation: Ref
    what: What
    type: Type | None
    state: State
    proposed_by: Side
    owed_by: Side | None
    amount: Price | None
    until: date | None
    due_at: datetime | None
    at: datetime
    n: int
    words: str
    author: str
    amends: UUID | None = None
    replaced_by: UUID | None = None
    settled_at: datetime | None = None
    settled_name: str = ""
    reason: str = ""
    kept_at: datetime | None = None
    kept_said_by: Side | None = None
    lapsed_at: datetime | None = None
    erased: Erased | None = None
    title: str = ""
    market: str = ""
    order: Ref | None = None

    @property
    def other(self) -> Side:
        """The side that it waits for."""
        return Side.SELLER if self.proposed_by is Side.BUYER else Side.BUYER
