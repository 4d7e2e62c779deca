"""The words of team work: notes, views, tags."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.archive.terms import Erased
from helpdesk.kernel.ids import Ref

MAX_NOTE = 4_000  # characters: a page; what is longer belongs into the thread
MAX_TAG = 30  # characters: a chip on a phone
MAX_TAGS = 8  # of one thread: more say nothing
MAX_SHOP_TAGS = 60  # different ones in a shop: what a person still looks over
MAX_SNOOZE = timedelta(days=90)  # longer than any parcel, repair or return takes
NOTES = 200  # of a thread that one reading fetches, the latest


class Kind(StrEnum):
    """Entry kinds of this room."""

    NOTE = "note"


class Shows(StrEnum):
    """Which part of the inbox a view shows."""

    ALL = "all"
    MINE = "mine"
    NOBODYS = "nobody"
    SNOOZED = "snoozed"
    TAG = "tag"


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view of the inbox; `tag` is named where it shows those of a tag."""

    shows: Shows = Shows.ALL
    tag: str = ""

    def __str__(self) -> str:
        return f"{self.shows}:{self.tag}" if self.shows is Shows.TAG else self.shows.value


EVERYTHING = View()


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What one of the Seller's people told the others; `text` is None where it was erased.

    `language` is the one that its author uses here (BCP 47).
    """

    id: UUID
    at: datetime
    language: str
    author: str
    text: str | None
    erased: Erased | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """One of those who answer in the shop."""

    person: UUID
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Who looks after a thread (None: nobody), until when it is put off (None: it is not), and its tags.

    `member` names the person's membership.
    """

    person: UUID | None = None
    member: Ref | None = None
    name: str = ""
    until: datetime | None = None
    tags: Sequence[str] = ()


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A view, and how many open questions it shows."""

    view: View
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """All views with their counts, tags in their order, and those who can look after a thread."""

    counted: Sequence[Counted]
    team: Sequence[Colleague]

    @property
    def tags(self) -> list[str]:
        """The tags of the shop."""
        return [one.view.tag for one in self.counted if one.view.shows is Shows.TAG]
