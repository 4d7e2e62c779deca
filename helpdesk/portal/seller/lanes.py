"""The left pane of the seller's desk: three lanes by due time, and below them what was answered lately."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from helpdesk.conversations import queries as conversations
from helpdesk.conversations.terms import InboxLane, InboxRow, Lanes, QuietRow
from helpdesk.deadlines import words
from helpdesk.deadlines.terms import Lane
from helpdesk.portal import places
from helpdesk.portal.hats import Signed

_ROWS = 20  # of each lane at once: what a person looks over before they ask for more
_QUIET = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A lane with its heading; `first` and `next` lead to its beginning and on, where there is one."""

    name: str
    title: str
    waiting: int
    rows: Sequence[InboxRow]
    first: str | None
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """All of the pane; lanes that are empty are left out."""

    lanes: Sequence[Shown]
    quiet: Sequence[QuietRow]

    @property
    def waiting(self) -> int:
        """Open questions in all lanes."""
        return sum(lane.waiting for lane in self.lanes)

    @property
    def most_urgent(self) -> InboxRow | None:
        """The row at the top."""
        return next((row for lane in self.lanes for row in lane.rows), None)


def left(*, request: Signed, now: datetime) -> Left:
    """Read it: on the market that the reader looks at, each lane from where its own address says."""
    after = {lane: place for lane in Lane if (place := places.read(request, lane.value))}
    found = conversations.lanes(actor=request.actor, now=now, limit=_ROWS, after=after, market=request.market)
    return Left(
        lanes=[_shown(lane, found, request) for lane in found.lanes if lane.waiting],
        quiet=conversations.quiet_threads(actor=request.actor, limit=_QUIET, market=request.market),
    )


def _shown(lane: InboxLane, found: Lanes, request: Signed) -> Shown:
    name = lane.lane.value
    last = lane.rows[-1].obligation if lane.more else None
    return Shown(
        name=name,
        title=_title(lane.lane, found),
        waiting=lane.waiting,
        rows=lane.rows,
        first=_address(request, name, None) if name in request.GET else None,
        next=_address(request, name, places.written(at=last.deadline, id=last.id)) if last else None,
    )


def _title(lane: Lane, found: Lanes) -> str:
    if lane is Lane.DUE_TODAY and found.due_on and found.today:
        return words.due_on(on=found.due_on, today=found.today)
    return str(words.LANES[lane])


def _address(request: Signed, name: str, place: str | None) -> str:
    """This page with one lane moved; the others stay where they are."""
    kept = {lane.value: request.GET[lane.value] for lane in Lane if lane.value in request.GET}
    moved = {**kept, name: place}
    return "?" + urlencode({lane: where for lane, where in moved.items() if where})
