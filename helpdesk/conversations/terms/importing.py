"""Threads from an older system: what a file may hold, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from helpdesk.archive.terms import Kept
from helpdesk.conversations.terms import MAX_TEXT
from helpdesk.kernel import text
from helpdesk.kernel.actor import Actor, Role, Side
from helpdesk.kernel.ids import uuid7
from helpdesk.kernel.refusal import Refusal
from helpdesk.kernel.shape import Flaw
from helpdesk.marketplace.terms.values import ExternalId, Instant, Language, Line, MarketCode

MAX_THREAD = 500  # messages of one thread: what can be sealed within a second
MAX_RECORD = 8_000_000  # bytes of one thread in a file: all that is held at once
MAX_TOLD = 1000  # problems that a report names; further ones are only counted
COLUMNS = ("thread", "market", "seller", "buyer", "message", "who", "said_at", "text")
FURTHER = ("order", "offer", "language")
"""Columns of a CSV file: those that must be there, and those that may."""

# In whose name a command imports: its entries are the Platform's words on others', and can be erased.
IMPORTER = Actor(
    person=UUID("6f1f0a1e-6d0b-5d0e-9d53-6b0f4b1c7a10"),
    name="Platform",
    side=Side.PLATFORM,
    roles=frozenset({Role.PLATFORM}),
)


class ThreadFormat(StrEnum):
    """How a file is written: a message a row, an array of threads, or a thread a line."""

    CSV = "csv"
    JSON = "json"
    NDJSON = "ndjson"


def _text(value: str) -> str:
    try:
        text.storable(value, limit=MAX_TEXT, field="")
    except Refusal as refusal:
        raise PydanticCustomError(refusal.code, refusal.code, refusal.params) from None
    if not text.is_visible(value):
        raise PydanticCustomError("text.empty", "text.empty")
    return value


def _absent(value: object) -> object:
    return None if value == "" else value


class SaidLine(BaseModel):
    """One message as the older system has it; `said_at` is when it says that it was said."""

    model_config = ConfigDict(extra="forbid")

    id: Line
    who: Literal["buyer", "seller", "platform"]
    said_at: Instant
    language: Annotated[Language | None, BeforeValidator(_absent)] = None
    text: Annotated[str, AfterValidator(_text)]


class ThreadLine(BaseModel):
    """One thread: whose it is, the order (its id or number) or the offer that it is about, its messages."""

    model_config = ConfigDict(extra="forbid")

    id: Line
    market: MarketCode
    seller: ExternalId
    buyer: ExternalId
    order: Annotated[Line | None, BeforeValidator(_absent)] = None
    offer: Annotated[ExternalId | None, BeforeValidator(_absent)] = None
    messages: Annotated[list[SaidLine], Field(min_length=1, max_length=MAX_THREAD)]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadThread:
    """A thread of a file, or what is wrong with it; `lines` are those of its messages, from 1."""

    line: int
    thread: ThreadLine | None = None
    flaws: Sequence[Flaw] = ()
    lines: Sequence[int] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Brought:
    """What became of one thread: whether it is new here, how many messages are, and how many were known."""

    is_new: bool
    added: int
    known: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusing:
    """A line (from 1) for which a thread was not taken in, or not further; `thread` as the file calls it."""

    line: int
    thread: str
    flaw: Flaw


@dataclass(slots=True, kw_only=True)
class ThreadsReport:
    """What an import of threads did, or would do. `entry` is its place in the Archive, None: nothing
    new; `id` is the import's own.

    `remarked` are messages of threads with something new in which the rules of conduct find something: that
    is said here and nowhere else. `problems` are at most MAX_TOLD of the first; `rejected` counts threads.
    """

    dry_run: bool = False
    threads: int = 0
    begun: int = 0
    extended: int = 0
    messages: int = 0
    known: int = 0
    rejected: int = 0
    remarked: int = 0
    line: int = 0
    stopped: bool = False
    digest: str = ""
    id: UUID = field(default_factory=uuid7)
    entry: Kept | None = None
    problems: list[Refusing] = field(default_factory=list)

    def take(self, brought: Brought) -> None:
        """Count a thread that was taken in."""
        self.begun += brought.is_new
        self.extended += bool(brought.added) and not brought.is_new
        self.messages += brought.added
        self.known += brought.known

    def reject(self, read: ReadThread, flaws: Sequence[Flaw], *, thread: str = "") -> None:
        """Count a thread that was not, and remember why and where."""
        self.rejected += 1
        for flaw in flaws[: MAX_TOLD - len(self.problems)]:
            self.problems.append(Refusing(line=_line(read, flaw), thread=thread, flaw=flaw))

    def facts(self) -> dict[str, int]:
        """The counts as the Archive keeps them."""
        counts = {"threads": self.begun, "extended": self.extended, "messages": self.messages}
        return {**counts, "unchanged": self.known, "rejected": self.rejected}


def _line(read: ReadThread, flaw: Flaw) -> int:
    """The message's own, where a flaw lies in one and the file has lines for it."""
    parts = flaw.pointer.split("/")
    place = int(parts[2]) if parts[1:2] == ["messages"] and len(parts) > 2 and parts[2].isdigit() else 0
    return read.lines[place] if place < len(read.lines) else read.line
