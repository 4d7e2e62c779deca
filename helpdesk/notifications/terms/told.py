"""What happened, who reads, and what they are told."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.notifications.terms.kinds import (
    DIGEST_AT,
    QUIET_FROM,
    QUIET_UNTIL,
    Channel,
    Kind,
    Rhythm,
    State,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What a person wants by mail (or by the Platform), and when. Minutes count from their midnight.

    `quiet_from` equal to `quiet_until`: no quiet hours. `zone` is an IANA name.
    """

    mailed: frozenset[Kind]
    rhythm: Rhythm
    zone: str
    digest_at: int = DIGEST_AT
    quiet_from: int = QUIET_FROM
    quiet_until: int = QUIET_UNTIL


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """Something to tell. `subject` is the entry, or the question whose time runs; `author` is who did it.

    `to` is the side that is told; with `only`, that one person of it. `obligation` is the question whose
    answer settles it, `n` the place of a message. Of a letter `conversation` is its correspondence, of a
    webhook the webhook; `buyer_id` is None where no buyer is concerned.
    """

    kind: Kind
    conversation: Ref
    buyer_id: UUID | None
    subject: UUID
    at: datetime
    to: Side
    author: UUID | None = None
    only: UUID | None = None
    obligation: UUID | None = None
    n: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """What all Sellers are told: `entry` published it at an instant, ahead of the day it applies from."""

    kind: Kind
    entry: UUID
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A person who may be told, on one side. `works` is false for whoever can do nothing about it.

    That is a shop's readers, and of administrators all but reviewers; `answers` is true for support, who
    answers letters and decides cases, `decides` for compliance, who decides measures, `owns` for a shop's
    owners and for platform administrators. `chosen` says that the wishes are the person's own, not the usual
    ones of the shop or the house.
    """

    person: UUID
    side: Side
    wishes: Wishes
    seller_id: int | None = None
    has_address: bool = False
    works: bool = True
    answers: bool = False
    decides: bool = False
    owns: bool = False
    chosen: bool = False

    @property
    def is_told(self) -> bool:
        """Whether anything at all is told to whoever does this work."""
        return self.works or self.answers or self.decides or self.owns


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One notice to one person; without a channel it stands in the portal alone."""

    happened: Happened
    person: UUID
    channel: Channel | None = None
    leaves_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One notice of a mail, or of the portal's list; `subject` is the entry or the question it is about.

    `title` is what the thread is about; a mail and the desk's list have none. Of a letter `conversation` is
    its correspondence. `applies_on` is the UTC day from which what it announces applies.
    """

    id: Ref
    kind: Kind
    side: Side
    conversation: Ref
    subject: UUID
    at: datetime
    read_at: datetime | None = None
    settled_at: datetime | None = None
    title: str = ""
    applies_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """One mail in hand: `id` stays the same however often it is tried, and so does its Message-ID.

    `tries` counts this one; `due_at` is when it should have left first.
    """

    id: UUID
    person: UUID
    address: str
    language: str
    lines: tuple[Line, ...]
    tries: int
    due_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Requested:
    """A notice that the Platform is asked to deliver, by its place in the feed: no words, and no address."""

    number: int
    person: UUID
    kind: Kind
    side: Side
    conversation: Ref
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A mail that did not arrive, for the settings page of whom it was for. `answer` is the server's code."""

    at: datetime
    state: State
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Lost:
    """A mail that did not arrive, for the operator: to whom, when, why; never what it told."""

    id: UUID
    person: str
    at: datetime
    state: State
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """How mails fare: what is due and has not left, since when, and the mails that were lost lately."""

    waiting: int
    since: datetime | None
    lost: tuple[Lost, ...]
