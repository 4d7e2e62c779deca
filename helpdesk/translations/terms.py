"""The words of translations."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.kernel.ids import Ref

LANGUAGES = ("en", "pl", "de", "fr", "it")
MAX_AT_ONCE = 200  # messages: what one page of a thread shows
MAX_MADE = 100_000  # characters: five times the longest message; an engine that says more says something else
LEASE = timedelta(minutes=2)  # longer than an engine may take: who dies with one in hand leaves it then
PAUSES = (timedelta(seconds=5), timedelta(minutes=1), timedelta(minutes=10), timedelta(hours=1))


class State(StrEnum):
    """Where a translation stands."""

    WAITING = "waiting"
    MADE = "made"
    FAILED = "failed"  # tried often enough; whoever asks again begins anew


@dataclass(frozen=True, slots=True, kw_only=True)
class Translation:
    """What an engine made of the message `entry`; `text`, `engine`, `version` are empty until it is MADE."""

    entry: UUID
    language: str
    state: State
    text: str
    engine: str
    version: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One message to be translated from `source` into `language`, with its words; `tries` counts this one."""

    entry: Ref
    source: str
    language: str
    text: str
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """Where an engine answers, and the key that it asks for (empty: none)."""

    url: str
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An engine's words, and who it says it is."""

    text: str
    engine: str
    version: str


class NotMade(Exception):
    """The engine gave nothing that can be shown; the text says why, for the worker's log and no reader."""
