"""What is being written, on pages: who else is where, and what its writer finds in the box again."""

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from helpdesk.composing import actions, queries
from helpdesk.composing.terms import Composing, Doing
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid
from helpdesk.portal import drafts, threads
from helpdesk.portal.hats import Signed


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the page's script needs, too: where a draft is kept, and where one says that one is there."""

    found: Composing
    draft_at: str
    presence_at: str = ""


def beside(*, request: Signed, shown: threads.Shown) -> dict[str, object]:
    """For a thread's page. A draft stands in an empty box only: what was sent and refused comes first.

    One SQL statement.
    """
    ref = shown.thread.conversation
    found = queries.composing(actor=request.actor, now=clock.now(), conversation=ref)
    side = request.actor.side.value
    at = reverse(f"{side}:presence", args=[ref]) if request.actor.side is Side.SELLER else ""
    kept = Shown(found=found, draft_at=reverse(f"{side}:draft", args=[ref]), presence_at=at)
    draft = shown.draft
    if found.draft and not draft.text and draft.refusal is None:
        draft = replace(draft, text=found.draft)
    return {"composing": kept, "draft": draft}


def keep(request: Signed, conversation: Ref) -> HttpResponse:
    """Keep the box as it stands."""
    text = drafts.written(request=request).text
    actions.keep_draft(actor=request.actor, now=clock.now(), conversation=conversation, text=text)
    return HttpResponse(status=204)


def be_present(request: Signed, conversation: Ref) -> HttpResponse:
    """Say that one is there, or leaves."""
    actions.note_presence(
        actor=request.actor, now=clock.now(), conversation=conversation, doing=_doing(request)
    )
    return HttpResponse(status=204)


def sent(*, request: Signed, conversation: Ref) -> None:
    """The draft became a message."""
    actions.forget_draft(actor=request.actor, now=clock.now(), conversation=conversation)


def _doing(request: HttpRequest) -> Doing:
    try:
        return Doing(request.POST.get("doing", ""))
    except ValueError:
        raise Invalid("form.damaged", field="doing") from None
