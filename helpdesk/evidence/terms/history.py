"""What a history shows, and how it can be narrowed down."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from helpdesk.kernel.ids import Ref


class Around(StrEnum):
    """What a history is of."""

    PAIR = "pair"  # all that this buyer and this seller ever had with each other
    THREAD = "thread"  # what this one conversation, with its order, is about


class Group(StrEnum):
    """What a history can be narrowed down to."""

    MESSAGES = "messages"
    FILES = "files"
    CLOCK = "clock"
    AGREEMENTS = "agreements"
    CASES = "cases"
    PARCELS = "parcels"
    PLATFORM = "platform"
    NOTES = "notes"


KINDS: Mapping[Group, Sequence[str]] = {
    Group.MESSAGES: ("message", "thread.imported"),
    Group.FILES: ("message",),  # those with files
    Group.CLOCK: (
        "answer.complete",
        "answer.reopened",
        "deadline.moved",
        "obligation.overdue",
        "promise.missed",
        "reply.insisted",
        "reply.waived",
        "sample.judged",
        "waiver.objected",
    ),
    Group.AGREEMENTS: (
        "agreement.confirmed",
        "agreement.declined",
        "agreement.kept",
        "agreement.lapsed",
        "agreement.proposed",
        "confirmation.asked",
        "confirmation.declined",
        "confirmation.given",
        "delivery.stated",
        "refund.stated",
    ),
    Group.CASES: (
        "case.kind_changed",
        "case.lapsed",
        "case.opened",
        "case.step",
        "contact.noted",
        "contact.settled",
        "order.updated",
    ),
    Group.PARCELS: (),  # the Platform's records, no entries
    Group.PLATFORM: ("administrator.joined", "letter", "letter.closed"),
    Group.NOTES: ("note",),
}
HISTORY_PAGE = 25  # entries that one reading fetches
MOST_THREADS = 200  # of one pair that a history covers, the latest


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurred:
    """One entry of a history. `event` is what the sentences of `words` read; `text` is a message's or a
    note's own, None where it was erased; `title` is the thread's.
    """

    id: UUID
    conversation: Ref
    title: str
    at: datetime
    kind: str
    n: int
    side: str
    name: str
    language: str
    text: str | None
    files: Sequence[str]
    event: Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryRead:
    """A page of it, the latest first; `more` says that older ones follow. `orders` are those of its threads,
    with the title that their thread has, whether entries of them stand on this page or not.
    """

    occurred: Sequence[Occurred]
    orders: Mapping[Ref, str]
    seller: str
    buyer: str
    more: bool
