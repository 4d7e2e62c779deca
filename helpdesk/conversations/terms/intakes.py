"""Imports of threads as pages list them: handed in, tried, taken in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.conversations.terms.importing import Refusing, ThreadFormat
from helpdesk.kernel.ids import Ref

LARGEST: Final = 200_000_000  # bytes of a file that a page takes: some hundred thousand messages
LIVES: Final = timedelta(days=7)  # how long a file that nobody imports waits, and what was refused is named
SILENT: Final = timedelta(minutes=2)  # a worker that says nothing for so long is taken for dead
MAX_NAMED: Final = 200  # problems that are kept to be shown; further ones are only counted


class IntakeState(StrEnum):
    """How far an import is."""

    TRYING = "trying"  # the worker reads the file, and keeps nothing
    TRIED = "tried"  # a person has to say whether it is imported
    RUNNING = "running"
    DONE = "done"
    REMOVED = "removed"  # before it was imported, or in the middle of that


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeShown:
    """One import. `by` is a person or a client of the Platform, empty for a command; `name` is the file's.

    The counts are those of the trial, until it is imported: `threads` were read, of which `rejected` were
    refused; `begun` and `extended` count conversations, `messages` those added, `known` those that were here.
    """

    id: UUID
    state: IntakeState
    by: str
    name: str
    written: ThreadFormat
    size: int
    percent: int
    asked_at: datetime
    ended_at: datetime | None
    threads: int
    begun: int
    extended: int
    messages: int
    known: int
    rejected: int
    remarked: int
    entry: Ref | None
    problems: Sequence[Refusing] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakePage:
    """Some of them, the latest first; `next` is the id of the last, where there are more."""

    data: Sequence[IntakeShown]
    next: UUID | None
