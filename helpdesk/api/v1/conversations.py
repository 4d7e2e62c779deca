"""Conversations: the thread, its questions and replies, the reader's mark."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import Annotated, Any

from django.http import HttpResponse
from ninja import Query, Router, Schema, Status
from pydantic import ConfigDict, Field

from helpdesk.api.credentials import ApiRequest
from helpdesk.api.references import conversation_of
from helpdesk.api.v1 import allowed
from helpdesk.api.v1.allowed import Allowed
from helpdesk.api.v1.due import Due, due
from helpdesk.api.v1.findings import CheckedShape, DryRun
from helpdesk.api.v1.grades import Graded, graded, seen
from helpdesk.api.v1.positions import placed, position
from helpdesk.api.v1.posting import KEYED, answered
from helpdesk.api.v1.shapes import (
    Cursor,
    MessageShape,
    PostedShape,
    Reply,
    Written,
    files_in,
    message,
)
from helpdesk.conduct.terms import Question
from helpdesk.conversations import actions, queries
from helpdesk.conversations.terms import Manner, ThreadView, Tick, Ticks
from helpdesk.conversations.terms.starting import SellerReason
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.oversight.queries import read_file

router = Router()
_LIMIT = 100
N = Annotated[int, Field(ge=-1, le=2_000_000_000)]


class WaitingShape(Schema):
    """A question that waits for the Seller's answer: characters of the Buyer's message `n`."""

    id: str
    n: int
    start: int
    end: int
    text: str


class TickShape(Schema):
    """What was said of questions, by their ids. The Seller's message `entry` says which it has `answered` and
    which come `later`; of one (`of`) the Buyer says `how` it answered (`complete`, `partly`, `no`), and which
    are still `open` (none named: all).
    """

    entry: str
    of: str
    at: datetime
    how: str | None
    answered: list[str]
    later: list[str]
    open: list[str]


class Thread(Due, Allowed, Graded):
    """A thread as a record; `messages` are at most 200, the latest unless `after_n` says from where.

    `questions` are those that wait, on the page that has the latest message. `muted`: the Buyer, who alone
    sees it, is told of no more than they must be. `imported`: it began in an older system.
    """

    id: str
    about: str
    about_id: str
    title: str
    market: str
    seller: str
    buyer: str
    last_n: int
    muted: bool
    imported: bool
    messages: list[MessageShape]
    questions: list[WaitingShape]
    ticks: list[TickShape]


class ListedThread(Due):
    """A thread in the buyer's list; who must act, and until when."""

    id: str
    seller: str
    about: str
    title: str
    last_at: datetime
    messages: int
    unread: int
    imported: bool


class Threads(Schema):
    """The buyer's threads, and where to go on."""

    data: list[ListedThread]
    next: str | None


class SeenMark(Schema):
    """The last message that was seen."""

    model_config = ConfigDict(extra="forbid", strict=True)

    n: N


@router.get("", response=Threads)
def buyers_list(
    request: ApiRequest,
    limit: Annotated[int, Query(), Field(ge=1, le=_LIMIT)] = 50,
    after: Annotated[Cursor | None, Query()] = None,
) -> dict[str, Any]:
    """The buyer's threads, the latest first; empty for other sides."""
    now = clock.now()
    found = queries.buyer_list(actor=request.auth, limit=limit + 1, after=position(after))
    last = found[limit - 1] if len(found) > limit else None
    return {
        "data": [
            {
                "id": str(row.conversation),
                "seller": row.seller,
                "about": row.about.value,
                "title": row.title,
                "last_at": row.last_at,
                "messages": row.messages,
                "unread": row.unread,
                "imported": row.imported,
                **due(obligation=row.obligation, now=now),
            }
            for row in found[:limit]
        ],
        "next": placed(at=last.listed_at, id=last.conversation.id) if last else None,
    }


@router.get("/{conversation}", response=Thread)
def show(
    request: ApiRequest, conversation: str, after_n: Annotated[N | None, Query()] = None
) -> dict[str, Any]:
    """The thread; administrators need a reading in force (POST .../readings)."""
    ref, now = conversation_of(text=conversation), clock.now()
    if request.auth.side is Side.ADMINISTRATOR:
        thread = read_file(actor=request.auth, now=now, conversation=ref, after_n=after_n)
    else:
        thread = queries.thread(actor=request.auth, conversation=ref, after_n=after_n)
    ticks = queries.ticks_in(actor=request.auth, conversation=ref)
    shop = seen(actor=request.auth, seller_id=ref.seller_id, now=now)
    may = allowed.in_thread(actor=request.auth, thread=thread, seen=shop, now=now)
    return _shape(thread, ticks, now) | may | graded(seen=shop)


@router.post("/{conversation}/replies", response={201: PostedShape, 200: CheckedShape}, openapi_extra=KEYED)
def reply(request: ApiRequest, conversation: str, body: Reply, dry_run: DryRun = False) -> HttpResponse:
    """The Seller answers; an open question is closed by it, unless it is an interim or automatic note.

    A text that reads as if the answer were still to come is not sent until `manner` says what is meant. One
    that breaks a rule is not sent (`conduct.refused`, `conduct.held`, or `conduct.confirm`, which asks to
    change it or to say why in `confirmed`); what else was found stands in the answer.
    """
    ref, manner = conversation_of(text=conversation), _manner(body)
    post = partial(
        actions.post_reply,
        manner=manner,
        promise_on=body.promise_on,
        ticks=_ticks(body),
        reason=SellerReason(body.reason) if body.reason else None,
    )
    return _post(request, ref, body, post, dry_run=dry_run)


@router.post("/{conversation}/questions", response={201: PostedShape, 200: CheckedShape}, openapi_extra=KEYED)
def question(request: ApiRequest, conversation: str, body: Written, dry_run: DryRun = False) -> HttpResponse:
    """The Buyer writes on; the Seller's clock starts unless it runs already. Rules hold as for replies."""
    ref = conversation_of(text=conversation)
    return _post(request, ref, body, actions.post_question, dry_run=dry_run)


@router.put("/{conversation}/read-mark", response={204: None})
def read_mark(request: ApiRequest, conversation: str, body: SeenMark) -> Status[None]:
    """The Buyer has seen everything up to message `n`."""
    actions.mark_read(
        actor=request.auth, now=clock.now(), conversation=conversation_of(text=conversation), n=body.n
    )
    return Status(204, None)


def _manner(body: Reply) -> Manner | None:
    if not body.automatic:
        return Manner(body.manner) if body.manner else None
    if body.manner is not None:
        raise Invalid("reply.automatic", field="manner")
    return Manner.AUTOMATIC


def _ticks(body: Reply) -> Ticks | None:
    said = body.questions
    return Ticks(answered=tuple(said.answered), later=tuple(said.later)) if said else None


def _post(request: ApiRequest, ref: Ref, body: Written, action: Any, *, dry_run: bool) -> HttpResponse:
    said: dict[str, Any] = {
        "actor": request.auth,
        "now": clock.now(),
        "conversation": ref,
        "draft": body.text,
        "files": files_in(body=body, seller_id=ref.seller_id),
    }
    return answered(
        request=request,
        conversation=ref,
        seen_n=body.seen_n,
        post=lambda key: action(key=key, seen_n=body.seen_n, confirmed=body.confirmed, **said),
        check=partial(queries.checked, **said) if dry_run else None,
    )


def _shape(thread: ThreadView, ticks: Sequence[Tick], now: datetime) -> dict[str, Any]:
    return {
        "id": str(thread.conversation),
        "about": thread.about.value,
        "about_id": str(thread.about_ref),
        "title": thread.title,
        "market": thread.market,
        "seller": thread.seller,
        "buyer": thread.buyer,
        "last_n": thread.last_n,
        "muted": thread.muted,
        "imported": thread.imported,
        "messages": [message(shown=shown) for shown in thread.messages],
        "questions": [_waiting(one) for one in queries.waiting_in(thread=thread, ticks=ticks).questions],
        "ticks": [_tick(one, thread.conversation.seller_id) for one in ticks],
        **due(obligation=thread.obligation, now=now),
    }


def _waiting(question: Question) -> dict[str, Any]:
    n, start, end = queries.place_of(id=question.id)
    return {"id": question.id, "n": n, "start": start, "end": end, "text": question.text}


def _tick(tick: Tick, seller_id: int) -> dict[str, Any]:
    return {
        "entry": str(Ref(seller_id, tick.entry)),
        "of": str(Ref(seller_id, tick.of)),
        "at": tick.at,
        "how": tick.how and tick.how.value,
        "answered": list(tick.ticks.answered),
        "later": list(tick.ticks.later),
        "open": list(tick.left_open),
    }
