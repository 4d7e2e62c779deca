"""The words of presence and drafts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.kernel.actor import Side

CHANNEL = "helpdesk_hints"  # of the database: what is lost when nobody listens
PRESENT_FOR = timedelta(seconds=45)  # after a page's last sign of life, which it gives every 20 seconds
READ = "read"  # what a hint says was done when a side has read further
SHARED = "shared"  # or when a colleague changed who looks after a thread, its tags, or until when it rests
MAX_DRAFT = 20_000  # characters: a message has fewer; what is longer stays in the browser


class Doing(StrEnum):
    """What somebody does in a thread; `gone` is said when they leave it."""

    READING = "reading"
    ANSWERING = "answering"
    GONE = "gone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """A colleague in a thread now."""

    person: UUID
    name: str
    doing: Doing


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Up to which message a side has read, and since when."""

    n: int
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Composing:
    """Who else is where, by the thread's id; and of the thread that was asked for the reader's own draft, and
    how far each side has read.
    """

    present: Mapping[UUID, Sequence[Present]]
    draft: str = ""
    read: Mapping[Side, Read] = field(default_factory=dict)
