"""The words of conduct."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

MAX_READ = 20_000  # characters of one text; what a message may hold (conversations.terms.MAX_TEXT)
MAX_CANDIDATES = 64  # identifiers in one text that are looked into; beyond them a person reads it
MAX_DEPTH = 2  # of texts hidden in texts: base64 within percent signs
SECONDS = 2.0  # for one message; linear rules take a fortieth of it for the longest
EARLIER = 5  # of the same author's messages that a detail may be spread over
EARLIER_HOURS = 48


class Label(StrEnum):
    """What a message may be found to do."""

    EMAIL = "A_EMAIL"
    PHONE = "A_PHONE"
    MSGR = "A_MSGR"
    URL = "A_URL"
    BANK = "A_BANK"
    PAYH = "A_PAYH"
    POST = "A_POST"
    MOVE = "A_MOVE"
    PAY = "B_PAY"
    DEAL = "B_DEAL"
    TERMS = "B_TERMS"
    PROMO = "C_PROMO"
    REVIEW = "C_REVIEW"
    INSULT = "D_INSULT"
    THREAT = "D_THREAT"
    SHOUT = "D_SHOUT"
    IGNORED = "E_IGNORED"
    VAGUE = "E_VAGUE"
    CONTRADICTS = "M_CONTRADICTS"
    RIGHTS = "M_RIGHTS"

    @property
    def family(self) -> str:
        """The letter before the underscore."""
        return self.value[0]


IDENTIFIERS = frozenset({Label.EMAIL, Label.PHONE, Label.URL, Label.BANK, Label.PAYH, Label.MSGR})
"""What someone can be reached or paid at."""


class Decision(StrEnum):
    """What happens to a message, from the mildest to the strictest."""

    NONE = "none"
    LOG = "log"
    WARN = "warn"
    HOLD_AUTHOR = "hold_author"  # sent once it is changed, or confirmed with a reason
    HOLD_REVIEWER = "hold_reviewer"  # sent once a person has read it
    REFUSE = "refuse"

    @property
    def strength(self) -> int:
        """NONE is 0."""
        return _STRENGTHS[self]


_STRENGTHS = {decision: strength for strength, decision in enumerate(Decision)}


class Place(StrEnum):
    """Where a finding stands."""

    TEXT = "text"
    SEAM = "seam"  # spread over this and earlier messages; the span is the part in this one
    NAME = "name"  # of a file
    PICTURE = "picture"  # words in it
    CODE = "code"  # a QR or bar code in it
    METADATA = "metadata"
    DOCUMENT = "document"  # the text of a PDF


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """Something found. `start` and `end` are characters of the original text, half-open; None elsewhere.

    `evidence` and `against` are codes of what spoke for and against it, `as_read` is what the words read as:
    it is shown, never stored. `score` is 0..1, calibrated on reviewed messages.
    """

    label: Label
    rule: str
    start: int | None
    end: int | None
    score: float
    place: Place = Place.TEXT
    view: str = "raw"
    evidence: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    as_read: str = ""
    file: int | None = None  # position of the attachment, from 1
    decision: Decision = Decision.NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question of a buyer's message: characters of that message, half-open."""

    id: str
    start: int
    end: int
    text: str


class Treatment(StrEnum):
    """What a reply does with a question."""

    ANSWERED = "answered"
    VAGUE = "vague"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Treated:
    """A question and what the reply does with it; `score` is how sure the machine is, 0..1."""

    question: Question
    treatment: Treatment
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file's name and the texts read in it, by place; `marked`: the document that its sender says it is."""

    name: str
    texts: Sequence[tuple[Place, str]] = ()
    marked: str | None = None  # invoice, label, guarantee, notice


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the Platform knows of a thread: whatever a message repeats of it is no violation."""

    numbers: frozenset[str] = (
        frozenset()
    )  # order, tracking, EAN, SKU, invoice: letters and digits only, small
    amounts: frozenset[str] = frozenset()  # "149.90"
    address: frozenset[str] = frozenset()  # words of the delivery address, folded
    names: frozenset[str] = frozenset()  # words of titles and brands, folded
    seller: frozenset[str] = frozenset()  # the seller's verified contact data, letters and digits only, small
    dispatched: bool | None = None  # None: not known
    dates: Mapping[str, str] = field(default_factory=dict)  # "delivery" -> "2026-12-01"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A message to be judged, as it was written, with what is known around it."""

    text: str
    side: Side
    language: str = "en"
    market: str = ""
    country: str = ""
    earlier: Sequence[str] = ()  # of the same author, oldest first
    attachments: Sequence[Attached] = ()
    asked: str | None = None  # the buyer's message that this one replies to
    questions: "Sequence[Question] | None" = (
        None  # those of `asked` that still wait; None: all that are found
    )
    facts: Facts = Facts()
    today: str | None = None  # ISO date of the writing, where dates are to be held against it


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """All that was found in a message, the strictest decision among it, and what became of the questions."""

    pack: str
    decision: Decision = Decision.NONE
    findings: Sequence[Finding] = ()
    treated: Sequence[Treated] = ()
    unread: bool = False  # not all of it was read in time, or too much was found: a person reads it

    @property
    def told(self) -> tuple[Finding, ...]:
        """What the author is told of: a warning or more."""
        return tuple(f for f in self.findings if f.decision.strength >= Decision.WARN.strength)

    @property
    def labels(self) -> frozenset[Label]:
        """What was found at the strength of a warning or more."""
        return frozenset(f.label for f in self.findings if f.decision.strength >= Decision.WARN.strength)


class Source(StrEnum):
    """On which occasion a verdict was given."""

    POST = "post"  # of a message that was sent
    ATTEMPT = "attempt"  # of one that was not
    FILE = "file"  # of a file that the worker read
    RESCAN = "rescan"  # by a later pack; it only adds


NOTHING = Facts()


TRIAL_DAYS = 30
"""How far back rules are tried: a month of messages."""

MAX_HITS = 200
"""Messages that a trial names; it counts all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a trial tries: an amendment of a market (empty: of all), None: the rules as they are."""

    market: str
    content: Mapping[str, Any] | None
    since: datetime
    until: datetime


class RulesKind(StrEnum):
    """Entry kinds about the rules themselves."""

    AMENDED = "conduct.amended"


class ReviewKind(StrEnum):
    """The entry kinds of reviews."""

    REVIEWED = "conduct.reviewed"
    MEASURED = "conduct.measured"


class Decided(StrEnum):
    """What a reviewer made of what was found. Only a violation ever counts."""

    FINE = "fine"  # let through, or the finding dismissed
    WARN = "warn"  # rightly pointed out: its author is told, and no more than that
    VIOLATION = "violation"


class Measured(StrEnum):
    """What a reviewer found in a message in which the machine found nothing."""

    NOTHING = "nothing"
    MISSED = "missed"


class Waits(StrEnum):
    """Why something waits for a reviewer, the most urgent first."""

    HELD = "held"  # not delivered until a person decides
    CHECK = "check"  # refused, and its author asks for a check
    FILE = "file"  # a file that is not shown until a person decides
    SENT = "sent"  # sent although warned, or confirmed with a reason
    REFUSED = "refused"  # refused, and its author let it be
    RESCAN = "rescan"  # found by newer rules in what was sent long ago
    CLEAN = "clean"  # nothing found; drawn at random


MAX_REASON = 1000
"""Characters of what a reviewer tells the author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewShown:
    """A decision, with no word of what it is about. `replaced`: a later one counts."""

    id: UUID
    subject: Ref
    chain: UUID
    side: Side
    waited: Waits
    decision: Decided
    labels: Sequence[Label]
    weight: int
    at: datetime
    replaced: bool = False
