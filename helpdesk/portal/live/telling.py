"""One stream's talk: what its browser missed, then what comes, each number once."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from typing import NamedTuple
from urllib.parse import parse_qs

from helpdesk.archive import queries as archive
from helpdesk.archive.terms import Numbered
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Actor
from helpdesk.portal.live import frames
from helpdesk.portal.live.hub import Stream

BEAT_SECONDS = 15.0
"""A browser that hears nothing for longer than twice this takes the stream for dead."""

SINGLY = 200
"""Entries that a browser that comes back is told one by one; of more it is told that they are more."""

FAR = 10_000
"""Numbers of the whole log behind which nobody looks for a browser's own: it looks at its page instead."""

MARGIN = timedelta(seconds=10)
"""A deed is stored at most five seconds after its instant: what a page can have missed."""

Say = Callable[[bytes], Awaitable[None]]


class Place(NamedTuple):
    """Where a browser goes on: behind a number, else from the instant (us) since which its page stands."""

    after: int | None
    since: int


class Missed(NamedTuple):
    """What happened while a browser was not listening; `many`: more than is told one by one."""

    number: int
    entries: list[Numbered]
    many: bool


def place(*, headers: Mapping[str, str], query: bytes) -> Place:
    """As the browser says: `Last-Event-ID`, `?after=` or `?since=`; now, where it says nothing."""
    asked = parse_qs(query.decode("latin-1"))
    since = _whole(asked.get("since", [""])[0])
    after = _whole(headers.get("last-event-id", asked.get("after", [""])[0]))
    return Place(after, clock.to_us(clock.now()) if since is None else since)


def missed(*, actor: Actor, place: Place) -> Missed:
    """From which number on, and what lies behind it by now. Two or three SQL statements."""
    after = place.after
    if after is None:
        after = archive.logged_before(actor=actor, at=clock.from_us(place.since) - MARGIN)
    last = archive.last_number_for_system()
    if last - after > FAR:
        return Missed(last, [], True)
    found = archive.logged_after(actor=actor, number=after, limit=SINGLY + 1)
    return Missed(last, [], True) if len(found) > SINGLY else Missed(after, found, False)


async def tell(*, stream: Stream, missed: Missed, say: Say) -> None:
    """Until the stream is told to end, or cancelled."""
    told = missed.number
    await say(frames.begin_frame(number=told, missed=missed.many))
    for entry in missed.entries:
        told = entry.number
        await say(frames.entry_frame(entry=entry))
    while (what := await _next(stream)) is not None:
        if isinstance(what, bytes):
            await say(what)
        elif what.number > told:
            told = what.number
            await say(frames.entry_frame(entry=what))
    if stream.over:
        await say(frames.END)


async def _next(stream: Stream) -> Numbered | bytes | None:
    """What waits next; a beat when nothing came for a while."""
    try:
        return await asyncio.wait_for(stream.waiting.get(), BEAT_SECONDS)
    except TimeoutError:
        return frames.BEAT


def _whole(written: str) -> int | None:
    """A number as we write it, up to 16 digits."""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 16 else None
