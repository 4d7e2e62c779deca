"""What is being written, on pages: who else is where, and what its writer finds in the box again."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from helpdesk.composing import actions, queries
from helpdesk.composing.terms import Composing, Doing, Read
from helpdesk.conversations import queries as conversations
from helpdesk.conversations.terms import Message, ThreadView
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.portal import checking, drafts, threads
from helpdesk.portal.hats import Signed

_OTHER = {Side.BUYER: Side.SELLER, Side.SELLER: Side.BUYER}


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the page's script needs, too: where a draft is kept, and where one says that one is there."""

    found: Composing
    draft_at: str
    presence_at: str = ""
    read: Read | None = None
    """The reader's own last message, where the other side has read it and said nothing since; and when."""


def beside(*, request: Signed, shown: threads.Shown) -> dict[str, object]:
    """For a thread's page. A draft stands in an empty box only: what was sent and refused comes first.

    What stands on the page has been read from now on. One SQL statement, one more where something is new.
    """
    ref, last = shown.thread.conversation, _last(shown.thread)
    found = queries.composing(actor=request.actor, now=clock.now(), conversation=ref)
    mine = found.read.get(request.actor.side)
    if last is not None and (mine is None or mine.n < last.n):
        actions.note_read(actor=request.actor, now=clock.now(), conversation=ref, n=last.n)
    side = request.actor.side.value
    at = reverse(f"{side}:presence", args=[ref]) if request.actor.side is Side.SELLER else ""
    kept = Shown(
        found=found,
        draft_at=reverse(f"{side}:draft", args=[ref]),
        presence_at=at,
        read=_read(request.actor.side, shown.thread, found),
    )
    draft = shown.draft
    if found.draft and not draft.text and draft.refusal is None:
        draft = replace(draft, text=found.draft)
    return {"composing": kept, "draft": draft}


def _last(thread: ThreadView) -> Message | None:
    return thread.messages[-1] if thread.messages else None


def _read(side: Side, thread: ThreadView, found: Composing) -> Read | None:
    """None too where the other side had the last word: an answer says more than a mark."""
    theirs, last = found.read.get(_OTHER[side]), _last(thread)
    if theirs is None or last is None or last.side is not side:
        return None
    mine = (one.n for one in reversed(thread.messages) if one.side is side and one.n <= theirs.n)
    n = next(mine, None)
    return None if n is None else Read(n=n, at=theirs.at)


def keep(request: Signed, conversation: Ref) -> HttpResponse:
    """Keep the box as it stands; `leaving`: the page is being closed."""
    actions.keep_draft(
        actor=request.actor,
        now=clock.now(),
        conversation=conversation,
        text=drafts.written(request=request).text,
        leaving=bool(request.POST.get("leaving")),
    )
    return HttpResponse(status=204)


def be_present(request: Signed, conversation: Ref) -> HttpResponse:
    """Say that one is there, or leaves."""
    actions.note_presence(
        actor=request.actor, now=clock.now(), conversation=conversation, doing=_doing(request)
    )
    return HttpResponse(status=204)


def check(request: Signed, *, conversation: Ref) -> HttpResponse:
    """What stands in the box of an open thread, and which questions it leaves open."""
    draft = drafts.written(request=request)
    checked = conversations.checked(
        actor=request.actor,
        now=clock.now(),
        conversation=conversation,
        draft=draft.text,
        files=draft.file_ids,
    )
    return checking.answer(checked=checked, text=draft.text, side=request.actor.side)


def sent(*, request: Signed, conversation: Ref) -> None:
    """The draft became a message."""
    actions.forget_draft(actor=request.actor, now=clock.now(), conversation=conversation)


def _doing(request: HttpRequest) -> Doing:
    try:
        return Doing(request.POST.get("doing", ""))
    except ValueError:
        raise Invalid("form.damaged", field="doing") from None
