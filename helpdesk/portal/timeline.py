"""A thread's record in one order of time: its messages, and what happened to its clocks between them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from helpdesk.agreements.terms import Shown as Agreed
from helpdesk.cases.terms.deeds import ContactShown
from helpdesk.conduct.queries import Told
from helpdesk.conversations.terms import Message, ThreadView
from helpdesk.deadlines.terms import ClockEvent, Happened
from helpdesk.letters.terms import Joined
from helpdesk.portal import lines as lines_of
from helpdesk.portal import told
from helpdesk.portal.cases.views import Row
from helpdesk.portal.lines import Line, Reader, line
from helpdesk.teamwork.terms import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A message, a line, an internal note of the shop's, what was proposed, a step of a case, a contact."""

    at: datetime
    note: Note | None = None
    message: Message | None = None
    line: Line | None = None
    agreed: Agreed | None = None
    row: Row | None = None
    contact: ContactShown | None = None


def timeline(
    *,
    thread: ThreadView,
    events: Sequence[ClockEvent],
    reader: Reader,
    reviews: Sequence[Told] = (),
    notes: Sequence[Note] = (),
    joined: Sequence[Joined] = (),
    agreements: Sequence[Agreed] = (),
    rows: Sequence[Row] = (),
    contacts: Sequence[ContactShown] = (),
    news: Sequence[Line] = (),
) -> list[Entry]:
    """What belongs on this page of the thread; a line stands behind the message that it came with."""
    said = [Entry(at=message.at, message=message) for message in thread.messages]
    lines = [Entry(at=event.at, line=line(event=event, reader=reader)) for event in _here(thread, events)]
    lines += [Entry(at=one.of.at, line=told.line(told=one)) for one in _between(thread, reviews)]
    lines += [Entry(at=one.at, note=one) for one in notes if _is_here(thread, one.at)]
    lines += [Entry(at=one.at, line=lines_of.joined(one)) for one in joined if _is_here(thread, one.at)]
    lines += [Entry(at=one.at, agreed=one) for one in agreements if _is_here(thread, one.at)]
    lines += [Entry(at=one.at, line=one) for one in news if _is_here(thread, one.at)]
    lines += [Entry(at=one.at, row=one) for one in rows if _is_here(thread, one.at)]
    lines += [Entry(at=one.at, contact=one) for one in contacts if _is_here(thread, one.at)]
    return sorted([*said, *lines], key=lambda entry: entry.at)  # a stable sort: messages first


def open_promise(*, events: Sequence[ClockEvent]) -> ClockEvent | None:
    """The promise that waits to be kept, if there is one."""
    waiting = (one for one in events if one.kind is Happened.PROMISED and one.code == "open")
    return next(waiting, None)


def standing_mark(*, thread: ThreadView, events: Sequence[ClockEvent]) -> ClockEvent | None:
    """The mark of no reply needed that nothing has followed: the reason why nobody waits; else None."""
    last = thread.messages[-1] if thread.messages else None
    if thread.obligation is not None or last is None or last.n != thread.last_n:
        return None
    marks = [one for one in events if one.kind is Happened.WAIVED and not one.voided and one.at >= last.at]
    return marks[-1] if marks else None


def _here(thread: ThreadView, events: Sequence[ClockEvent]) -> Iterator[ClockEvent]:
    """Those between this page's messages."""
    return (event for event in events if _is_here(thread, event.at))


def _between(thread: ThreadView, reviews: Sequence[Told]) -> Iterator[Told]:
    return (one for one in reviews if _is_here(thread, one.of.at))


def _is_here(thread: ThreadView, at: datetime) -> bool:
    """Between this page's messages; the first page has the beginning, the last one the end."""
    said = thread.messages
    first = said[0].at if said and said[0].n > 0 else None
    last = said[-1].at if said and said[-1].n < thread.last_n else None
    return (first is None or at >= first) and (last is None or at <= last)
