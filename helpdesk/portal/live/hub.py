"""The streams of one process, and who of them is told what. Runs in the loop's thread only."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from uuid import UUID

from helpdesk.archive.terms import Numbered
from helpdesk.portal.live import frames
from helpdesk.portal.live.visitors import Visitor

MOST = 5_000
"""Streams of one process."""

MOST_OF_ONE = 30
"""Streams of one person: pages that stand open and are looked at."""

WAITING = 500
"""What a browser may leave unread; then its stream ends, and it comes again from where it was."""


class Stream:
    """One browser's page that listens."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.waiting: asyncio.Queue[Numbered | bytes | None] = asyncio.Queue(WAITING)
        self.over = False
        """Told to end because the session is over, and not because something went wrong."""

    def tell(self, what: Numbered | bytes) -> None:
        """Put it behind what waits; a browser that reads nothing any more is let go."""
        try:
            self.waiting.put_nowait(what)
        except asyncio.QueueFull:
            self.end()

    def end(self, *, over: bool = False) -> None:
        """The stream says what still waits to nobody, and ends."""
        self.over = self.over or over
        while self.waiting.full():
            self.waiting.get_nowait()
        self.waiting.put_nowait(None)


class Hub:
    """All of them."""

    def __init__(self) -> None:
        self.streams: set[Stream] = set()
        self._of: Counter[UUID] = Counter()
        self._closed = False

    def join(self, visitor: Visitor) -> Stream | None:
        """A place for one more; None where the person, or the process, has as many as it may."""
        person = visitor.actor.person
        if self._closed or len(self.streams) >= MOST or self._of[person] >= MOST_OF_ONE:
            return None
        stream = Stream(visitor)
        self.streams.add(stream)
        self._of[person] += 1
        return stream

    def leave(self, stream: Stream) -> None:
        """The browser is gone."""
        self.streams.discard(stream)
        self._of -= Counter([stream.visitor.actor.person])

    def entries(self, found: Sequence[Numbered]) -> None:
        """What was numbered: each to those whose it is to know."""
        for stream in self.streams:
            for entry in found:
                if frames.sees(actor=stream.visitor.actor, entry=entry):
                    stream.tell(entry)

    def hint(self, hint: Mapping[str, object]) -> None:
        """Where somebody is, or that a side has read: each to those whose it is to know."""
        frame = frames.hint_frame(hint=hint)
        for stream in self.streams:
            if frames.is_hinted(actor=stream.visitor.actor, hint=hint):
                stream.tell(frame)

    def end(self, visitors: set[Visitor]) -> None:
        """These people's sessions are over."""
        for stream in self.streams:
            if stream.visitor in visitors:
                stream.end(over=True)

    def end_all(self) -> None:
        """The process stops, and takes nobody any more: browsers find the next one by themselves."""
        self._closed = True
        for stream in self.streams:
            stream.end()
