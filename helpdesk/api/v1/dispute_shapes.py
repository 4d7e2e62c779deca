"""What is said of disputed verdicts and of obligations at the desk."""

from datetime import datetime
from typing import Annotated, Literal

from ninja import Schema
from pydantic import ConfigDict, Field

from helpdesk.api.v1.shapes import Stamp
from helpdesk.api.v1.standing_shapes import StandingPoint
from helpdesk.standing.terms.disputes import MAX_WORDS

Because = Literal[
    "spam",
    "withdrawn_by_buyer",
    "linked_accounts",
    "holiday",
    "outage",
    "not_visible",
    "answered_elsewhere",
]
Why = Literal["spam", "withdrawn_by_buyer", "linked_accounts"]


class DisputedVerdict(Schema):
    """A dispute of what one obligation (`point`) counts as; `verdict` is the entry that it stood by. A person
    decides by `due_at`: `outcome` and `reason` are null until then, `reason` too where the verdict is upheld.
    `words` and `answer` are empty in lists of the desk.
    """

    id: str
    point: str
    conversation: str
    verdict: str
    seller: str
    market: str
    claim: Literal["holiday", "outage", "not_visible", "answered_elsewhere", "spam"]
    words: str
    at: datetime
    due_at: datetime
    settled_at: datetime | None
    outcome: Literal["upheld", "excluded", "met"] | None
    reason: Because | None
    answer: str


class DisputedVerdicts(Schema):
    """And where to go on."""

    data: list[DisputedVerdict]
    next: str | None


class StandingPointInFull(StandingPoint):
    """With what was disputed of it, and what a person ruled (`ruled`, null where nobody did)."""

    disputes: list[DisputedVerdict]
    ruled: Literal["met", "spam", "withdrawn_by_buyer", "linked_accounts"] | None
    ruled_at: datetime | None
    ruling: str
    may_dispute: bool


class Obligation(Schema):
    """What the Seller owed in a conversation. `state` is what the record says, `stands` what it counts as."""

    id: str
    matter: Literal["answer", "promise", "step"]
    code: str
    deadline: datetime
    state: Literal["open", "met", "late", "missed", "excluded"]
    stands: Literal["open", "met", "late", "missed", "excluded"]
    ruled: Literal["met", "spam", "withdrawn_by_buyer", "linked_accounts"] | None
    ruled_at: datetime | None
    ruling: str


class Obligations(Schema):
    """The latest deadline first."""

    data: list[Obligation]


class _Body(Schema):
    model_config = ConfigDict(extra="forbid", strict=True)


class NewDispute(_Body):
    """Why the verdict is wrong."""

    claim: Literal["holiday", "outage", "not_visible", "answered_elsewhere", "spam"]
    words: Annotated[str, Field(max_length=MAX_WORDS)] = ""


class Settlement(_Body):
    """`reason`: with `excluded` one of `spam`, `withdrawn_by_buyer`, `linked_accounts`; with `met` what the
    record shows. The Seller reads the words.
    """

    outcome: Literal["upheld", "excluded", "met"]
    reason: Because | None = None
    words: Annotated[str, Field(max_length=MAX_WORDS)]


class Exclusion(_Body):
    """Why it counts neither way; the Seller reads the words."""

    reason: Why
    words: Annotated[str, Field(max_length=MAX_WORDS)]


class Inclusion(_Body):
    """Why it counts again; the Seller reads it."""

    words: Annotated[str, Field(max_length=MAX_WORDS)]


class RulingStamp(Schema):
    """The entry."""

    archive: Stamp
