"""Exports: what one person may carry away of what they may read here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

FORMAT: Final = "helpdesk-export/v1"
REQUESTED: Final = "export.requested"  # the entry kinds
MADE: Final = "export.made"
LIVES: Final = timedelta(days=7)  # a link for a week: long enough for a holiday, short enough for a secret
SILENT: Final = timedelta(minutes=10)  # a worker that says nothing for so long is taken for dead
KEPT: Final = 20  # exports that a page names
MAX_REASON: Final = 2_000  # characters
BATCH: Final = 1_000  # entries, rows or threads that are looked at together


class ExportState(StrEnum):
    """What became of it."""

    WAITING = "waiting"
    RUNNING = "running"
    READY = "ready"
    GONE = "gone"  # its time is over, or something in it was erased


@dataclass(frozen=True, slots=True, kw_only=True)
class Of:
    """Whose data: a shop's or a buyer's. `name` is what the Platform calls them."""

    side: Side
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportShown:
    """As its owner sees it. `done` of `total` entries are written; `size` in bytes; `digest`: SHA-256 in hex;
    it lives until `expires_at`. `of` is named where somebody else's data were asked for.
    """

    ref: Ref
    state: ExportState
    language: str
    asked_at: datetime
    done: int
    total: int
    entries: int
    size: int
    digest: str
    made_at: datetime | None
    expires_at: datetime | None
    of: Of | None
    reason: str

    @property
    def percent(self) -> int:
        """How far it is, of hundred."""
        return min(99, self.done * 100 // self.total) if self.total else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One message as the readable pages show it. `files` are a name and a path each; None: not to be had.

    `said_at` is of one that was imported: when it is said to have been said.
    """

    side: str
    at: datetime
    text: str | None
    language: str
    files: Sequence[tuple[str, str | None]] = ()
    said_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """One conversation as the readable pages show it."""

    title: str
    other: str
    started_at: datetime
    said: Sequence[Said]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A conversation in the list of them: its page, its title, with whom, since when."""

    path: str
    title: str
    other: str
    started_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What the first page tells: whose, as of which number of the log, and each file with its rows."""

    language: str
    name: str
    made_at: datetime
    until: int
    files: Mapping[str, int]
    attachments: int
    lists: Sequence[tuple[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What says the pages, in the reader's language."""

    contents: Callable[[Contents], str]
    listed: Callable[[str, Sequence[Line]], str]
    thread: Callable[[str, Thread], str]
    readme: Callable[[Contents], str]
