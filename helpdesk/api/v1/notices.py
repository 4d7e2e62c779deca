"""Notices: the caller's list, what they want by mail, and what the Platform is asked to deliver."""

from datetime import date, datetime
from typing import Annotated, Any, Literal

from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.shapes import Cursor
from helpdesk.kernel import clock
from helpdesk.notifications import actions, queries
from helpdesk.notifications.terms import Line

router = Router()
_LIMIT = 100
KindWord = Literal[
    "message",
    "asked_again",
    "agreement",
    "letter",
    "joined",
    "case",
    "verdict",
    "escalation",
    "evidence",
    "measure",
    "proposal",
    "appeal",
    "report",
    "dispute",
    "weights",
    "tracks",
    "webhook",
    "due_50",
    "due_80",
    "overdue",
    "decision",
    "review",
]


class NoticeShape(Schema):
    """Something that happened, never what somebody wrote. `settled_at`: what it called for was done.

    `title` is what the conversation is about; `subject` is the entry, or the question whose time runs. Of a
    `letter`, `conversation` is its correspondence (`GET /letters/{correspondence}`). Of `weights` and
    `tracks`, `applies_on` is the UTC day from which they apply (`GET /standing/weights`,
    `GET /measures/tracks`). Of a `webhook`, `conversation` is the webhook (`GET /webhooks/{webhook}`).
    """

    id: str
    kind: KindWord
    conversation: str
    subject: str
    title: str
    at: datetime
    read_at: datetime | None
    settled_at: datetime | None
    applies_on: date | None = None


class Notices(Schema):
    """The latest first, and where to go on. `unread` is how many call for the caller: 100 at most."""

    data: list[NoticeShape]
    unread: int
    next: str | None


class ReadMark(Schema):
    """Which are read: those of one conversation, or all."""

    model_config = ConfigDict(extra="forbid")

    conversation: Annotated[str | None, Field(max_length=64)] = None


class RequestedShape(Schema):
    """A notice that the Platform delivers to `person`, in `language`; `number` is its place in the feed."""

    number: int
    person: str
    kind: KindWord
    side: Literal["seller", "buyer", "administrator"]
    conversation: str
    language: str


class RequestedNotices(Schema):
    """In order; ask again with `after` the last `number`."""

    data: list[RequestedShape]


class LostShape(Schema):
    """A mail that did not arrive: refused for good, or tried to the end. `answer` is the server's code."""

    at: datetime
    state: Literal["bounced", "given_up"]
    answer: str


class Troubles(Schema):
    """The caller's own, the latest first."""

    data: list[LostShape]


class LostMail(LostShape):
    """`person` is whom it was for."""

    person: str


class PostShape(Schema):
    """Mails that should have left, since when the first of them waits, and those lost in 30 days."""

    waiting: int
    since: datetime | None
    lost: list[LostMail]


@router.get("", response=Notices)
def index(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 25,
    after: Annotated[Cursor | None, Query()] = None,
) -> dict[str, Any]:
    """The caller's own, in the hat of the token."""
    rows = queries.notices_of(actor=request.auth, limit=limit, after=position(after))
    last = rows[-1] if len(rows) == limit else None
    return {
        "data": [_shown(row) for row in rows],
        "unread": queries.unread_count(actor=request.auth),
        "next": placed(at=last.at, id=last.id.id) if last else None,
    }


@router.put("/read-mark", response={204: None})
def mark_read(request: ApiRequest, body: ReadMark) -> Status[None]:
    """Mark as read: a mark of the caller's own. Safe to repeat."""
    conversation = conversation_of(text=body.conversation) if body.conversation else None
    actions.mark_read(actor=request.auth, now=clock.now(), conversation=conversation)
    return Status(204, None)


@router.get("/troubles", response=Troubles)
def troubles(request: ApiRequest) -> dict[str, Any]:
    """Mails to the caller that did not arrive."""
    found = queries.troubles_of(actor=request.auth)
    return {"data": [{"at": one.at, "state": one.state.value, "answer": one.answer} for one in found]}


@router.get("/requested", response=RequestedNotices)
def requested(
    request: ApiRequest,
    after: Annotated[int, Query(), Field(ge=0, lt=2**63)] = 0,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 100,
) -> dict[str, Any]:
    """What the Platform is asked to deliver (`HELPDESK_NOTICES=platform`). For the Platform."""
    return {
        "data": [
            {
                "number": one.number,
                "person": str(one.person),
                "kind": one.kind.value,
                "side": one.side.value,
                "conversation": str(one.conversation),
                "language": one.language,
            }
            for one in queries.requested(actor=request.auth, after=after, limit=limit)
        ]
    }


@router.get("/mails", response=PostShape)
def mails(request: ApiRequest) -> dict[str, Any]:
    """How mails fare. For administrators."""
    post = queries.post(actor=request.auth, now=clock.now(), limit=_LIMIT)
    lost = [
        {"at": one.at, "state": one.state.value, "answer": one.answer, "person": one.person}
        for one in post.lost
    ]
    return {"waiting": post.waiting, "since": post.since, "lost": lost}


def _shown(line: Line) -> dict[str, Any]:
    return {
        "id": str(line.id),
        "kind": line.kind.value,
        "conversation": str(line.conversation),
        "subject": str(line.subject),
        "title": line.title,
        "at": line.at,
        "read_at": line.read_at,
        "settled_at": line.settled_at,
        "applies_on": line.applies_on,
    }
