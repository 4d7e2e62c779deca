"""The words of saved replies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from helpdesk.conversations.terms import Manner, Posted
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Refusal
from helpdesk.workdays.holiday import LANGUAGES

__all__ = ["LANGUAGES"]
MAX_NAME = 30  # characters: a line in a menu, on a telephone too
MAX_BODY = 4_000  # characters: what stands in a box must still be read before it is sent
MAX_SAVED = 100  # of a shop: more would not be found again in a menu
MAX_TOGETHER = 30  # conversations at a time: what a person looks over before they send it


class Placeholder(StrEnum):
    """What is filled in; written in braces, as in {order}, in every language alike."""

    BUYER = "buyer"  # the name that the Buyer goes by
    ORDER = "order"  # the order's number
    TRACKING = "tracking"  # of the parcel that is on its way, else of the last one
    CARRIER = "carrier"
    EXPECTED = "expected"  # the day at the Buyer's door; one that has passed is not said


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedReply:
    """One reply. `bodies` are by language; `version` counts its changes, from 1."""

    ref: Ref
    name: str
    bodies: Mapping[str, str]
    version: int
    changed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """A conversation that may be answered: its Buyer, what they wrote last, and what can be filled in.

    `asked` is the beginning of it, empty where it was erased. `seen_n` is the last message there.
    """

    conversation: Ref
    buyer: str
    language: str
    title: str
    asked: str
    asked_in: str
    seen_n: int
    data: Mapping[Placeholder, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """A reply for one conversation. `text` is None where it cannot be said: there is no body in the Buyer's
    language, or `missing` is not known of the order.
    """

    to: Addressee
    text: str | None
    missing: Sequence[Placeholder] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is sent to one of several; `seen_n` is the last message that its author saw there."""

    conversation: Ref
    text: str
    seen_n: int | None = None
    manner: Manner | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one of several: either stored, or refused."""

    conversation: Ref
    posted: Posted | None = None
    refusal: Refusal | None = field(default=None, compare=False)
