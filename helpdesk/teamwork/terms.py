"""The words of team work: notes, views, tags, absences."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from helpdesk.archive.terms import Erased
from helpdesk.kernel.ids import Ref

MAX_NOTE = 4_000  # characters: a page; what is longer belongs into the thread
MAX_TAG = 30  # characters: a chip on a phone
MAX_TAGS = 8  # of one thread: more say nothing
MAX_SHOP_TAGS = 60  # different ones in a shop: what a person still looks over
MAX_SNOOZE = timedelta(days=90)  # longer than any parcel, repair or return takes
MAX_ABSENCE = timedelta(days=366)  # a year of parental leave; who is longer away says it again
MAX_ABSENT_AHEAD = timedelta(days=366)  # of its first day: leave is planned by the year
MAX_COMING = 20  # absences of one person that are not over: what colleagues still look over
KEPT_ABSENCE = timedelta(days=366)  # after its last day: who was away when is soon nobody's business
TOLD_AHEAD = timedelta(days=14)  # before it begins, whoever covers is reminded of it in the inbox
PAST_ABSENCES = 50  # that one reading fetches, the latest
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


class Stage(StrEnum):
    """Where an absence stands on a day."""

    COMING = "coming"
    RUNNING = "running"
    OVER = "over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """From a day to a day, both of them in it, on the wall calendar of the shop's establishment."""

    first: date
    last: date

    def meets(self, other: "Days") -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """An absence as rules see it."""

    person: UUID
    days: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """Away today, up to and with the day `until`; `person` covers now, None: nobody does.

    That is who was named, or who covers for them; nobody, where one of these has left or only reads.
    """

    until: date
    person: UUID | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """An absence, as those of the shop see it. `cover` was named, `away` says who covers today if it runs.

    `cover_left`: whoever was named answers in the shop no more; `passes_on`: is away on some of these days,
    and whoever covers for them then covers here, too. `said_by` said it, for themselves or for a colleague;
    `ended_at` is when it was called off, or ended before its last day.
    """

    ref: Ref
    person: UUID
    name: str
    cover: UUID
    cover_name: str
    days: Days
    stage: Stage
    said_by: str = ""
    ended_at: datetime | None = None
    away: Away | None = None
    cover_left: bool = False
    passes_on: bool = False
    may_change: bool = False

    @property
    def is_uncovered(self) -> bool:
        """Nobody covers: today where it runs, from its first day on where it is coming."""
        return self.cover_left if self.away is None else self.away.person is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Absences:
    """Those of a shop: running and coming ones by their first day, past ones the latest first.

    `today` is the day at the shop's establishment.
    """

    today: date
    ahead: Sequence[Absence]
    past: Sequence[Absence]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covering:
    """The reader covers for this colleague up to and with `until`; from `first` on, None: already."""

    name: str
    until: date
    first: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """One of those who answer in the shop; `away` where they are away today."""

    person: UUID
    name: str
    away: Away | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """Who looks after a thread (None: nobody), until when it is put off (None: it is not), and its tags.

    `member` names the person's membership; `away` says who covers where that person is away today.
    """

    person: UUID | None = None
    member: Ref | None = None
    name: str = ""
    until: datetime | None = None
    tags: Sequence[str] = ()
    away: Away | None = None


NO_MARKS = Marks()


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A view, and how many open questions it shows."""

    view: View
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Views:
    """All views with their counts, tags in their order, and those who can look after a thread.

    `covering` is whom the reader covers for, now and within TOLD_AHEAD.
    """

    counted: Sequence[Counted]
    team: Sequence[Colleague]
    covering: Sequence[Covering] = ()

    @property
    def tags(self) -> list[str]:
        """The tags of the shop."""
        return [one.view.tag for one in self.counted if one.view.shows is Shows.TAG]
