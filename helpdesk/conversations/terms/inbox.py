"""What an inbox is asked for: which threads, where its lanes begin; and the threads that wait for nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from helpdesk.conversations.terms import About
from helpdesk.deadlines.terms import Lane
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which threads an inbox shows: `only` these (None: any) but those left out; what is put off leaves the
    last lane alone.
    """

    only: Sequence[UUID] | None = None
    left_out: Sequence[UUID] = ()
    put_off: Sequence[UUID] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneBounds:
    """Where the lanes begin and end (half-open), and the middle one's day, by the calendar of the most urgent
    question; `today` is today's date by it.
    """

    of: Sequence[tuple[Lane, datetime, datetime]]
    due_on: date | None
    today: date | None

    @property
    def later(self) -> datetime:
        """Where the last lane begins."""
        return self.of[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietRow:
    """A thread in which nobody waits for the seller."""

    conversation: Ref
    buyer: str
    market: str
    about: About
    title: str
    last_at: datetime
    last_side: Side
    imported: bool = False
