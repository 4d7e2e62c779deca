"""What letters and joinings look like over HTTP."""

from datetime import datetime

from ninja import Schema

from helpdesk.api.v1.shapes import Stamp


class JoinedShape(Schema):
    """An administrator in a conversation; `name` is empty once erased."""

    entry: str
    name: str
    reason: str
    at: datetime


class JoinedList(Schema):
    """In the order in which they joined."""

    data: list[JoinedShape]


class LetterClosed(Schema):
    """A letter that was closed without an answer."""

    reason: str
    at: datetime


class Stored(Schema):
    """The entry, and the correspondence that the letter is part of."""

    correspondence: str
    archive: Stamp


class StoredJoining(Schema):
    """The entry, which both sides see."""

    archive: Stamp


class LetterShape(Schema):
    """One letter; `text` is null once erased, `closed` says that nobody answers it, and why."""

    entry: str
    n: int
    side: str
    author: str
    at: datetime
    language: str
    text: str | None
    closed: LetterClosed | None


class LineShape(Schema):
    """A correspondence without its words. `side`: whose it is. The Platform answers by `due_at` (null:
    nothing waits; with `closed` nobody answers). An administrator's reading of it names `file`.
    """

    id: str
    file: str
    side: str
    about: str
    order: str | None
    title: str
    seller: str
    market: str
    last_at: datetime
    last_side: str
    due_at: datetime | None
    closed: LetterClosed | None


class Lines(Schema):
    """At most 50."""

    data: list[LineShape]


class CorrespondenceShape(LineShape):
    """With its letters in order, the latest 200."""

    letters: list[LetterShape]
