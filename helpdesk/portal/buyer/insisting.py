"""The buyer's word on an answer, or on silence: it was no answer, it was one, it does need a reply."""

from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from helpdesk.conversations import actions, queries
from helpdesk.conversations.terms import HowAnswered, Posted
from helpdesk.kernel import clock
from helpdesk.kernel.actor import Side
from helpdesk.kernel.ids import Ref
from helpdesk.kernel.refusal import Invalid, Refusal
from helpdesk.portal import drafts, pages, threads
from helpdesk.portal.buyer import conversations
from helpdesk.portal.hats import Signed


@require_POST
@pages.only(Side.BUYER)
def insist(request: Signed, conversation: Ref) -> HttpResponse:
    """I do need an answer, to a message of mine that read as courtesy."""
    return _done(
        request,
        conversation,
        lambda key: actions.insist(
            actor=request.actor, now=clock.now(), conversation=conversation, n=_n(request), key=key
        ),
    )


@require_POST
@pages.only(Side.BUYER)
def object_to_mark(request: Signed, conversation: Ref) -> HttpResponse:
    """I do need an answer, whatever the seller marked."""
    return _done(
        request,
        conversation,
        lambda key: actions.object_to_waiver(
            actor=request.actor, now=clock.now(), conversation=conversation, key=key
        ),
    )


@require_POST
@pages.only(Side.BUYER)
def reopen(request: Signed, conversation: Ref) -> HttpResponse:
    """This answered my question partly, or not at all."""
    return _done(
        request,
        conversation,
        lambda key: actions.reopen_answer(
            actor=request.actor,
            now=clock.now(),
            conversation=conversation,
            n=_n(request),
            how=_how(request),
            key=key,
            questions=_still_open(request),
        ),
    )


@require_POST
@pages.only(Side.BUYER)
def complete(request: Signed, conversation: Ref) -> HttpResponse:
    """This answered everything that I asked."""
    return _done(
        request,
        conversation,
        lambda key: actions.call_complete(
            actor=request.actor, now=clock.now(), conversation=conversation, n=_n(request), key=key
        ),
    )


def _done(request: Signed, conversation: Ref, deed: Callable[[str], Posted]) -> HttpResponse:
    """On to the thread, where the new deadline stands; a refusal shows it with the reason at the box."""
    draft = drafts.read(request=request)
    try:
        deed(draft.key)
    except Refusal as refusal:
        thread = queries.thread(actor=request.actor, conversation=conversation)
        empty = drafts.fresh(seen_n=thread.last_n)
        return conversations.page(request, threads.refused(thread=thread, draft=empty, refusal=refusal))
    return redirect("buyer:conversation", conversation)


def _n(request: Signed) -> int:
    """The message that the button stood beside."""
    written = request.POST.get("n", "")
    if not (written.isascii() and written.isdigit() and len(written) < 10):
        raise Invalid("form.damaged", field="n")
    return int(written)


def _still_open(request: Signed) -> list[str]:
    """What was ticked beside "partly"; all of it otherwise."""
    ticked = request.POST.getlist("question") if request.POST.get("how") == HowAnswered.PARTLY else []
    if len(ticked) > queries.MAX_QUESTIONS:
        raise Invalid("form.damaged", field="question")
    return ticked


def _how(request: Signed) -> HowAnswered:
    try:
        return HowAnswered(request.POST.get("how", ""))
    except ValueError:
        raise Invalid("form.damaged", field="how") from None
