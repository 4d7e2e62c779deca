"""The left pane of the seller's desk: three lanes by due time, and below them what was answered lately."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from helpdesk.conversations.terms import InboxLane, InboxRow, Lanes
from helpdesk.conversations.terms.inbox import QuietRow
from helpdesk.deadlines import words
from helpdesk.deadlines.terms import Lane
from helpdesk.kernel.ids import Ref
from helpdesk.portal import places
from helpdesk.portal.hats import Signed
from helpdesk.portal.seller import views
from helpdesk.teamwork import queries as teamwork
from helpdesk.teamwork.terms import NO_MARKS, Colleague, Covering, Marks

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
    """All of the pane; lanes that are empty are left out. `marks` are those of the threads in it."""

    lanes: Sequence[Shown]
    quiet: Sequence[QuietRow]
    views: Sequence[views.Shown]
    tags: Sequence[str]
    team: Sequence[Colleague]
    covering: Sequence[Covering]
    marks: Mapping[Ref, Marks]

    @property
    def waiting(self) -> int:
        """Open questions in all lanes."""
        return sum(lane.waiting for lane in self.lanes)

    @property
    def most_urgent(self) -> InboxRow | None:
        """The row at the top."""
        return next((row for lane in self.lanes for row in lane.rows), None)

    def marks_on(self, *, conversation: Ref) -> Marks:
        """How this thread is worked on."""
        return self.marks.get(conversation, NO_MARKS)


def left(*, request: Signed, now: datetime, beside: Ref | None = None) -> Left:
    """Read it: on the market and in the view that the reader looks at, each lane from where its own address
    says; with the marks of the thread that is open `beside` it.
    """
    after = {lane: place for lane in Lane if (place := places.read(request, lane.value))}
    actor, market, view = request.actor, request.market, views.view_of(request=request)
    found, known = teamwork.lanes_in(actor=actor, now=now, view=view, limit=_ROWS, after=after, market=market)
    quiet = teamwork.quiet_in(actor=actor, now=now, view=view, limit=_QUIET, market=market)
    return Left(
        lanes=[_shown(lane, found, request) for lane in found.lanes if lane.waiting],
        quiet=quiet,
        views=views.shown(views=known, now_in=view),
        tags=known.tags,
        team=known.team,
        covering=known.covering,
        marks=teamwork.marks_of(actor=actor, now=now, conversations=_refs(found, quiet, beside)),
    )


def _refs(found: Lanes, quiet: Sequence[QuietRow], beside: Ref | None) -> list[Ref]:
    rows = [row.conversation for lane in found.lanes for row in lane.rows]
    return [*rows, *(row.conversation for row in quiet), *([beside] if beside else [])]


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
    """This page with one lane moved; the view and the other lanes stay as they are."""
    kept = {one: request.GET[one] for one in ("view", *Lane) if one in request.GET}
    moved = {**kept, name: place}
    return "?" + urlencode({lane: where for lane, where in moved.items() if where})
