"""The words of search."""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Final
from uuid import UUID

from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref

MAX_TEXT: Final = 200
"""Characters that are read of what a person types; the rest is let be."""

MAX_WORDS: Final = 12
"""Words of one question: each costs a look into the index."""

PAGE: Final = 20
"""Hits of one page."""

CANDIDATES: Final = 500
"""The newest so many matches are ranked and counted; of more it is said that there are more."""

FEW: Final = 100
"""So many matches among the newest rows are enough: of more it is said that there are more."""

REACH: Final = 1_000
"""A shop's newest days that hold so many rows are looked into for those few; then more, or all."""

AT_HAND: Final = 5
"""Hits of each sort that stand at hand while somebody types."""

EXCERPT: Final = 160
"""Characters of a message that a hit shows."""


class Kind(StrEnum):
    """What a row of the index stands for."""

    MESSAGE = "message"
    THREAD = "thread"  # the order's number, its parcels' numbers, the offer's title
    PERSON = "person"  # the buyer, by the name that the seller knows
    FILE = "file"  # what stands in a file of a message
    NOTE = "note"  # of the seller's people, for each other
    AGREEMENT = "agreement"
    LETTER = "letter"  # between one side and the Platform; its conversation is the correspondence
    CASE = "case"  # its number, its parcels' numbers, what it is about
    STEP = "step"  # what was said with a step of a case, or of a contact outside


NAMES: Final = (Kind.THREAD, Kind.PERSON, Kind.CASE)
SAID: Final = tuple(kind for kind in Kind if kind not in NAMES)


class Language(StrEnum):
    """Those whose endings are known (ISO 639-1)."""

    EN = "en"
    PL = "pl"
    DE = "de"
    FR = "fr"
    IT = "it"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: where it stands (code points, half-open), and how it is written."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What narrows a search; None and False: not narrowed. Days are whole ones, half-open.

    `waiting`: whether a question of the conversation waits for its answer. `case`: the kind of a case in it.
    """

    since: date | None = None
    until: date | None = None
    market: str | None = None
    side: str | None = None
    has_file: bool = False
    waiting: bool | None = None
    case: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What somebody typed, taken apart. The last word may be the beginning of one (`unfinished`)."""

    words: tuple[str, ...] = ()
    phrases: tuple[tuple[str, ...], ...] = ()
    unfinished: bool = False
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One thing that was found. `marks` are places in `excerpt` (code points, half-open).

    `entry` is what said it, or the file; `n` its place in a thread that reaches to `last_n`, `side` who
    spoke. `other` is whom the conversation is with: to sellers the buyer's name, to others the shop's. Of a
    file the name is shown, never what stands in it. Of a letter `conversation` is its correspondence. `case`
    is the case that was found, or in which it was said.
    """

    kind: Kind
    conversation: Ref
    title: str
    other: str
    market: str
    about_order: bool
    waiting: bool
    at: datetime
    entry: UUID | None
    case: Ref | None
    case_kind: str | None
    n: int | None
    last_n: int
    side: Side | None
    language: str | None
    excerpt: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of hits, the best first. `count` is exact unless `more_than_counted`.

    `forgiving`: nothing was written quite so, and this is what comes close. `after` asks for the next page.
    """

    hits: tuple[Hit, ...]
    count: int
    more_than_counted: bool
    forgiving: bool
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AtHand:
    """A few hits of each sort, the best first, each conversation and person once."""

    orders: tuple[Hit, ...]
    conversations: tuple[Hit, ...]
    people: tuple[Hit, ...]
